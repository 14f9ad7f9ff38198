package org.example.shop;

import dev.mhc.migrations.IrreversibleMigration;
import dev.mhc.migrations.Migration;
import dev.mhc.migrations.operation.SchemaEditor;

@Migration(version = 2025_01_03_000000L, description = "Create tags", irreversible = "tags stay")
public final class M20250103000000CreateTags implements IrreversibleMigration {

    @Override
    public void up(SchemaEditor schema) {
        schema.createTable("tags", t -> t.id());
    }
}
