package org.example.application;

import dev.mhc.migrations.Migration;
import dev.mhc.migrations.ReversibleMigration;
import dev.mhc.migrations.operation.SchemaEditor;

@Migration(version = 2025_01_03_000000L, description = "Create users")
public final class M20250103000000CreateUsers implements ReversibleMigration {

    @Override
    public void up(SchemaEditor schema) {
        schema.createTable("users", t -> t.id());
    }

    @Override
    public void down(SchemaEditor schema) {
        schema.dropTable("users");
    }
}
