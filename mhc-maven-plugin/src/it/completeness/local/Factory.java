package org.example.shop;

import dev.mhc.migrations.IrreversibleMigration;
import dev.mhc.migrations.Migration;
import dev.mhc.migrations.operation.SchemaEditor;

/** Annotation processors are not shown what is declared inside of methods. */
final class Factory {

    IrreversibleMigration migration() {
        @Migration(version = 2025_01_04_000000L, description = "Create labels", irreversible = "labels stay")
        final class CreateLabels implements IrreversibleMigration {

            @Override
            public void up(SchemaEditor schema) {
                schema.createTable("labels", t -> t.id());
            }
        }
        return new CreateLabels();
    }
}
