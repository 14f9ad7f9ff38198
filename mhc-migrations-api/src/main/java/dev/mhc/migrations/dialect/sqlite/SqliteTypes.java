package dev.mhc.migrations.dialect.sqlite;

import dev.mhc.migrations.schema.ColumnType;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The declared types of columns. They keep the full logical type, under a name whose affinity stores its values
 * unchanged: a {@code JSON} or a {@code UUID} would have NUMERIC affinity and turn {@code '0010'} into 10.
 */
final class SqliteTypes {

    /** SQLite keeps this many decimal digits of a number; more are text. */
    private static final int EXACT_DIGITS = 15;

    private SqliteTypes() {}

    /** The type as a column declares it; empty where it declares none. */
    static String declared(ColumnType type) {
        return switch (type.kind()) {
            case BOOLEAN -> "BOOLEAN";
            case SMALLINT -> "SMALLINT";
            case INTEGER -> "INTEGER";
            case BIGINT -> "BIGINT";
            case DECIMAL -> (isExact(type.arguments()) ? "DECIMAL" : "DECIMAL_TEXT") + arguments(type);
            case REAL -> "REAL";
            case DOUBLE -> "DOUBLE PRECISION";
            case CHAR -> "CHAR" + arguments(type);
            case VARCHAR -> "VARCHAR" + arguments(type);
            case TEXT -> "TEXT";
            case BINARY -> "BLOB";
            case DATE -> "DATE";
            case TIME -> "TIME";
            case TIMESTAMP -> "TIMESTAMP";
            case TIMESTAMP_WITH_TIME_ZONE -> "TIMESTAMPTZ";
            case UUID -> "UUID_TEXT";
            case JSON -> "JSON_TEXT";
            case DECLARED -> type.declaration();
        };
    }

    static Affinity affinity(ColumnType type) {
        return Affinity.of(declared(type));
    }

    private static boolean isExact(List<Integer> arguments) {
        return !arguments.isEmpty() && arguments.get(0) <= EXACT_DIGITS;
    }

    private static String arguments(ColumnType type) {
        return type.arguments().isEmpty()
                ? ""
                : type.arguments().stream().map(String::valueOf).collect(Collectors.joining(",", "(", ")"));
    }
}
