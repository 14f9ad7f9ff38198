package dev.mhc.migrations.schema;

import dev.mhc.migrations.error.ErrorCode;
import java.util.List;
import java.util.Optional;

/**
 * An index of a table.
 *
 * @param name where it has one; an entity may leave it to the database
 * @param parts what is indexed, in order, at least one
 * @param unique whether two rows may not share a key
 * @param where the condition of a partial index, in SQL
 * @param traits what not every database knows
 */
public record Index(Optional<String> name, List<Part> parts, boolean unique, Optional<String> where, Traits traits) {

    /**
     * One part of an index's key.
     *
     * @param text a column's name, or an expression in SQL
     * @param expression whether {@code text} is an expression
     * @param descending whether its order is descending
     * @param options what SQL says of the part beyond that: a collation, an operator class, where NULL stands; empty
     *     where it is as the database has it by itself
     */
    public record Part(String text, boolean expression, boolean descending, String options) {

        /** A part that is as the database has it by itself. */
        public Part(String text, boolean expression, boolean descending) {
            this(text, expression, descending, "");
        }

        /** An ascending column. */
        public static Part column(String name) {
            return new Part(name, false, false);
        }

        /** A descending column. */
        public static Part descending(String name) {
            return new Part(name, false, true);
        }
    }

    /**
     * What not every database knows of an index.
     *
     * @param method how it is stored, for example {@code gin}; empty for the ordinary way
     * @param include columns that it keeps beside its key
     * @param nullsNotDistinct whether a unique index takes two NULLs for the same
     * @param valid whether queries may use it; one whose concurrent making failed is there, and not valid
     */
    public record Traits(String method, List<String> include, boolean nullsNotDistinct, boolean valid) {

        /** An ordinary index of its key alone. */
        public static final Traits NONE = new Traits("", List.of(), false, true);

        public Traits {
            include = List.copyOf(include);
        }
    }

    public Index {
        parts = List.copyOf(parts);
        if (parts.isEmpty()) {
            throw ErrorCode.BAD_DEFINITION.with("Index " + name.orElse("without name"), "it names no column");
        }
        name.ifPresent(it -> Names.require("Index", it));
    }

    /** An ordinary index. */
    public Index(Optional<String> name, List<Part> parts, boolean unique, Optional<String> where) {
        this(name, parts, unique, where, Traits.NONE);
    }

    /** An index on columns, ascending, neither unique nor partial. */
    public static Index of(String name, String... columns) {
        return new Index(
                Optional.of(name), List.of(columns).stream().map(Part::column).toList(), false, Optional.empty());
    }

    /** An index without a name, neither unique nor partial. */
    public static Index on(Part... parts) {
        return new Index(Optional.empty(), List.of(parts), false, Optional.empty());
    }

    /** The same index with a name. */
    public Index named(String indexName) {
        return new Index(Optional.of(indexName), parts, unique, where, traits);
    }

    /** The same index, refusing two rows with one key. */
    public Index refusingDuplicates() {
        return new Index(name, parts, true, where, traits);
    }

    /** The names of the indexed columns; empty if a part is an expression. */
    public Optional<List<String>> columns() {
        return parts.stream().anyMatch(Part::expression)
                ? Optional.empty()
                : Optional.of(parts.stream().map(Part::text).toList());
    }
}
