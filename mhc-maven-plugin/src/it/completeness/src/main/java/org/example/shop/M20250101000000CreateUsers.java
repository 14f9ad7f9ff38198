package org.example.shop;

import static dev.mhc.migrations.schema.ColumnType.varchar;

import dev.mhc.migrations.Migration;
import dev.mhc.migrations.ReversibleMigration;
import dev.mhc.migrations.operation.SchemaEditor;

@Migration(version = 2025_01_01_000000L, description = "Create users")
public final class M20250101000000CreateUsers implements ReversibleMigration {

    @Override
    public void up(SchemaEditor schema) {
        schema.createTable("users", t -> {
            t.id();
            t.column("email", varchar(255)).notNull().unique();
        });
    }

    @Override
    public void down(SchemaEditor schema) {
        schema.dropTable("users");
    }
}
