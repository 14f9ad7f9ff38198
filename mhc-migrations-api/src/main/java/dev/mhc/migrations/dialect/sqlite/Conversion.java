package dev.mhc.migrations.dialect.sqlite;

import dev.mhc.migrations.schema.ColumnType;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Which values a column of another type stores as they were meant. SQLite itself refuses nothing: {@code 'w'} stays a text
 * in an INTEGER column, and {@code '0010'} becomes 10.
 *
 * @see <a href="https://www.sqlite.org/datatype3.html#type_affinity">what an affinity does to a value</a>
 */
final class Conversion {

    /** No number has such a character (blanks around it are passed over), or a sign behind a digit, or no digit. */
    private static final String NO_NUMBER =
            "%1$s GLOB '*[^0-9.eE+ ' || char(9, 10, 11, 12, 13) || '-]*' OR %1$s GLOB '*[0-9]-*' OR %1$s NOT GLOB '*[0-9]*'";

    private static final String LONG_MIN = "-9223372036854775808";
    private static final String LONG_MAX = "9223372036854775807";

    /**
     * What fits.
     *
     * @param condition true for a value that keeps its meaning; {@code %1$s} stands for the value, which is not NULL
     * @param fitting what such values are, for people
     */
    private record Rule(String condition, String fitting) {}

    private final ColumnType type;
    private final Affinity affinity;
    private final boolean keepsClass;

    /** Of values that go to {@code type} in a table that is not STRICT. */
    Conversion(ColumnType type, boolean keepsClass) {
        this(type, SqliteTypes.affinity(type), keepsClass);
    }

    /**
     * Of values that go to {@code type}.
     *
     * @param affinity how the column stores them
     * @param keepsClass whether they are stored by the same affinity as before, so that nothing is converted
     */
    Conversion(ColumnType type, Affinity affinity, boolean keepsClass) {
        this.type = type;
        this.affinity = affinity;
        this.keepsClass = keepsClass;
    }

    /** The condition that a value breaks which would change or be lost; empty if any value fits. */
    Optional<String> misfit(String value) {
        return rule().map(rule -> "(" + value + ") IS NOT NULL AND NOT ("
                + String.format(Locale.ROOT, rule.condition(), "(" + value + ")") + ")");
    }

    /** What the values have to be, for people. */
    String fitting() {
        return rule().map(Rule::fitting).orElse("anything");
    }

    private Optional<Rule> rule() {
        return switch (type.kind()) {
            case BOOLEAN -> Optional.of(new Rule(integral("0", "1"), "0 or 1"));
            case SMALLINT -> Optional.of(new Rule(integral("-32768", "32767"), "whole numbers from -32768 to 32767"));
            case INTEGER ->
                Optional.of(new Rule(
                        integral("-2147483648", "2147483647"), "whole numbers from -2147483648 to 2147483647"));
            case BIGINT -> Optional.of(new Rule(integral(LONG_MIN, LONG_MAX), "whole numbers of 64 bits"));
            case REAL, DOUBLE ->
                keepsClass ? Optional.empty() : Optional.of(new Rule(real(), "numbers that a double holds exactly"));
            case DECIMAL -> decimal();
            case CHAR, VARCHAR -> text(type.arguments());
            case TEXT, CLOB -> text(List.of());
            case BINARY, BLOB ->
                keepsClass ? Optional.empty() : Optional.of(new Rule("typeof(%1$s) = 'blob'", "binary values"));
            case DATE -> Optional.of(new Rule(same("date(%1$s)"), "dates written yyyy-MM-dd"));
            case TIME ->
                Optional.of(new Rule(
                        same("time(%1$s)") + " OR " + same("strftime('%%H:%%M:%%f', %1$s)"),
                        "times written HH:mm:ss or HH:mm:ss.SSS"));
            case TIMESTAMP, TIMESTAMP_WITH_TIME_ZONE ->
                Optional.of(new Rule(
                        same("strftime('%%Y-%%m-%%d %%H:%%M:%%f', %1$s)"), "times written yyyy-MM-dd HH:mm:ss.SSS"));
            case UUID ->
                Optional.of(new Rule(
                        "typeof(%1$s) = 'text' AND length(%1$s) = 36 AND %1$s NOT GLOB '*[^0-9a-fA-F-]*'",
                        "UUIDs written with 36 characters"));
            case JSON -> Optional.of(new Rule("typeof(%1$s) = 'text' AND json_valid(%1$s)", "texts of valid JSON"));
            case DECLARED -> declared();
        };
    }

    /** A whole number, or a text or double that is one and comes back the same. */
    private static String integral(String least, String most) {
        String asInteger = "CAST(%1$s AS INTEGER)";
        return "CASE typeof(%1$s) WHEN 'integer' THEN 1"
                + " WHEN 'real' THEN %1$s >= -9007199254740992.0 AND %1$s <= 9007199254740992.0 AND " + asInteger
                + " = %1$s"
                + " WHEN 'text' THEN CAST(" + asInteger + " AS TEXT) = %1$s COLLATE BINARY ELSE 0 END AND " + asInteger
                + " BETWEEN " + least + " AND " + most;
    }

