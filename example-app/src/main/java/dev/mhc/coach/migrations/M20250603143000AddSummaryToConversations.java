package dev.mhc.coach.migrations;

import static dev.mhc.migrations.schema.ColumnType.text;

import dev.mhc.migrations.Migration;
import dev.mhc.migrations.ReversibleMigration;
import dev.mhc.migrations.operation.SchemaEditor;

@Migration(version = 2025_06_03_143000L, description = "Add summary to conversations")
public final class M20250603143000AddSummaryToConversations implements ReversibleMigration {

    @Override
    public void up(SchemaEditor schema) {
        schema.alterTable("conversations", t -> t.addColumn("summary", text()));
    }

    @Override
    public void down(SchemaEditor schema) {
        schema.alterTable("conversations", t -> t.dropColumn("summary"));
    }
}
