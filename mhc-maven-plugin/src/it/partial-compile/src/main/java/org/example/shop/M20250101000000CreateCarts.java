package org.example.shop;

import dev.mhc.migrations.Migration;
import dev.mhc.migrations.ReversibleMigration;
import dev.mhc.migrations.operation.SchemaEditor;

@Migration(version = 2025_01_01_000000L, description = "Create carts")
public final class M20250101000000CreateCarts implements ReversibleMigration {

    @Override
    public void up(SchemaEditor schema) {
        schema.createTable("carts", t -> t.id());
    }

    @Override
    public void down(SchemaEditor schema) {
        schema.dropTable("carts");
    }
}
