package dev.mhc.migrations.schema;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * An index, a unique constraint or a primary key, in the terms in which they are compared.
 *
 * @param name canonical, where it has one
 * @param columns keys of the columns, in order; empty where a part is an expression
 * @param signature what must be equal for two of them to serve the same queries
 * @param full whether it covers all rows and has no expression
 * @param unique whether it refuses duplicates
 * @param index what was written, where it is an index
 * @param written the columns as written
 */
record KeyedIndex(
        Optional<String> name,
        List<String> columns,
        String signature,
        boolean full,
        boolean unique,
        Optional<Index> index,
        List<String> written) {

    /** A unique constraint or primary key. */
    static KeyedIndex ofConstraint(Optional<String> name, List<String> keys, List<String> written) {
        return new KeyedIndex(name, keys, keys.toString(), true, true, Optional.empty(), written);
    }

    /**
     * An index.
     *
     * @param keys of the columns, one for each part that is one
     */
    static KeyedIndex ofIndex(Optional<String> name, Index index, List<String> keys) {
        boolean full = index.where().isEmpty() && index.columns().isPresent();
        List<String> written = index.parts().stream().map(Index.Part::text).toList();
        return new KeyedIndex(
                name,
                index.columns().isPresent() ? keys : List.of(),
                signature(index, keys, full),
                full,
                index.unique(),
                Optional.of(index),
                written);
    }

    private static String signature(Index index, List<String> keys, boolean full) {
        StringBuilder parts = new StringBuilder("[");
        int column = 0;
        for (Index.Part part : index.parts()) {
            parts.append(parts.length() == 1 ? "" : ", ")
                    .append(part.expression() ? "(" + normal(part.text()) + ")" : keys.get(column++))
                    .append(part.descending() ? " desc" : "");
        }
        parts.append(']');
        index.where().ifPresent(condition -> parts.append(" where ").append(normal(condition)));
        return parts.append(!full && index.unique() ? " unique" : "").toString();
    }

    private static String normal(String sql) {
        return sql.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }

    /** Whether it makes its columns a key of the table. */
    boolean isKey() {
        return full && unique;
    }

    Set<String> columnSet() {
        return columns.stream().collect(Collectors.toUnmodifiableSet());
    }

    String describe() {
        return index.map(Describe::index).orElseGet(() -> Describe.unique(written));
    }
}
