package dev.mhc.migrations.dialect;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The columns of a key that orders rows, in SQL that both databases understand. A position is the key of one row, as a
 * literal.
 *
 * @param columns each as SQL compares it, at least one
 */
public record KeyColumns(List<String> columns) {

    public KeyColumns {
        columns = List.copyOf(columns);
    }

    /** The key as SQL compares it with a position. */
    public String sql() {
        return row(columns);
    }

    /**
     * The columns, for ORDER BY.
     *
     * @param direction what stands behind each; may be empty
     */
    public String list(String direction) {
        return columns.stream().map(column -> column + direction).collect(Collectors.joining(", "));
    }

    /**
     * An expression that gives the key of a row as a literal.
     *
     * @param literals an expression for each column that gives its value as a literal
     */
    public static String literalOfRow(List<String> literals) {
        String values = String.join(" || ', ' || ", literals);
        return literals.size() == 1 ? values : "'(' || " + values + " || ')'";
    }

    /** A parameter in the place of a position. */
    public String parameter(String name) {
        return columns.size() == 1
                ? ":" + name
                : row(IntStream.rangeClosed(1, columns.size())
                        .mapToObj(i -> ":" + name + "_" + i)
                        .toList());
    }

    /** The WHERE clause of the rows behind a position; empty for all rows. */
    public String after(Optional<String> position) {
        return position.map(it -> " WHERE " + sql() + " > " + it).orElse("");
    }

    /** The WHERE clause of the rows behind a position, up to another one. */
    public String between(Optional<String> after, String last) {
        return after(after) + (after.isPresent() ? " AND " : " WHERE ") + sql() + " <= " + last;
    }

    private static String row(List<String> values) {
        return values.size() == 1 ? values.get(0) : "(" + String.join(", ", values) + ")";
    }
}
