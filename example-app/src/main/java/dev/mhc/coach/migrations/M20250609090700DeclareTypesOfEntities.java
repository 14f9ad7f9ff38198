package dev.mhc.coach.migrations;

import static dev.mhc.migrations.schema.ColumnType.bigint;
import static dev.mhc.migrations.schema.ColumnType.doublePrecision;
import static dev.mhc.migrations.schema.ColumnType.integer;
import static dev.mhc.migrations.schema.ColumnType.timestampTz;
import static dev.mhc.migrations.schema.ColumnType.varchar;

import dev.mhc.migrations.Migration;
import dev.mhc.migrations.ReversibleMigration;
import dev.mhc.migrations.operation.SchemaEditor;
import dev.mhc.migrations.schema.ColumnType;
import dev.mhc.migrations.schema.ColumnType.Kind;

/**
 * Gives the columns of the other tables the types of their entities: references are as wide as the keys, strings have a
 * length, and a point in time is one by name. No value changes.
 *
 * <p>Rolled back, references and strings are what they were; a point in time stays one.
 */
@Migration(version = 2025_06_09_090700L, description = "Declare the types of the entities")
public final class M20250609090700DeclareTypesOfEntities implements ReversibleMigration {

    @Override
    public void up(SchemaEditor schema) {
        declare(schema, bigint(), varchar(255));
    }

    @Override
    public void down(SchemaEditor schema) {
        declare(schema, integer(), ColumnType.of(Kind.VARCHAR));
    }

    private static void declare(SchemaEditor schema, ColumnType reference, ColumnType string) {
        schema.alterTable("user_profiles", t -> {
            t.alterColumn("user_id").type(reference);
            t.alterColumn("location").type(string);
            t.alterColumn("communication_preference").type(string);
            t.alterColumn("created_at").type(timestampTz());
            t.alterColumn("updated_at").type(timestampTz());
        });
        schema.alterTable("session_schedules", t -> {
            t.alterColumn("user_id").type(reference);
            t.alterColumn("created_at").type(timestampTz());
            t.alterColumn("updated_at").type(timestampTz());
        });
        schema.alterTable("emergency_contacts", t -> {
            t.alterColumn("user_id").type(reference);
            t.alterColumn("name").type(string);
            t.alterColumn("relationship_type").type(string);
            t.alterColumn("phone_number").type(string);
            t.alterColumn("email").type(string);
            t.alterColumn("created_at").type(timestampTz());
            t.alterColumn("updated_at").type(timestampTz());
        });
        schema.alterTable("session_mood_ratings", t -> {
            t.alterColumn("conversation_id").type(reference);
            t.alterColumn("user_id").type(reference);
            t.alterColumn("created_at").type(timestampTz());
            t.alterColumn("updated_at").type(timestampTz());
        });
        schema.alterTable("homework_assignments", t -> {
            t.alterColumn("user_id").type(reference);
            t.alterColumn("conversation_id").type(reference);
            t.alterColumn("title").type(string);
            t.alterColumn("technique").type(string);
            t.alterColumn("due_date").type(timestampTz());
            t.alterColumn("completion_date").type(timestampTz());
            t.alterColumn("created_at").type(timestampTz());
            t.alterColumn("updated_at").type(timestampTz());
        });
        schema.alterTable("homework_progress_notes", t -> {
            t.alterColumn("homework_assignment_id").type(reference);
            t.alterColumn("created_at").type(timestampTz());
        });
        schema.alterTable("assessments", t -> {
            t.alterColumn("user_id").type(reference);
            t.alterColumn("score").type(doublePrecision());
            t.alterColumn("taken_at").type(timestampTz());
            t.alterColumn("conversation_id").type(reference);
        });
    }
}
