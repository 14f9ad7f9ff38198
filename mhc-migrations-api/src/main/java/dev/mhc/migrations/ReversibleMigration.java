package dev.mhc.migrations;

import dev.mhc.migrations.operation.SchemaEditor;

/** A migration that can be undone. */
public non-sealed interface ReversibleMigration extends DatabaseMigration {

    /** Describes how to undo {@link #up}. The same rules hold. */
    void down(SchemaEditor schema);
}
