package dev.mhc.migrations.dialect.sqlite;

import dev.mhc.migrations.schema.ColumnType;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The declared types of columns. They keep the full logical type, under a name whose affinity stores its values
 * unchanged: a {@code JSON} or a {@code UUID} would have NUMERIC affinity and turn {@code '0010'} into 10.
 */
final class SqliteTypes {

    /**
     * A number of this many decimal digits is read back as it was written. A double has room for 15, but SQLite 3.54
     * writes the 14th and 15th with digits behind them that nobody stored, and the driver reads decimals from that.
     */
    private static final int EXACT_DIGITS = 13;

    private static final String EXACT_DECIMAL = "DECIMAL_TEXT";

    private SqliteTypes() {}

    /** The type as a column declares it; empty where it declares none. */
    static String declared(ColumnType type) {
        return switch (type.kind()) {
            case BOOLEAN -> "BOOLEAN";
            case SMALLINT -> "SMALLINT";
            case INTEGER -> "INTEGER";
            case BIGINT -> "BIGINT";
            case DECIMAL -> (isExact(type.arguments()) ? "DECIMAL" : EXACT_DECIMAL) + arguments(type);
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

    /** Whether two declarations are the same but for case and blanks. */
    static boolean sameWords(String first, String second) {
        return words(first).equals(words(second));
    }

    private static List<String> words(String declaration) {
        return Token.read(declaration).stream()
                .map(token -> token.unquoted().toUpperCase(Locale.ROOT))
                .toList();
    }

    /**
     * The type as a STRICT table declares it, which knows six names only.
     *
     * @see <a href="https://www.sqlite.org/stricttables.html">the names</a>
     */
    static String strict(ColumnType type) {
        return switch (type.kind()) {
            case BOOLEAN, SMALLINT, INTEGER, BIGINT -> "INTEGER";
            case REAL, DOUBLE -> "REAL";
            case DECIMAL -> affinity(type) == Affinity.TEXT ? "TEXT" : "ANY";
            case BINARY -> "BLOB";
            case CHAR, VARCHAR, TEXT, DATE, TIME, TIMESTAMP, TIMESTAMP_WITH_TIME_ZONE, UUID, JSON -> "TEXT";
            case DECLARED -> type.declaration();
        };
    }

    static Affinity affinity(ColumnType type) {
        return Affinity.of(declared(type));
    }

    /**
     * The affinity that a column of this logical type has by everybody's rules. Other tools declare every decimal as
     * {@code NUMERIC}; that is the same type to those who read it, with less room.
     */
    static Affinity canonical(ColumnType type) {
        String declared = declared(type);
        return declared.regionMatches(true, 0, EXACT_DECIMAL, 0, EXACT_DECIMAL.length())
                ? Affinity.NUMERIC
                : Affinity.of(declared);
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
