package dev.mhc.migrations.dialect.postgresql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * An expression without what PostgreSQL adds when it writes one back: casts that repeat a type, parentheses, its names
 * for operators. What a user wrote and what the catalog returns become the same text.
 *
 * @see <a href="https://www.postgresql.org/docs/current/functions-info.html#FUNCTIONS-INFO-CATALOG">pg_get_expr</a>
 */
final class PostgresqlExpression {

    private static final Pattern TOKEN =
            Pattern.compile("'(?:[^']|'')*'|\"(?:[^\"]|\"\")*\"|\\d+(?:\\.\\d+)?|[\\p{L}_][\\p{L}\\d_$]*"
                    + "|::|[-+*/<>=~!@#%^&|`?]+|\\S");
    private static final Pattern PLAIN_NAME = Pattern.compile("\"([a-z_][a-z0-9_$]*)\"");
    private static final Pattern NAME = Pattern.compile("[\\p{L}_\"].*", Pattern.DOTALL);
    private static final Map<String, List<String>> OPERATORS = Map.of(
            "!=", List.of("<>"),
            "~~", List.of("like"),
            "!~~", List.of("not", "like"),
            "~~*", List.of("ilike"),
            "!~~*", List.of("not", "ilike"));
    /** The words of a type behind its first. */
    private static final Set<String> TYPE_WORDS = Set.of("varying", "precision", "with", "without", "time", "zone");
    /** Words that are no function's name before a parenthesis. */
    private static final Set<String> NO_FUNCTIONS =
            Set.of("and", "or", "not", "like", "ilike", "is", "when", "then", "else", "case", "between");

    /** What the server writes back in another way than is undone here, or with other parentheses. */
    private static final Set<String> REWRITTEN = Set.of(
            "between",
            "case",
            "cast",
            "extract",
            "substring",
            "position",
            "trim",
            "overlay",
            "collate",
            "similar",
            "escape",
            "exists",
            "select",
            "glob",
            "regexp",
            "match",
            "at",
            "current_date",
            "current_time",
            "current_timestamp",
            "isnull",
            "notnull",
            "+",
            "*",
            "/",
            "%",
            "||");
    /** A number below zero becomes a text that is cast. */
    private static final Pattern BELOW_ZERO =
            Pattern.compile("'(-\\d+(?:\\.\\d+)?)'::(?:integer|bigint|smallint|numeric|real|double precision)");

    private final List<String> tokens = new ArrayList<>();

    private PostgresqlExpression(String sql) {
        Matcher matcher = TOKEN.matcher(BELOW_ZERO.matcher(sql).replaceAll("$1"));
        while (matcher.find()) {
            add(matcher.group());
        }
    }

    /** The one text of all that mean the same, as far as this looks. */
    static String canonical(String sql) {
        PostgresqlExpression expression = new PostgresqlExpression(sql);
        expression.dropCatalog();
        expression.dropCasts();
        expression.expandLists();
        expression.dropParentheses();
        return String.join(" ", expression.tokens);
    }

    /** Whether the text of the server and that of the user become one whenever they mean the same. */
    static boolean isUnderstood(String sql) {
        PostgresqlExpression expression = new PostgresqlExpression(sql);
        expression.expandLists();
        return IntStream.range(0, expression.tokens.size()).noneMatch(expression::isRewritten);
    }

    private boolean isRewritten(int place) {
        return switch (at(place)) {
            case "-" -> isOperand(at(place - 1));
            // A list of one becomes a plain comparison.
            case "array" -> !at(place + 1).equals("[") || at(place + 3).equals("]");
            case "not" -> !at(place - 1).equals("is") && !at(place + 1).endsWith("like");
            default -> REWRITTEN.contains(at(place));
        };
    }

    private static boolean isOperand(String token) {
        return token.equals(")")
                || token.startsWith("'")
                || (!token.isEmpty() && Character.isDigit(token.charAt(0)))
                || (NAME.matcher(token).matches() && !NO_FUNCTIONS.contains(token));
    }

    private void add(String token) {
        if (token.startsWith("'")) {
            tokens.add(token);
        } else if (token.startsWith("\"")) {
            tokens.add(PLAIN_NAME.matcher(token).replaceFirst("$1"));
        } else {
            String lower = token.toLowerCase(Locale.ROOT);
            tokens.addAll(OPERATORS.getOrDefault(lower, List.of(lower)));
        }
    }

