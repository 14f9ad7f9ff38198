package dev.mhc.migrations.dialect.sqlite;

import dev.mhc.migrations.dialect.SqlWriter;
import dev.mhc.migrations.schema.ColumnType;
import dev.mhc.migrations.schema.DefaultValue;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The defaults of columns: how they are written, and when two mean the same. */
final class SqliteDefaults {

    private static final String NOW = "strftime('%Y-%m-%d %H:%M:%f', 'now')";

    /** No double needs more digits written down. */
    private static final int LONGEST_NUMBER = 400;

    private static final Set<String> CURRENT = Set.of("CURRENT_TIMESTAMP", "CURRENT_DATE", "CURRENT_TIME");

    private SqliteDefaults() {}

    /** What follows {@code DEFAULT} for a column of {@code type}. */
    static String sql(DefaultValue value, ColumnType type) {
        if (value instanceof DefaultValue.Expression expression) {
            return isConstant(value) || isCurrent(expression.sql())
                    ? expression.sql().strip()
                    : "(" + expression.sql().strip() + ")";
        }
        if (value instanceof DefaultValue.Now) {
            return now(type);
        }
        if (value instanceof DefaultValue.Numeric numeric && SqliteTypes.affinity(type) == Affinity.TEXT) {
            // An unquoted number would lose its trailing zeros, and the digits that a double has no room for.
            return SqlWriter.literal(numeric.value().toPlainString());
        }
        return literal(value);
    }

    /** The default as a user reads it, whatever the column. */
    static String describe(DefaultValue value) {
        if (value instanceof DefaultValue.Expression expression) {
            return expression.sql().strip();
        }
        return value instanceof DefaultValue.Now ? "the current time" : literal(value);
    }

    private static String literal(DefaultValue value) {
        if (value instanceof DefaultValue.Text text) {
            return SqlWriter.literal(text.value());
        }
        if (value instanceof DefaultValue.Numeric numeric) {
            return numeric.value().toPlainString();
        }
        if (value instanceof DefaultValue.Bool bool) {
            return bool.value() ? "1" : "0";
        }
        throw new IllegalArgumentException("No literal: " + value);
    }

    private static String now(ColumnType type) {
        return switch (type.kind()) {
            case DATE -> "CURRENT_DATE";
            case TIME -> "CURRENT_TIME";
            default -> "(" + NOW + ")";
        };
    }

    /** Whether {@code ALTER TABLE … ADD COLUMN} takes it for a table with rows. */
    static boolean isConstant(DefaultValue value) {
        if (value instanceof DefaultValue.Expression expression) {
            return constant(tokens(expression.sql())).isPresent();
        }
        return !(value instanceof DefaultValue.Now);
    }

    /** Whether it says NULL in some way. */
    static boolean isNull(DefaultValue value) {
        return value instanceof DefaultValue.Expression expression
                && constant(tokens(expression.sql())).filter("NULL"::equals).isPresent();
    }

    /** The form in which two defaults of a column of this type are equal, decimals by their value; empty for NULL. */
    static Optional<String> canonical(DefaultValue value, ColumnType type) {
        List<Token> tokens = tokens(sql(value, type));
        Optional<String> constant = constant(tokens);
        if (constant.isEmpty()) {
            return Optional.of(expression(tokens));
        }
        return constant.filter(text -> !text.equals("NULL")).map(text -> stored(text, SqliteTypes.canonical(type)));
    }

    private static boolean isCurrent(String sql) {
        List<Token> tokens = tokens(sql);
        return tokens.size() == 1 && tokens.get(0).isAnyOf(CURRENT);
    }

    /** The tokens without parentheses around all of them. */
    private static List<Token> tokens(String sql) {
        List<Token> tokens = Token.read(sql);
        while (tokens.size() > 1
                && tokens.get(0).isSymbol('(')
                && tokens.get(tokens.size() - 1).isSymbol(')')
                && TokenList.endOfParentheses(tokens, 0) == tokens.size()) {
            tokens = tokens.subList(1, tokens.size() - 1);
        }
        return tokens;
    }

    /** The constant as a quoted text, a plain number or NULL; empty if it is none. */
    private static Optional<String> constant(List<Token> tokens) {
        if (tokens.size() == 2 && tokens.get(1).kind() == Token.Kind.NUMBER) {
            Token sign = tokens.get(0);
            if (sign.isSymbol('-') || sign.isSymbol('+')) {
                return number(tokens.get(1)).map(it -> plain(sign.isSymbol('-') ? it.negate() : it));
            }
        }
        if (tokens.size() != 1) {
            return Optional.empty();
        }
        Token token = tokens.get(0);
        return switch (token.kind()) {
            case NUMBER -> number(token).map(SqliteDefaults::plain);
            case STRING ->
                Optional.of(
                        token.text().startsWith("'")
                                ? token.text()
                                : token.text().toUpperCase(Locale.ROOT));
            // Without a column to name, SQLite takes a name for a text.
            case QUOTED_NAME -> Optional.of(SqlWriter.literal(token.unquoted()));
            case WORD -> word(token);
            case SYMBOL -> Optional.empty();
        };
    }

    private static Optional<String> word(Token token) {
        String word = token.text().toUpperCase(Locale.ROOT);
        if (CURRENT.contains(word)) {
            return Optional.empty();
        }
        return Optional.of(
                switch (word) {
                    case "TRUE" -> "1";
                    case "FALSE" -> "0";
                    case "NULL" -> "NULL";
                    default -> SqlWriter.literal(token.text());
                });
    }

    private static Optional<BigDecimal> number(Token token) {
        return parse(token.text());
    }

    private static Optional<BigDecimal> parse(String text) {
        try {
            BigDecimal number = text.regionMatches(true, 0, "0x", 0, 2)
                    ? BigDecimal.valueOf(Long.parseUnsignedLong(text.substring(2), 16))
                    : new BigDecimal(text.strip());
            return Optional.of(number).filter(it -> Math.abs((long) it.scale()) <= LONGEST_NUMBER);
        } catch (NumberFormatException noNumber) {
            return Optional.empty();
        }
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    /** The constant as a column of this affinity stores it. */
    private static String stored(String constant, Affinity affinity) {
        boolean text = constant.startsWith("'");
        if (affinity.isNumeric() && text) {
            return parse(constant.substring(1, constant.length() - 1))
                    .map(SqliteDefaults::plain)
                    .orElse(constant);
        }
        if (affinity == Affinity.TEXT && !text) {
            return SqlWriter.literal(constant);
        }
        return constant;
    }

    /** The current time is one default, in whatever precision it is written. */
    private static String expression(List<Token> tokens) {
        String text = tokens.stream().map(SqliteDefaults::folded).collect(Collectors.joining(" "));
        return switch (text) {
            case "strftime ( '%Y-%m-%d %H:%M:%f' , 'now' )", "datetime ( 'now' )", "now ( )" -> "current_timestamp";
            case "date ( 'now' )" -> "current_date";
            case "time ( 'now' )" -> "current_time";
            default -> text;
        };
    }

    private static String folded(Token token) {
        return token.kind() == Token.Kind.STRING ? token.text() : token.text().toLowerCase(Locale.ROOT);
    }
}
