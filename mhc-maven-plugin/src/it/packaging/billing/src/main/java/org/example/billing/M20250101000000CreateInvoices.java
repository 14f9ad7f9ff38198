package org.example.billing;

import dev.mhc.migrations.Migration;
import dev.mhc.migrations.ReversibleMigration;
import dev.mhc.migrations.operation.SchemaEditor;

@Migration(version = 2025_01_01_000000L, description = "Create invoices")
public final class M20250101000000CreateInvoices implements ReversibleMigration {

    @Override
    public void up(SchemaEditor schema) {
        schema.createTable("invoices", t -> t.id());
    }

    @Override
    public void down(SchemaEditor schema) {
        schema.dropTable("invoices");
    }
}
