package org.example.shop;

import dev.mhc.migrations.Migration;
import dev.mhc.migrations.ReversibleMigration;
import dev.mhc.migrations.operation.SchemaEditor;
import dev.mhc.migrations.schema.ColumnType;

@Migration(version = 2025_01_02_000000L, description = "Add color")
public final class M20250102000000AddColor implements ReversibleMigration {

    @Override
    public void up(SchemaEditor schema) {
        schema.alterTable("notes", t -> t.addColumn("color", ColumnType.varchar(20)));
    }

    @Override
    public void down(SchemaEditor schema) {
        schema.alterTable("notes", t -> t.dropColumn("color"));
    }
}
