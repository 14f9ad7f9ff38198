package org.example.shop;

import dev.mhc.migrations.DatabaseMigration;
import dev.mhc.migrations.IrreversibleMigration;
import dev.mhc.migrations.Migration;
import dev.mhc.migrations.operation.SchemaEditor;

/** Compilers do not show local classes to annotation processors. */
final class Hidden {

    DatabaseMigration migration() {
        @Migration(version = 2025_01_04_000000L, description = "Hide", irreversible = "It is hidden")
        final class Local implements IrreversibleMigration {
            @Override
            public void up(SchemaEditor schema) {}
        }
        return new Local();
    }
}
