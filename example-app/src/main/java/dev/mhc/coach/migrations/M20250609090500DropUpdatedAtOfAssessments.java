package dev.mhc.coach.migrations;

import static dev.mhc.migrations.schema.ColumnType.timestampTz;

import dev.mhc.migrations.Migration;
import dev.mhc.migrations.ReversibleMigration;
import dev.mhc.migrations.operation.SchemaEditor;

/** Drops a column that no entity has: an assessment is taken once and never changed. */
@Migration(version = 2025_06_09_090500L, description = "Drop updated_at of assessments")
public final class M20250609090500DropUpdatedAtOfAssessments implements ReversibleMigration {

    @Override
    public void up(SchemaEditor schema) {
        schema.alterTable("assessments", t -> t.dropColumn("updated_at"));
    }

    @Override
    public void down(SchemaEditor schema) {
        schema.alterTable(
                "assessments",
                t -> t.addColumn("updated_at", timestampTz()).defaultValue("2025-06-07T00:30:33.402980"));
    }
}
