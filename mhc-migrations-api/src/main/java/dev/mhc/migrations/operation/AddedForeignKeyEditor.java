package dev.mhc.migrations.operation;

import dev.mhc.migrations.schema.ReferentialAction;

/** Says more of a new foreign key of an existing table. */
public interface AddedForeignKeyEditor extends ForeignKeyEditor {

    @Override
    AddedForeignKeyEditor onDelete(ReferentialAction action);

    @Override
    AddedForeignKeyEditor onUpdate(ReferentialAction action);

    @Override
    AddedForeignKeyEditor deferrable();

    /**
     * PostgreSQL holds only rows written from now on to the foreign key, and does not read those that are there, until
     * {@link AlterTableEditor#validateForeignKey} says so, in a migration of its own. SQLite has no such state: it looks at
     * all rows at once.
     */
    AddedForeignKeyEditor notValid();
}
