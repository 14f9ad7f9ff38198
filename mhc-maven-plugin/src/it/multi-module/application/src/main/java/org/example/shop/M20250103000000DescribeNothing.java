package org.example.shop;

import dev.mhc.migrations.Migration;
import dev.mhc.migrations.ReversibleMigration;
import dev.mhc.migrations.operation.SchemaEditor;

@Migration(version = 2025_01_03_000000L, description = "Describe nothing")
public final class M20250103000000DescribeNothing implements ReversibleMigration {

    @Override
    public void up(SchemaEditor schema) {
        // Nothing yet.
    }

    @Override
    public void down(SchemaEditor schema) {
        // Nothing yet.
    }
}
