package org.example.shop;

import dev.mhc.migrations.Migration;
import dev.mhc.migrations.ReversibleMigration;
import dev.mhc.migrations.operation.SchemaEditor;

@Migration(version = 2025_01_03_000000L, description = "Create returns")
public final class M20250103000000CreateReturns implements ReversibleMigration {

    @Override
    public void up(SchemaEditor schema) {
        schema.createTable("returns", t -> t.id());
    }

    @Override
    public void down(SchemaEditor schema) {
        schema.dropTable("returns");
    }
}
