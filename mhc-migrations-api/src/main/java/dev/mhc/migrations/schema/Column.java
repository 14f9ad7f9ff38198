package dev.mhc.migrations.schema;

import java.util.Optional;

/**
 * One column of a table.
 *
 * @param name as written, never empty
 * @param type what it stores
 * @param nullable whether it may hold NULL
 * @param defaultValue what is stored when nothing is given; empty means NULL
 * @param generation whether the database makes the value itself
 * @param expression what a {@link Generation#COMPUTED} column is computed from, in SQL, where it is known
 */
public record Column(
        String name,
        ColumnType type,
        boolean nullable,
        Optional<DefaultValue> defaultValue,
        Generation generation,
        Optional<String> expression) {

    /** Who makes a column's value. */
    public enum Generation {
        /** The application. */
        NONE,
        /** The database, a new number for each row. */
        IDENTITY,
        /** The database, computed from other columns of the row. */
        COMPUTED
    }

    public Column {
        Names.require("Column", name);
    }

    /** A column without an expression. */
    public Column(
            String name,
            ColumnType type,
            boolean nullable,
            Optional<DefaultValue> defaultValue,
            Generation generation) {
        this(name, type, nullable, defaultValue, generation, Optional.empty());
    }

    /** A nullable column without default. */
    public static Column of(String name, ColumnType type) {
        return new Column(name, type, true, Optional.empty(), Generation.NONE);
    }

    /** The same column, refusing NULL. */
    public Column notNull() {
        return new Column(name, type, false, defaultValue, generation, expression);
    }

    /** The same column with a default. */
    public Column withDefault(DefaultValue value) {
        return new Column(name, type, nullable, Optional.of(value), generation, expression);
    }

    /** The same column, its values made by the database as {@code generation} says. */
    public Column generated(Generation generation) {
        return new Column(name, type, nullable, defaultValue, generation, expression);
    }

    /** The same column, computed by the database from other columns of the row, and stored. */
    public Column computedAs(String sql) {
        return new Column(name, type, nullable, defaultValue, Generation.COMPUTED, Optional.of(sql));
    }
}
