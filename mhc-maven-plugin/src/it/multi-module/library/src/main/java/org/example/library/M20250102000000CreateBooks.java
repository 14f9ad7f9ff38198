package org.example.library;

import static dev.mhc.migrations.schema.ColumnType.text;

import dev.mhc.migrations.Migration;
import dev.mhc.migrations.ReversibleMigration;
import dev.mhc.migrations.operation.SchemaEditor;

@Migration(version = 2025_01_02_000000L, description = "Create books")
public final class M20250102000000CreateBooks implements ReversibleMigration {

    @Override
    public void up(SchemaEditor schema) {
        schema.createTable("books", t -> {
            t.id();
            t.column("title", text()).notNull();
        });
    }

    @Override
    public void down(SchemaEditor schema) {
        schema.dropTable("books");
    }
}
