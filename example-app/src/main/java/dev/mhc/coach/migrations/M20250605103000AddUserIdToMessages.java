package dev.mhc.coach.migrations;

import static dev.mhc.migrations.schema.ColumnType.bigint;

import dev.mhc.migrations.Migration;
import dev.mhc.migrations.ReversibleMigration;
import dev.mhc.migrations.operation.SchemaEditor;

@Migration(version = 2025_06_05_103000L, description = "Add user_id to messages")
public final class M20250605103000AddUserIdToMessages implements ReversibleMigration {

    @Override
    public void up(SchemaEditor schema) {
        schema.alterTable("messages", t -> t.addColumn("user_id", bigint()).references("users", "id"));
    }

    @Override
    public void down(SchemaEditor schema) {
        schema.alterTable("messages", t -> t.dropColumn("user_id"));
    }
}
