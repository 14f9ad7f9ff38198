package dev.mhc.coach.migrations;

import static dev.mhc.migrations.schema.ColumnType.bool;
import static dev.mhc.migrations.schema.ColumnType.integer;
import static dev.mhc.migrations.schema.ColumnType.timestampTz;

import dev.mhc.migrations.Migration;
import dev.mhc.migrations.ReversibleMigration;
import dev.mhc.migrations.operation.SchemaEditor;
import dev.mhc.migrations.schema.ColumnType;
import dev.mhc.migrations.schema.ColumnType.Kind;

/**
 * The tables as the first release made them: strings without a length, and hardly a column that refuses NULL.
 *
 * <p>The keys alone are numbered as today, so that a number is never given twice. A database of that time numbers its
 * rows one above the highest that is there, and goes on to do so when it is adopted.
 */
@Migration(version = 2025_05_01_090000L, description = "Create users and what belongs to each")
public final class M20250501090000CreateUsers implements ReversibleMigration {

    private static final ColumnType STRING = ColumnType.of(Kind.VARCHAR);

    @Override
    public void up(SchemaEditor schema) {
        schema.createTable("users", t -> {
            t.id();
            t.column("email", STRING);
            t.column("hashed_password", STRING);
            t.column("first_name", STRING);
            t.column("last_name", STRING);
            t.column("is_active", bool());
            t.column("created_at", timestampTz());
            t.column("updated_at", timestampTz());
        });
        schema.createIndex("ix_users_id").on("users", "id");
        schema.createIndex("ix_users_email").on("users", "email").unique();
        schema.createTable("user_profiles", t -> {
            t.id();
            t.column("user_id", integer()).references("users", "id");
            t.column("age", integer());
            t.column("location", STRING);
            t.column("anxiety_score", integer());
            t.column("depression_score", integer());
            t.column("communication_preference", STRING);
            t.column("session_frequency", integer());
            t.column("created_at", timestampTz());
            t.column("updated_at", timestampTz());
        });
        schema.createTable("session_schedules", t -> {
            t.id();
            t.column("user_id", integer()).references("users", "id");
            t.column("day_of_week", integer());
            t.column("hour", integer());
            t.column("minute", integer());
            t.column("is_active", bool());
            t.column("created_at", timestampTz());
            t.column("updated_at", timestampTz());
        });
        schema.createTable("emergency_contacts", t -> {
            t.id();
            t.column("user_id", integer()).notNull().references("users", "id");
            t.column("name", STRING).notNull();
            t.column("relationship_type", STRING);
            t.column("phone_number", STRING).notNull();
            t.column("email", STRING);
            t.column("is_primary", bool()).notNull();
            t.column("created_at", timestampTz()).notNull();
            t.column("updated_at", timestampTz()).notNull();
        });
    }

    @Override
    public void down(SchemaEditor schema) {
        schema.dropTable("emergency_contacts");
        schema.dropTable("session_schedules");
        schema.dropTable("user_profiles");
        schema.dropTable("users");
    }
}
