package dev.mhc.coach.migrations;

import static dev.mhc.migrations.schema.ColumnType.bigint;
import static dev.mhc.migrations.schema.ColumnType.bool;
import static dev.mhc.migrations.schema.ColumnType.integer;
import static dev.mhc.migrations.schema.ColumnType.timestampTz;
import static dev.mhc.migrations.schema.ColumnType.varchar;

import dev.mhc.migrations.Migration;
import dev.mhc.migrations.ReversibleMigration;
import dev.mhc.migrations.operation.SchemaEditor;

@Migration(version = 2025_05_01_090000L, description = "Create users and what belongs to each")
public final class M20250501090000CreateUsers implements ReversibleMigration {

    @Override
    public void up(SchemaEditor schema) {
        schema.createTable("users", t -> {
            t.id();
            t.column("email", varchar(255)).notNull().unique();
            t.column("hashed_password", varchar(255)).notNull();
            t.column("first_name", varchar(255));
            t.column("last_name", varchar(255));
            t.column("is_active", bool()).notNull();
            t.column("created_at", timestampTz()).notNull();
            t.column("updated_at", timestampTz()).notNull();
        });
        schema.createTable("user_profiles", t -> {
            t.id();
            t.column("user_id", bigint()).references("users", "id");
            t.column("age", integer());
            t.column("location", varchar(255));
            t.column("anxiety_score", integer());
            t.column("depression_score", integer());
            t.column("communication_preference", varchar(255));
            t.column("session_frequency", integer());
            t.column("created_at", timestampTz());
            t.column("updated_at", timestampTz());
        });
        schema.createTable("session_schedules", t -> {
            t.id();
            t.column("user_id", bigint()).references("users", "id");
            t.column("day_of_week", integer());
            t.column("hour", integer());
            t.column("minute", integer());
            t.column("is_active", bool());
            t.column("created_at", timestampTz());
            t.column("updated_at", timestampTz());
        });
        schema.createTable("emergency_contacts", t -> {
            t.id();
            t.column("user_id", bigint()).notNull().references("users", "id");
            t.column("name", varchar(255)).notNull();
            t.column("relationship_type", varchar(255));
            t.column("phone_number", varchar(255)).notNull();
            t.column("email", varchar(255));
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
