package dev.mhc.coach.migrations;

import static dev.mhc.migrations.schema.ColumnType.timestampTz;

import dev.mhc.migrations.Migration;
import dev.mhc.migrations.ReversibleMigration;
import dev.mhc.migrations.operation.SchemaEditor;

/**
 * Drops what only says when the application once started: two columns that no entity has, and the default of the third.
 * The time of each message stays.
 *
 * <p>Rolled back, the columns come back with that moment in every row.
 */
@Migration(version = 2025_06_09_090100L, description = "Drop the times of a start-up")
public final class M20250609090100DropTimesOfStartUp implements ReversibleMigration {

    @Override
    public void up(SchemaEditor schema) {
        schema.alterTable("conversations", t -> t.dropColumn("updated_at"));
        schema.alterTable("assessments", t -> t.dropColumn("updated_at"));
        schema.alterTable("messages", t -> t.alterColumn("updated_at").dropDefault());
    }

    @Override
    public void down(SchemaEditor schema) {
        schema.alterTable("messages", t -> t.alterColumn("updated_at").defaultValue("2025-06-07T00:30:33.400613"));
        schema.alterTable(
                "assessments",
                t -> t.addColumn("updated_at", timestampTz()).defaultValue("2025-06-07T00:30:33.402980"));
        schema.alterTable(
                "conversations",
                t -> t.addColumn("updated_at", timestampTz()).defaultValue("2025-06-07T00:30:33.401891"));
    }
}
