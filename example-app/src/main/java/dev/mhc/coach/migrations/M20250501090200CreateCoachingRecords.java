package dev.mhc.coach.migrations;

import static dev.mhc.migrations.schema.ColumnType.bool;
import static dev.mhc.migrations.schema.ColumnType.doublePrecision;
import static dev.mhc.migrations.schema.ColumnType.integer;
import static dev.mhc.migrations.schema.ColumnType.text;
import static dev.mhc.migrations.schema.ColumnType.timestampTz;
import static dev.mhc.migrations.schema.ColumnType.varchar;

import dev.mhc.migrations.Migration;
import dev.mhc.migrations.ReversibleMigration;
import dev.mhc.migrations.operation.SchemaEditor;
import dev.mhc.migrations.schema.ColumnType;
import dev.mhc.migrations.schema.ColumnType.Kind;

/** The tables as the first release made them, with a score that is an integer and holds fractions on SQLite. */
@Migration(version = 2025_05_01_090200L, description = "Create memories, homework and assessments")
public final class M20250501090200CreateCoachingRecords implements ReversibleMigration {

    private static final ColumnType STRING = ColumnType.of(Kind.VARCHAR);

    @Override
    public void up(SchemaEditor schema) {
        schema.createTable("homework_assignments", t -> {
            t.id();
            t.column("user_id", integer()).references("users", "id");
            t.column("conversation_id", integer()).references("conversations", "id");
            t.column("title", STRING);
            t.column("description", text());
            t.column("technique", STRING);
            t.column("due_date", timestampTz());
            t.column("is_completed", bool());
            t.column("completion_date", timestampTz());
            t.column("completion_notes", text());
            t.column("created_at", timestampTz());
            t.column("updated_at", timestampTz());
        });
        schema.createTable("important_memories", t -> {
            t.id();
            t.column("user_id", integer()).references("users", "id");
            t.column("content", text());
            t.column("category", STRING);
            t.column("importance_score", integer());
            t.column("source_message_id", integer()).references("messages", "id");
            t.column("created_at", timestampTz());
            t.column("updated_at", timestampTz());
        });
        schema.createTable("homework_progress_notes", t -> {
            t.id();
            t.column("homework_assignment_id", integer()).references("homework_assignments", "id");
            t.column("content", text());
            t.column("created_at", timestampTz());
        });
        schema.createTable("assessments", t -> {
            t.id();
            t.column("user_id", integer()).notNull().references("users", "id");
            t.column("type", varchar(10)).notNull();
            t.column("score", doublePrecision()).notNull();
            t.column("taken_at", timestampTz()).notNull();
            t.column("conversation_id", integer()).references("conversations", "id");
            t.column("responses", text());
            t.column("notes", text());
        });
    }

    @Override
    public void down(SchemaEditor schema) {
        schema.dropTable("assessments");
        schema.dropTable("homework_progress_notes");
        schema.dropTable("important_memories");
        schema.dropTable("homework_assignments");
    }
}
