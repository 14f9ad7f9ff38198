package dev.mhc.migrations.operation;

import dev.mhc.migrations.schema.ColumnType;

/** Changes an existing table. Constraints are named by their columns, since their names differ between databases. */
public interface AlterTableEditor {

    /** Adds a column, nullable and without default until more is said. */
    NewColumnEditor addColumn(String name, ColumnType type);

    /** Changes a column; say what changes. */
    AlteredColumnEditor alterColumn(String name);

    /** Drops a column with its values. */
    void dropColumn(String name);

    /** Renames a column; indexes, constraints, triggers and views that mention it follow. */
    void renameColumn(String from, String to);

    /** Makes these columns the primary key, in this order, in place of the one before. */
    void primaryKey(String... columns);

    /** Makes these columns a foreign key; say what they {@link ForeignKeyTarget#references reference}. */
    AddedForeignKeyTarget addForeignKey(String... columns);

    /**
     * PostgreSQL looks whether all rows satisfy the foreign key of these columns, which was added {@code notValid()}. It
     * blocks no writers, so it belongs in a later migration. SQLite has looked already.
     */
    void validateForeignKey(String... columns);

    /** Drops the foreign key of these columns. */
    void dropForeignKey(String... columns);

    /** Makes these columns unique together. */
    void addUnique(String... columns);

    /** Drops the unique constraint of these columns. */
    void dropUnique(String... columns);

    /** Every row must satisfy {@code condition} (SQL). */
    CheckEditor addCheck(String name, String condition);

    /**
     * PostgreSQL looks whether all rows satisfy the check of this name, which was added {@code notValid()}. It blocks no
     * writers, so it belongs in a later migration. SQLite has looked already.
     */
    void validateCheck(String name);

    /** Drops the check of this name. */
    void dropCheck(String name);
}
