package org.example.twin;

import dev.mhc.migrations.Migration;
import dev.mhc.migrations.ReversibleMigration;
import dev.mhc.migrations.operation.SchemaEditor;

@Migration(version = 2025_01_05_000000L, description = "Create twins")
public final class M20250105000000CreateTwins implements ReversibleMigration {

    @Override
    public void up(SchemaEditor schema) {
        schema.createTable("twins", t -> t.id());
    }

    @Override
    public void down(SchemaEditor schema) {
        schema.dropTable("twins");
    }
}
