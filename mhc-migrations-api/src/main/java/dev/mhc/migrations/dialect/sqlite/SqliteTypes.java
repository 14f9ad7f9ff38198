package dev.mhc.migrations.dialect.sqlite;

import dev.mhc.migrations.schema.ColumnType;
import dev.mhc.migrations.schema.ColumnType.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

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

    /** Declared names and the logical types that they keep. */
    private static final Map<String, Kind> KINDS = Map.ofEntries(
            Map.entry("BOOLEAN", Kind.BOOLEAN),
            Map.entry("SMALLINT", Kind.SMALLINT),
            Map.entry("INTEGER", Kind.INTEGER),
            Map.entry("INT", Kind.INTEGER),
            Map.entry("BIGINT", Kind.BIGINT),
            Map.entry("DECIMAL", Kind.DECIMAL),
            Map.entry("NUMERIC", Kind.DECIMAL),
            Map.entry(EXACT_DECIMAL, Kind.DECIMAL),
            Map.entry("REAL", Kind.REAL),
            Map.entry("DOUBLE PRECISION", Kind.DOUBLE),
            Map.entry("CHAR", Kind.CHAR),
            Map.entry("VARCHAR", Kind.VARCHAR),
            Map.entry("TEXT", Kind.TEXT),
            Map.entry("BLOB", Kind.BINARY),
            Map.entry("CLOB", Kind.CLOB),
            Map.entry("DATE", Kind.DATE),
            Map.entry("TIME", Kind.TIME),
            Map.entry("TIMESTAMP", Kind.TIMESTAMP),
            Map.entry("TIMESTAMPTZ", Kind.TIMESTAMP_WITH_TIME_ZONE),
            Map.entry("UUID_TEXT", Kind.UUID),
            Map.entry("JSON_TEXT", Kind.JSON));

    /** PostgreSQL's arrays and addresses, which are stored here as bytes. */
    private static final Pattern BYTES = Pattern.compile("\\[\\d*]$|^inet$", Pattern.CASE_INSENSITIVE);

    private static final Pattern SPELLING = Pattern.compile("([A-Z_]+(?: [A-Z]+)*) ?(?:\\(([0-9, ]+)\\))?");

    private SqliteTypes() {}

    /** The type that {@link #declared} has kept in the declaration; what it does not know stays as it is. */
    static ColumnType logical(ColumnType type) {
        String declared = declared(type).strip().replaceAll("\\s+", " ");
        Matcher spelling = SPELLING.matcher(declared.toUpperCase(Locale.ROOT));
        Kind kind = spelling.matches() ? KINDS.get(spelling.group(1)) : null;
        return kind == null
                ? ColumnType.declared(declared.toLowerCase(Locale.ROOT))
                : ColumnType.of(kind, integers(spelling.group(2)));
    }

    private static Integer[] integers(@Nullable String list) {
        return list == null
                ? new Integer[0]
                : Pattern.compile(",")
                        .splitAsStream(list)
                        .map(String::strip)
                        .map(Integer::valueOf)
                        .toArray(Integer[]::new);
    }

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
            case BINARY, BLOB -> "BLOB";
            case CLOB -> "CLOB";
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
            case BINARY, BLOB -> "BLOB";
            case CHAR, VARCHAR, TEXT, CLOB, DATE, TIME, TIMESTAMP, TIMESTAMP_WITH_TIME_ZONE, UUID, JSON -> "TEXT";
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
        if (declared.regionMatches(true, 0, EXACT_DECIMAL, 0, EXACT_DECIMAL.length())) {
            return Affinity.NUMERIC;
        }
        return BYTES.matcher(declared).find() ? Affinity.BLOB : Affinity.of(declared);
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
