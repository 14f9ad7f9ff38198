package dev.mhc.migrations.dialect.postgresql;

import dev.mhc.migrations.schema.ColumnType;
import dev.mhc.migrations.schema.DefaultValue;
import dev.mhc.migrations.schema.SchemaRules;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** When two spellings mean the same to PostgreSQL. Names that nobody quotes are folded to lower case. */
final class PostgresqlRules implements SchemaRules {

    private static final String NOW = "now";
    /** What the server adds to say the type of what stands before. */
    private static final String CAST =
            "::(?:[a-z_][a-z0-9_]*\\.)?(?:\"[^\"]+\"|[a-z_][a-z0-9_]*)(?: varying| precision)?"
                    + "(?:\\([0-9, ]*\\))?(?: with(?:out)? time zone)?(?:\\[\\])?";

    private static final int LONGEST_NAME = 63;

    private static final Pattern LAST_CAST = Pattern.compile(CAST + "$");
    private static final Pattern ANY_CAST = Pattern.compile(CAST);
    private static final Pattern LITERAL = Pattern.compile("'((?:[^']|'')*)'", Pattern.DOTALL);
    private static final Pattern NUMBER =
            Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)(e[+-]?\\d+)?", Pattern.CASE_INSENSITIVE);
    private static final Set<String> NOWS = Set.of(
            "now()",
            "current_timestamp",
            "localtimestamp",
            "transaction_timestamp()",
            "now() at time zone 'utc'",
            "current_timestamp at time zone 'utc'",
            "timezone('utc', now())",
            "to_char((now() at time zone 'utc'), 'yyyy-mm-dd hh24:mi:ss.ms')");

    /** The day or the time of day: the current time where a column keeps no more than that. */
    private static final Map<ColumnType.Kind, Set<String>> PARTS_OF_NOW = Map.of(
            ColumnType.Kind.DATE, Set.of("current_date"), ColumnType.Kind.TIME, Set.of("current_time", "localtime"));

    /** The server keeps so many bytes of a name and drops the rest with no more than a notice. */
    @Override
    public String canonicalName(String name) {
        String folded = name.toLowerCase(Locale.ROOT);
        return folded.length() * 4 <= LONGEST_NAME ? folded : cut(folded);
    }

    private static String cut(String name) {
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        int end = LONGEST_NAME;
        // Not in the midst of a character.
        while (end < bytes.length && (bytes[end] & 0xC0) == 0x80) {
            end--;
        }
        return bytes.length <= LONGEST_NAME ? name : new String(bytes, 0, end, StandardCharsets.UTF_8);
    }

    /**
     * A plain name is folded to lower case, in UTF-8 its letters of ASCII; only one that is written just so may have been
     * quoted.
     */
    @Override
    public boolean reaches(String expected, String found) {
        return found.equals(expected)
                || found.equals(found.toLowerCase(Locale.ROOT))
                || (found.chars().noneMatch(it -> it >= 'A' && it <= 'Z') && found.equalsIgnoreCase(expected));
    }

    @Override
    public String canonicalType(ColumnType type) {
        return PostgresqlTypes.canonical(type);
    }

    @Override
    public ColumnType logicalType(ColumnType type) {
        return PostgresqlTypes.logical(type);
    }

    @Override
    public Optional<String> canonicalDefault(ColumnType type, Optional<DefaultValue> value) {
        ColumnType meant = PostgresqlTypes.logical(type);
        return value.map(PostgresqlRules::meaning)
                .map(meaning -> canonical(meaning, meant))
                .filter(canonical -> !canonical.equals("null"));
    }

    /** What an expression is, where it is a constant or the time. */
    private static DefaultValue meaning(DefaultValue value) {
        return value instanceof DefaultValue.Expression expression ? parse(expression.sql()) : value;
    }

    /** Reads a default as the server writes it: in parentheses, with casts that repeat the type. */
    static DefaultValue parse(String sql) {
        String text = PostgresqlTypes.unqualified(bare(sql));
        Matcher literal = LITERAL.matcher(text);
        if (literal.matches()) {
            return new DefaultValue.Text(literal.group(1).replace("''", "'"));
        }
        if (NUMBER.matcher(text).matches()) {
            return new DefaultValue.Numeric(new BigDecimal(text));
        }
        String lower = text.toLowerCase(Locale.ROOT);
        if (lower.equals("true") || lower.equals("false")) {
            return new DefaultValue.Bool(lower.equals("true"));
        }
        return NOWS.contains(ANY_CAST.matcher(lower).replaceAll(""))
                ? new DefaultValue.Now()
                : new DefaultValue.Expression(text);
    }

    private static String bare(String sql) {
        String text = sql.strip();
        while (true) {
            String shorter = LAST_CAST.matcher(text).replaceFirst("").strip();
            if (shorter.startsWith("(") && closesAtEnd(shorter)) {
                shorter = shorter.substring(1, shorter.length() - 1).strip();
            }
            if (shorter.equals(text)) {
                return text;
            }
            text = shorter;
        }
    }

    private static boolean closesAtEnd(String text) {
        int depth = 0;
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            quoted ^= c == '\'';
            depth += quoted ? 0 : c == '(' ? 1 : c == ')' ? -1 : 0;
            if (depth == 0 && i < text.length() - 1) {
                return false;
            }
        }
        return depth == 0;
    }

    private static String canonical(DefaultValue value, ColumnType type) {
        if (value instanceof DefaultValue.Now) {
            return NOW;
        }
        if (value instanceof DefaultValue.Expression expression) {
            String lower = expression.sql().toLowerCase(Locale.ROOT);
            return PARTS_OF_NOW.getOrDefault(type.kind(), Set.of()).contains(lower)
                    ? NOW
                    : PostgresqlExpression.canonical(expression.sql());
        }
        String text = plain(value);
        if (type.kind() == ColumnType.Kind.BOOLEAN) {
            return switch (text.toLowerCase(Locale.ROOT)) {
                case "true", "t", "yes", "y", "on", "1" -> "true";
                case "false", "f", "no", "n", "off", "0" -> "false";
                default -> quoted(text);
            };
        }
        if (PostgresqlDefaults.isNumber(type)) {
            if (value instanceof DefaultValue.Bool bool) {
                return bool.value() ? "1" : "0";
            }
            return NUMBER.matcher(text).matches() ? number(new BigDecimal(text)) : quoted(text);
        }
        return PostgresqlTimes.canonical(text, type.kind()).orElseGet(() -> quoted(text));
    }

    private static String plain(DefaultValue value) {
        if (value instanceof DefaultValue.Text text) {
            return text.value();
        }
        return value instanceof DefaultValue.Numeric number
                ? number.value().toPlainString()
                : String.valueOf(value instanceof DefaultValue.Bool bool && bool.value());
    }

    private static String number(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    @Override
    public String canonicalExpression(String sql) {
        return PostgresqlExpression.canonical(sql);
    }

    @Override
    public boolean understands(String sql) {
        return PostgresqlExpression.isUnderstood(sql);
    }

    @Override
    public boolean isConstant(DefaultValue value) {
        DefaultValue meaning = meaning(value);
        return !(meaning instanceof DefaultValue.Now || meaning instanceof DefaultValue.Expression);
    }

    @Override
    public String describe(DefaultValue value) {
        if (value instanceof DefaultValue.Expression expression) {
            return expression.sql();
        }
        if (value instanceof DefaultValue.Now) {
            return "now()";
        }
        return value instanceof DefaultValue.Text text ? quoted(text.value()) : plain(value);
    }
}
