package dev.mhc.migrations.schema;

import java.util.List;
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
 * @param nullsNotDistinct whether it takes two NULLs for duplicates
 * @param valid whether it does its work
 * @param index what was written, where it is an index
 * @param written the columns as written
 */
record KeyedIndex(
        Optional<String> name,
        List<String> columns,
        String signature,
        boolean full,
        boolean unique,
        boolean nullsNotDistinct,
        boolean valid,
        Optional<Index> index,
        List<String> written) {

    /** A primary key. */
    static KeyedIndex ofPrimaryKey(PrimaryKey key, List<String> keys) {
        return ofConstraint(key.name(), keys, false, key.columns());
    }

    /** A unique constraint. */
    static KeyedIndex ofUniqueKey(Optional<String> name, UniqueKey key, List<String> keys) {
        return ofConstraint(name, keys, key.nullsNotDistinct(), key.columns());
    }

    private static KeyedIndex ofConstraint(
            Optional<String> name, List<String> keys, boolean nullsNotDistinct, List<String> written) {
        return new KeyedIndex(
                name, keys, keys.toString(), true, true, nullsNotDistinct, true, Optional.empty(), written);
    }

    /**
     * An index.
     *
     * @param keys of the columns, one for each part that is one
     */
    static KeyedIndex ofIndex(Optional<String> name, Index index, List<String> keys, SchemaRules rules) {
        boolean full = index.where().isEmpty() && index.columns().isPresent();
        List<String> written = index.parts().stream().map(Index.Part::text).toList();
        return new KeyedIndex(
                name,
                index.columns().isPresent() ? keys : List.of(),
                signature(index, keys, full, rules),
                full,
                index.unique(),
                index.traits().nullsNotDistinct(),
                index.traits().valid(),
                Optional.of(index),
                written);
    }

    private static String signature(Index index, List<String> keys, boolean full, SchemaRules rules) {
        StringBuilder parts = new StringBuilder(index.traits().method()).append('[');
        String separator = "";
        int column = 0;
        for (Index.Part part : index.parts()) {
            parts.append(separator)
                    .append(part.expression() ? "(" + rules.canonicalExpression(part.text()) + ")" : keys.get(column++))
                    .append(part.options().isEmpty() ? "" : " " + part.options())
                    .append(part.descending() ? " desc" : "");
            separator = ", ";
        }
        parts.append(']');
        index.where().ifPresent(condition -> parts.append(" where ").append(rules.canonicalExpression(condition)));
        return parts.append(!full && index.unique() ? " unique" : "").toString();
    }

    /** Whether it makes its columns a key of the table. */
    boolean isKey() {
        return full && unique;
    }

    /** Whether it is declared as a constraint, not as an index. */
    boolean isConstraint() {
        return index.isEmpty();
    }

    Set<String> columnSet() {
        return columns.stream().collect(Collectors.toUnmodifiableSet());
    }

    String describe() {
        return index.map(Describe::index).orElseGet(() -> Describe.unique(written, nullsNotDistinct));
    }
}
