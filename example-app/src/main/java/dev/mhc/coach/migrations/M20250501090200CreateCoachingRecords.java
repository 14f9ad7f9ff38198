package dev.mhc.coach.migrations;

import static dev.mhc.migrations.schema.ColumnType.bigint;
import static dev.mhc.migrations.schema.ColumnType.bool;
import static dev.mhc.migrations.schema.ColumnType.doublePrecision;
import static dev.mhc.migrations.schema.ColumnType.text;
import static dev.mhc.migrations.schema.ColumnType.timestampTz;
import static dev.mhc.migrations.schema.ColumnType.varchar;

import dev.mhc.migrations.Migration;
import dev.mhc.migrations.ReversibleMigration;
import dev.mhc.migrations.operation.SchemaEditor;

@Migration(version = 2025_05_01_090200L, description = "Create memories, homework and assessments")
public final class M20250501090200CreateCoachingRecords implements ReversibleMigration {

    @Override
    public void up(SchemaEditor schema) {
        schema.createTable("important_memories", t -> {
            t.id();
            t.column("user_id", bigint()).notNull().references("users", "id");
            t.column("conversation_id", bigint()).references("conversations", "id");
            t.column("content", text()).notNull();
            t.column("category", varchar(255));
            t.column("importance_score", doublePrecision()).notNull();
            t.column("created_at", timestampTz()).notNull();
            t.column("updated_at", timestampTz()).notNull();
        });
        schema.createTable("homework_assignments", t -> {
            t.id();
            t.column("user_id", bigint()).references("users", "id");
            t.column("conversation_id", bigint()).references("conversations", "id");
            t.column("title", varchar(255));
            t.column("description", text());
            t.column("technique", varchar(255));
            t.column("due_date", timestampTz());
            t.column("is_completed", bool());
            t.column("completion_date", timestampTz());
            t.column("completion_notes", text());
            t.column("created_at", timestampTz());
            t.column("updated_at", timestampTz());
        });
        schema.createTable("homework_progress_notes", t -> {
            t.id();
            t.column("homework_assignment_id", bigint()).references("homework_assignments", "id");
            t.column("content", text());
            t.column("created_at", timestampTz());
        });
        schema.createTable("assessments", t -> {
            t.id();
            t.column("user_id", bigint()).notNull().references("users", "id");
            t.column("type", varchar(10)).notNull();
            t.column("score", doublePrecision()).notNull();
            t.column("taken_at", timestampTz()).notNull();
            t.column("conversation_id", bigint()).references("conversations", "id");
            t.column("responses", text());
            t.column("notes", text());
        });
    }

    @Override
    public void down(SchemaEditor schema) {
        schema.dropTable("assessments");
        schema.dropTable("homework_progress_notes");
        schema.dropTable("homework_assignments");
        schema.dropTable("important_memories");
    }
}
