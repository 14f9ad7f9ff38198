package org.example.shop;

import static dev.mhc.migrations.schema.ColumnType.text;

import dev.mhc.migrations.Migration;
import dev.mhc.migrations.ReversibleMigration;
import dev.mhc.migrations.operation.SchemaEditor;

@Migration(version = 2025_01_01_000000L, description = "Create \"<notes>\" & what belongs to others")
public final class M20250101000000CreateNotes implements ReversibleMigration {

    @Override
    public void up(SchemaEditor schema) {
        schema.createTable("notes", t -> {
            t.id();
            t.column("content", text()).notNull();
            t.column("author", text());
        });
        schema.createTable("legacy_<größe> & 'x'", t -> t.id());
        schema.sql("CREATE VIRTUAL TABLE search USING fts5(content)");
    }

    @Override
    public void down(SchemaEditor schema) {
        schema.sql("DROP TABLE search");
        schema.dropTable("legacy_<größe> & 'x'");
        schema.dropTable("notes");
    }
}
