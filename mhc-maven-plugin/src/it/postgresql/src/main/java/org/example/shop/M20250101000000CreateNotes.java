package org.example.shop;

import dev.mhc.migrations.Migration;
import dev.mhc.migrations.ReversibleMigration;
import dev.mhc.migrations.operation.SchemaEditor;
import dev.mhc.migrations.schema.ColumnType;

@Migration(version = 2025_01_01_000000L, description = "Create notes")
public final class M20250101000000CreateNotes implements ReversibleMigration {

    @Override
    public void up(SchemaEditor schema) {
        schema.createTable("notes", t -> {
            t.id();
            t.column("body", ColumnType.varchar(255)).notNull();
        });
        schema.sql("INSERT INTO notes (body) VALUES ('one'), ('two')");
    }

    @Override
    public void down(SchemaEditor schema) {
        schema.dropTable("notes");
    }
}