    private String at(int index) {
        return index >= 0 && index < tokens.size() ? tokens.get(index) : "";
    }

    private void remove(int from, int to) {
        tokens.subList(from, to).clear();
    }

    /** The catalog's schema stands before a name where another schema has the same name. */
    private void dropCatalog() {
        for (int i = tokens.size() - 2; i >= 0; i--) {
            if (at(i).equals("pg_catalog") && at(i + 1).equals(".")) {
                remove(i, i + 2);
            }
        }
    }

    private void dropCasts() {
        for (int i = tokens.size() - 1; i >= 0; i--) {
            if (at(i).equals("::")) {
                remove(i, endOfType(i + 1));
            }
        }
    }

    private int endOfType(int start) {
        int end = start + 1;
        while (at(end).equals(".")) {
            end += 2;
        }
        boolean more = true;
        while (more) {
            more = false;
            if (TYPE_WORDS.contains(at(end))) {
                end++;
                more = true;
            } else if (at(end).equals("(")) {
                end = close(end) + 1;
                more = true;
            } else if (at(end).equals("[") && at(end + 1).equals("]")) {
                end += 2;
                more = true;
            }
        }
        return Math.min(end, tokens.size());
    }

    /** {@code IN} is kept as a comparison with an array. */
    private void expandLists() {
        for (int i = tokens.size() - 2; i >= 0; i--) {
            if (at(i).equals("in") && at(i + 1).equals("(") && !at(i + 2).equals("select")) {
                tokens.add(close(i + 1), "]");
                boolean negated = at(i - 1).equals("not");
                tokens.addAll(i + 2, List.of("array", "["));
                tokens.set(i, negated ? "all" : "any");
                if (negated) {
                    tokens.set(i - 1, "<>");
                } else {
                    tokens.add(i, "=");
                }
            }
        }
    }

    private void dropParentheses() {
        Optional<Integer> needless = needless();
        while (needless.isPresent()) {
            int open = needless.get();
            tokens.remove(close(open));
            tokens.remove(open);
            needless = needless();
        }
    }

    private Optional<Integer> needless() {
        for (int i = 0; i < tokens.size(); i++) {
            if (at(i).equals("(") && close(i) < tokens.size() && isNeedless(i, close(i))) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    private boolean isNeedless(int open, int close) {
        if (close == open + 1) {
            return false;
        }
        if (at(open + 1).equals("(") && close(open + 1) == close - 1) {
            return true;
        }
        boolean call = NAME.matcher(at(open - 1)).matches() && !NO_FUNCTIONS.contains(at(open - 1));
        return !call
                && (isTerm(open, close)
                        || strength(open, close) >= Math.max(demand(at(open - 1)), demand(at(close + 1))));
    }

    /** One token, or one call. */
    private boolean isTerm(int open, int close) {
        return close == open + 2
                || (at(open + 2).equals("(")
                        && NAME.matcher(at(open + 1)).matches()
                        && !NO_FUNCTIONS.contains(at(open + 1))
                        && close(open + 2) == close - 1);
    }

    /** How tightly what stands in the parentheses holds together. */
    private int strength(int open, int close) {
        int strength = 3;
        int depth = 0;
        for (int i = open + 1; i < close; i++) {
            String token = at(i);
            depth += token.equals("(") || token.equals("[") ? 1 : token.equals(")") || token.equals("]") ? -1 : 0;
            if (depth == 0 && token.equals("or")) {
                return 1;
            }
            strength = depth == 0 && token.equals("and") ? 2 : strength;
        }
        return strength;
    }

    /** How tightly a neighbour pulls. */
    private static int demand(String neighbour) {
        return switch (neighbour) {
            case "", "(", ")", "," -> 0;
            case "or" -> 1;
            case "and" -> 2;
            default -> 4;
        };
    }

    private int close(int open) {
        int depth = 0;
        for (int i = open; i < tokens.size(); i++) {
            depth += at(i).equals("(") ? 1 : at(i).equals(")") ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return tokens.size();
    }
}