    private static String real() {
        String asReal = "CAST(%1$s AS REAL)";
        return "CASE typeof(%1$s) WHEN 'real' THEN 1"
                + " WHEN 'integer' THEN %1$s BETWEEN -9007199254740992 AND 9007199254740992"
                + " WHEN 'text' THEN CAST(" + asReal + " AS TEXT) = %1$s COLLATE BINARY"
                + " OR CAST(CAST(%1$s AS INTEGER) AS TEXT) = %1$s COLLATE BINARY AND abs(" + asReal
                + ") <= 9007199254740992"
                + " ELSE 0 END";
    }

    /** A decimal is a number of so many digits, written in the usual way where it is a text. */
    private Optional<Rule> decimal() {
        boolean exact = SqliteTypes.affinity(type) == Affinity.TEXT;
        if (exact) {
            // Kept as text, digit by digit.
            return Optional.of(new Rule(
                    "typeof(%1$s) = 'integer' OR typeof(%1$s) = 'text' AND length(%1$s) > 0"
                            + " AND ltrim(%1$s, '-') NOT GLOB '*[^0-9.]*' AND %1$s GLOB '*[0-9]*'"
                            + " AND length(%1$s) - length(replace(%1$s, '.', '')) <= 1 AND substr(%1$s, 2) NOT LIKE '%%-%%'",
                    "decimal numbers"));
        }
        int scale = type.arguments().size() > 1 ? type.arguments().get(1) : 0;
        int whole = type.arguments().get(0) - scale;
        String asNumber = "CAST(%1$s AS NUMERIC)";
        String asReal = "CAST(%1$s AS REAL)";
        return Optional.of(new Rule(
                "CASE typeof(%1$s) WHEN 'text' THEN CAST(" + asNumber + " AS TEXT) = %1$s COLLATE BINARY"
                        + " OR printf('%%.*f', " + scale + ", " + asReal + ") = %1$s COLLATE BINARY"
                        + " WHEN 'blob' THEN 0 ELSE 1 END AND abs(" + asReal + ") < 1e" + whole + " AND round(" + asReal
                        + ", " + scale + ") = " + asReal,
                "numbers of at most " + whole + " digits before the point and " + scale + " behind it"));
    }

    private Optional<Rule> text(List<Integer> length) {
        Optional<String> limit = length.stream().findFirst().map(it -> "length(%1$s) <= " + it);
        String texts = "texts"
                + length.stream()
                        .findFirst()
                        .map(it -> " of at most " + it + " characters")
                        .orElse("");
        if (keepsClass) {
            return limit.map(it -> new Rule("typeof(%1$s) <> 'text' OR " + it, texts));
        }
        String kept = "CASE typeof(%1$s) WHEN 'text' THEN 1 WHEN 'integer' THEN 1"
                + " WHEN 'real' THEN CAST(CAST(%1$s AS TEXT) AS REAL) = %1$s ELSE 0 END";
        return Optional.of(new Rule(kept + limit.map(it -> " AND " + it).orElse(""), texts));
    }

    /** A type of the user's own: what its affinity makes of a value must be the same number or text. */
    private Optional<Rule> declared() {
        if (keepsClass) {
            return Optional.empty();
        }
        return switch (affinity) {
            case INTEGER -> Optional.of(new Rule(integral(LONG_MIN, LONG_MAX), "whole numbers"));
            case REAL -> Optional.of(new Rule(real(), "numbers that a double holds exactly"));
            case NUMERIC ->
                Optional.of(new Rule(
                        "typeof(%1$s) <> 'text' OR CAST(CAST(%1$s AS NUMERIC) AS TEXT) = %1$s COLLATE BINARY" + " OR "
                                + NO_NUMBER,
                        "values that stay as they are"));
            case TEXT -> text(List.of());
            case BLOB -> Optional.empty();
        };
    }

    private static String same(String canonical) {
        return "typeof(%1$s) = 'text' AND " + canonical + " IS %1$s COLLATE BINARY";
    }

    /** An expression with the value as a column of this type stores it, once it is known to fit. */
    String stored(String value) {
        String cast = "CAST((" + value + ") AS " + affinity + ")";
        return switch (affinity) {
            case BLOB -> "(" + value + ")";
            case NUMERIC ->
                "CASE WHEN typeof(" + value + ") = 'text' AND (" + NO_NUMBER.replace("%1$s", "(" + value + ")")
                        + ") THEN (" + value + ") ELSE " + cast + " END";
            case INTEGER, REAL, TEXT -> cast;
        };
    }

    /** How to say what becomes of the others, for a message. */
    String example(String column) {
        return switch (type.kind()) {
            case TIMESTAMP, TIMESTAMP_WITH_TIME_ZONE -> "using(\"strftime('%Y-%m-%d %H:%M:%f', " + column + ")\")";
            case DATE -> "using(\"date(" + column + ")\")";
            case CHAR, VARCHAR ->
                type.arguments().isEmpty()
                        ? "using(\"…\")"
                        : "using(\"substr(" + column + ", 1, "
                                + type.arguments().get(0) + ")\")";
            default -> "using(\"…\")";
        };
    }
}
