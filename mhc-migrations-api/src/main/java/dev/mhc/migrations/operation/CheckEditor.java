package dev.mhc.migrations.operation;

/** Says more of a new check of an existing table. */
public interface CheckEditor {

    /**
     * PostgreSQL holds only rows written from now on to the check, and does not read those that are there, until
     * {@link AlterTableEditor#validateCheck} says so, in a migration of its own. SQLite has no such state: it looks at all
     * rows at once.
     */
    CheckEditor notValid();
}
