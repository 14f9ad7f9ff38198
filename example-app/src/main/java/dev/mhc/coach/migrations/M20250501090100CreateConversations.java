package dev.mhc.coach.migrations;

import static dev.mhc.migrations.schema.ColumnType.bigint;
import static dev.mhc.migrations.schema.ColumnType.bool;
import static dev.mhc.migrations.schema.ColumnType.integer;
import static dev.mhc.migrations.schema.ColumnType.text;
import static dev.mhc.migrations.schema.ColumnType.timestampTz;
import static dev.mhc.migrations.schema.ColumnType.varchar;

import dev.mhc.migrations.Migration;
import dev.mhc.migrations.ReversibleMigration;
import dev.mhc.migrations.operation.SchemaEditor;

@Migration(version = 2025_05_01_090100L, description = "Create conversations, messages and mood ratings")
public final class M20250501090100CreateConversations implements ReversibleMigration {

    @Override
    public void up(SchemaEditor schema) {
        schema.createTable("conversations", t -> {
            t.id();
            t.column("user_id", bigint()).notNull().references("users", "id");
            t.column("title", varchar(255));
            t.column("is_formal_session", bool()).notNull();
            t.column("session_number", integer());
            t.column("started_at", timestampTz()).notNull();
            t.column("ended_at", timestampTz());
        });
        schema.createTable("messages", t -> {
            t.id();
            t.column("conversation_id", bigint()).notNull().references("conversations", "id");
            t.column("content", text()).notNull();
            t.column("is_from_user", bool()).notNull();
            t.column("is_transcript", bool()).notNull().defaultValue(false);
            t.column("created_at", timestampTz()).notNull();
            t.column("updated_at", timestampTz()).notNull();
        });
        schema.createTable("session_mood_ratings", t -> {
            t.id();
            t.column("conversation_id", bigint()).notNull().references("conversations", "id");
            t.column("user_id", bigint()).notNull().references("users", "id");
            t.column("mood_before", integer()).notNull();
            t.column("mood_after", integer());
            t.column("notes", text());
            t.column("created_at", timestampTz()).notNull();
            t.column("updated_at", timestampTz()).notNull();
        });
    }

    @Override
    public void down(SchemaEditor schema) {
        schema.dropTable("session_mood_ratings");
        schema.dropTable("messages");
        schema.dropTable("conversations");
    }
}
