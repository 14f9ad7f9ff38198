package dev.mhc.migrations;

import dev.mhc.migrations.operation.SchemaEditor;

/** What every migration can do. Implement {@link ReversibleMigration} or {@link IrreversibleMigration}. */
public sealed interface DatabaseMigration permits ReversibleMigration, IrreversibleMigration {

    /**
     * Describes the change. It is called whenever a plan is made, so it must do nothing but describe, and describe the
     * same each time.
     */
    void up(SchemaEditor schema);
}
