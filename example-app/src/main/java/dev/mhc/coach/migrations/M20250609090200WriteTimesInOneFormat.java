package dev.mhc.coach.migrations;

import static dev.mhc.migrations.operation.Sql.none;

import dev.mhc.migrations.Migration;
import dev.mhc.migrations.ReversibleMigration;
import dev.mhc.migrations.operation.SchemaEditor;
import dev.mhc.migrations.operation.Sql;

/**
 * Writes every time in an SQLite file as {@code yyyy-MM-dd HH:mm:ss.SSS}, in UTC. Times had been written as {@code
 * 2025-05-01 10:00:00.000000}, {@code 2025-06-07T00:30:33.401891}, {@code 2025-05-04 08:00:00} and {@code 2025-05-01},
 * and a driver that is told one format does not read the others.
 *
 * <p>An instant stays the same to the millisecond: further digits are cut off, as the application does with its own
 * times, and a day begins at midnight. What is no time in one of these spellings is left alone. PostgreSQL keeps
 * instants, not spellings, and has nothing to do.
 *
 * <p>Rolled back, the times stay as they are: they mean the same, and who wrote how is not known any more.
 */
@Migration(version = 2025_06_09_090200L, description = "Write times in one format")
public final class M20250609090200WriteTimesInOneFormat implements ReversibleMigration {

    /** Longer than the format: cut; shorter: filled up from the end of a midnight. */
    private static final String UPDATE = """
            UPDATE "{table}"
            SET "{column}" = substr(
                replace("{column}", 'T', ' ') || substr('0000-00-00 00:00:00.000', length("{column}") + 1), 1, 23)
            WHERE typeof("{column}") = 'text' AND datetime("{column}") IS NOT NULL
                AND (length("{column}") IN (10, 19) OR length("{column}") > 20)
                AND substr("{column}", 20) NOT GLOB '*[^.0-9]*'""";

    @Override
    public void up(SchemaEditor schema) {
        rewrite(schema, "users", "created_at", "updated_at");
        rewrite(schema, "user_profiles", "created_at", "updated_at");
        rewrite(schema, "session_schedules", "created_at", "updated_at");
        rewrite(schema, "emergency_contacts", "created_at", "updated_at");
        rewrite(schema, "conversations", "started_at", "ended_at");
        rewrite(schema, "messages", "created_at", "updated_at");
        rewrite(schema, "session_mood_ratings", "created_at", "updated_at");
        rewrite(schema, "important_memories", "created_at", "updated_at");
        rewrite(schema, "homework_assignments", "due_date", "completion_date", "created_at", "updated_at");
        rewrite(schema, "homework_progress_notes", "created_at");
        rewrite(schema, "assessments", "taken_at");
    }

    @Override
    public void down(SchemaEditor schema) {
        // The spellings of before are not kept.
    }

    private static void rewrite(SchemaEditor schema, String table, String... columns) {
        for (String column : columns) {
            String update = UPDATE.replace("{table}", table).replace("{column}", column);
            schema.sql(Sql.sqlite(update).postgresql(none()));
        }
    }
}
