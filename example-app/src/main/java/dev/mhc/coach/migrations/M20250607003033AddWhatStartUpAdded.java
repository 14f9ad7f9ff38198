package dev.mhc.coach.migrations;

import static dev.mhc.migrations.schema.ColumnType.bool;
import static dev.mhc.migrations.schema.ColumnType.integer;
import static dev.mhc.migrations.schema.ColumnType.timestampTz;

import dev.mhc.migrations.Migration;
import dev.mhc.migrations.ReversibleMigration;
import dev.mhc.migrations.operation.SchemaEditor;

/**
 * What a function of the application added to the tables when it started and missed a column: defaults that are the
 * moment of that start, and a reference without its foreign key.
 *
 * <p>A database that grew before there was a history has all up to here: it is adopted with {@code mvn mhc:baseline
 * -Dmhc.target=2025_06_07_003033}.
 */
@Migration(version = 2025_06_07_003033L, description = "Add what the start-up function added")
public final class M20250607003033AddWhatStartUpAdded implements ReversibleMigration {

    @Override
    public void up(SchemaEditor schema) {
        schema.alterTable(
                "conversations",
                t -> t.addColumn("updated_at", timestampTz()).defaultValue("2025-06-07T00:30:33.401891"));
        schema.alterTable("messages", t -> {
            t.addColumn("is_transcript", bool()).defaultValue(false);
            t.addColumn("updated_at", timestampTz()).defaultValue("2025-06-07T00:30:33.400613");
        });
        schema.alterTable("important_memories", t -> t.addColumn("conversation_id", integer()));
        schema.alterTable(
                "assessments",
                t -> t.addColumn("updated_at", timestampTz()).defaultValue("2025-06-07T00:30:33.402980"));
    }

    @Override
    public void down(SchemaEditor schema) {
        schema.alterTable("assessments", t -> t.dropColumn("updated_at"));
        schema.alterTable("important_memories", t -> t.dropColumn("conversation_id"));
        schema.alterTable("messages", t -> {
            t.dropColumn("updated_at");
            t.dropColumn("is_transcript");
        });
        schema.alterTable("conversations", t -> t.dropColumn("updated_at"));
    }
}
