package dev.mhc.coach.migrations;

import static dev.mhc.migrations.schema.ColumnType.text;

import dev.mhc.migrations.Migration;
import dev.mhc.migrations.ReversibleMigration;
import dev.mhc.migrations.operation.SchemaEditor;

@Migration(version = 2025_06_02_091500L, description = "Add profile_data to users")
public final class M20250602091500AddProfileDataToUsers implements ReversibleMigration {

    @Override
    public void up(SchemaEditor schema) {
        schema.alterTable("users", t -> t.addColumn("profile_data", text()));
    }

    @Override
    public void down(SchemaEditor schema) {
        schema.alterTable("users", t -> t.dropColumn("profile_data"));
    }
}
