package org.example.shop;

import static dev.mhc.migrations.schema.ColumnType.varchar;

import dev.mhc.migrations.Migration;
import dev.mhc.migrations.ReversibleMigration;
import dev.mhc.migrations.operation.SchemaEditor;

@Migration(version = 2025_01_02_000000L, description = "Add state to tickets")
public final class M20250102000000AddState implements ReversibleMigration {

    @Override
    public void up(SchemaEditor schema) {
        schema.alterTable("tickets", t -> t.addColumn("state", varchar(20)));
    }

    @Override
    public void down(SchemaEditor schema) {
        schema.alterTable("tickets", t -> t.dropColumn("state"));
    }
}
