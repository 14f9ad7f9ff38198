package org.example.shop;

import dev.mhc.migrations.Migration;
import dev.mhc.migrations.ReversibleMigration;
import dev.mhc.migrations.operation.SchemaEditor;

@Migration(version = 2025_01_03_000000L, description = "Open tickets without a state")
public final class M20250103000000OpenTickets implements ReversibleMigration {

    @Override
    public void up(SchemaEditor schema) {
        schema.sql("UPDATE tickets SET state = 'open' WHERE state IS NULL");
    }

    @Override
    public void down(SchemaEditor schema) {}
}
