package dev.mhc.migrations.operation;

import dev.mhc.migrations.schema.ColumnType;

/** Gives a new table its columns and constraints. */
public interface CreateTableEditor {

    /** The usual key: a {@code bigint} primary key named {@code id}, numbered by the database, numbers never reused. */
    void id();

    /** Like {@link #id()} under another name. */
    void id(String name);

    /** Adds a column, nullable and without default until more is said. */
    NewColumnEditor column(String name, ColumnType type);

    /** Makes these columns the primary key, in this order. */
    void primaryKey(String... columns);

    /** Makes these columns unique together. */
    void unique(String... columns);

    /** Makes these columns a foreign key; say what they {@link ForeignKeyTarget#references reference}. */
    ForeignKeyTarget foreignKey(String... columns);

    /** Every row must satisfy {@code condition} (SQL). */
    void check(String name, String condition);
}
