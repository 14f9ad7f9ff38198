package org.example.shop;

import dev.mhc.migrations.IrreversibleMigration;
import dev.mhc.migrations.Migration;
import dev.mhc.migrations.operation.SchemaEditor;

@Migration(version = 2025_01_03_000000L, description = "Fail", irreversible = "it never succeeds")
public final class M20250103000000Fail implements IrreversibleMigration {

    @Override
    public void up(SchemaEditor schema) {
        schema.sql("DELETE FROM notes");
        schema.sql("INSERT INTO nowhere VALUES (1)");
    }
}
