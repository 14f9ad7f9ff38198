package dev.mhc.migrations.processor.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A {@code CREATE TABLE} as Hibernate writes it, in parts.
 *
 * @param head up to the parenthesis
 * @param name of the table, without quotes
 * @param parts columns and constraints
 * @param tail what stands behind the parenthesis
 */
record CreateTable(String head, String name, List<String> parts, String tail) {

    private static final Pattern HEAD =
            Pattern.compile("create table (\"[^\"]+\"|`[^`]+`|[^\\s(]+)\\s*\\(", Pattern.CASE_INSENSITIVE);

    CreateTable {
        parts = List.copyOf(parts);
    }

    static boolean isOne(String statement) {
        return HEAD.matcher(statement).lookingAt();
    }

    static CreateTable read(String statement) {
        Matcher matcher = HEAD.matcher(statement);
        if (!matcher.lookingAt()) {
            throw new IllegalArgumentException(statement);
        }
        List<String> parts = new ArrayList<>();
        int start = matcher.end();
        int depth = 0;
        char quote = 0;
        for (int i = start; i < statement.length(); i++) {
            char c = statement.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '\'' || c == '"' || c == '`') {
                quote = c;
            } else if (c == '(') {
                depth++;
            } else if (c == ')' && depth > 0) {
                depth--;
            } else if (depth == 0 && (c == ',' || c == ')')) {
                parts.add(statement.substring(start, i).strip());
                start = i + 1;
                if (c == ')') {
                    break;
                }
            }
        }
        return new CreateTable(
                statement.substring(0, matcher.end()), unquoted(matcher.group(1)), parts, statement.substring(start));
    }

    static String unquoted(String name) {
        return name.startsWith("\"") || name.startsWith("`") ? name.substring(1, name.length() - 1) : name;
    }

    /** Whether a part is a constraint of the table, and no column. */
    static boolean isConstraint(String part) {
        String words = part.toLowerCase(Locale.ROOT);
        return words.startsWith("primary key")
                || words.startsWith("unique (")
                || words.startsWith("unique(")
                || words.startsWith("foreign key")
                || words.startsWith("constraint ")
                || words.startsWith("check (")
                || words.startsWith("check(");
    }

    /** Whether it has a constraint, for the table or with the column. */
    boolean has(String constraint) {
        String column = constraint.replaceAll("unique \\(([^,]*)\\)", "$1 ");
        return parts.stream()
                .map(part -> part.toLowerCase(Locale.ROOT))
                .anyMatch(part -> part.endsWith(constraint.toLowerCase(Locale.ROOT))
                        || (part.startsWith(column.toLowerCase(Locale.ROOT)) && (part + " ").contains(" unique ")));
    }

    CreateTable with(String part) {
        List<String> more = new ArrayList<>(parts);
        more.add(part);
        return new CreateTable(head, name, more, tail);
    }

    CreateTable without(String part) {
        List<String> fewer = new ArrayList<>(parts);
        fewer.remove(part);
        return new CreateTable(head, name, fewer, tail);
    }

    CreateTable replace(String part, String by) {
        List<String> other = new ArrayList<>(parts);
        other.set(other.indexOf(part), by);
        return new CreateTable(head, name, other, tail);
    }

    String sql() {
        return head + String.join(", ", parts) + ")" + tail;
    }
}
