package org.example.shop;

import static dev.mhc.migrations.schema.ColumnType.text;

import dev.mhc.migrations.Migration;
import dev.mhc.migrations.ReversibleMigration;
import dev.mhc.migrations.operation.SchemaEditor;

@Migration(version = 2025_01_01_000000L, description = "Create notes")
public final class M20250101000000CreateNotes implements ReversibleMigration {

    @Override
    public void up(SchemaEditor schema) {
        schema.createTable("notes", t -> {
            t.id();
            t.column("content", text()).notNull();
        });
    }

    @Override
    public void down(SchemaEditor schema) {
        schema.dropTable("notes");
    }
}
