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
 * @param numbering how the database numbers an {@link Generation#IDENTITY} column, where that was read from it
 */
public record Column(
        String name,
        ColumnType type,
        boolean nullable,
        Optional<DefaultValue> defaultValue,
        Generation generation,
        Optional<String> expression,
        Numbering numbering) {

    /** Who makes a column's value. */
    public enum Generation {
        /** The application. */
        NONE,
        /** The database, a new number for each row. */
        IDENTITY,
        /** The database, computed from other columns of the row. */
        COMPUTED
    }

    /**
     * How a database numbers the rows by a column.
     *
     * @param always whether it refuses a number that the application gives
     * @param sequence the sequence that the column's default asks, as SQL names it; empty where the numbers are the
     *     column's own
     * @param narrow whether the sequence ends before the column's type does
     */
    public record Numbering(boolean always, Optional<String> sequence, boolean narrow) {

        /** As a plain number of the database's own. */
        public static final Numbering PLAIN = new Numbering(false, Optional.empty(), false);
    }

    public Column {
        Names.require("Column", name);
    }

    /** A column of which no more is known. */
    public Column(
            String name,
            ColumnType type,
            boolean nullable,
            Optional<DefaultValue> defaultValue,
            Generation generation,
            Optional<String> expression) {
        this(name, type, nullable, defaultValue, generation, expression, Numbering.PLAIN);
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

    /** The same column under another name. */
    public Column named(String other) {
        return new Column(other, type, nullable, defaultValue, generation, expression, numbering);
    }

    /** The same column, numbered like this. */
    public Column numbered(Numbering how) {
        return new Column(name, type, nullable, defaultValue, generation, expression, how);
    }

    /** The same column, refusing NULL. */
    public Column notNull() {
        return new Column(name, type, false, defaultValue, generation, expression, numbering);
    }

    /** The same column with a default. */
    public Column withDefault(DefaultValue value) {
        return new Column(name, type, nullable, Optional.of(value), generation, expression, numbering);
    }

    /** The same column, its values made by the database as {@code generation} says. */
    public Column generated(Generation generation) {
        return new Column(name, type, nullable, defaultValue, generation, expression, numbering);
    }

    /** The same column, computed by the database from other columns of the row, and stored. */
    public Column computedAs(String sql) {
        return new Column(name, type, nullable, defaultValue, Generation.COMPUTED, Optional.of(sql), numbering);
    }
}
