package dev.mhc.migrations.operation;

/** A new foreign key of an existing table that does not yet say what it references. */
public interface AddedForeignKeyTarget extends ForeignKeyTarget {

    @Override
    AddedForeignKeyEditor references(String table, String... columns);
}
