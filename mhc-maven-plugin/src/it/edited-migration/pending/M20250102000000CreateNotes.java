package org.example.shop;

import dev.mhc.migrations.Migration;
import dev.mhc.migrations.ReversibleMigration;
import dev.mhc.migrations.operation.SchemaEditor;

@Migration(version = 2025_01_02_000000L, description = "Create notes")
public final class M20250102000000CreateNotes implements ReversibleMigration {

    @Override
    public void up(SchemaEditor schema) {
        schema.createTable("notes", t -> t.id());
    }

    @Override
    public void down(SchemaEditor schema) {
        schema.dropTable("notes");
    }
}
