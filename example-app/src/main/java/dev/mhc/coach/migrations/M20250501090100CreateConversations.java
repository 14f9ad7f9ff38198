package dev.mhc.coach.migrations;

import static dev.mhc.migrations.schema.ColumnType.bool;
import static dev.mhc.migrations.schema.ColumnType.integer;
import static dev.mhc.migrations.schema.ColumnType.text;
import static dev.mhc.migrations.schema.ColumnType.timestampTz;

import dev.mhc.migrations.Migration;
import dev.mhc.migrations.ReversibleMigration;
import dev.mhc.migrations.operation.SchemaEditor;
import dev.mhc.migrations.schema.ColumnType;
import dev.mhc.migrations.schema.ColumnType.Kind;

/** The tables as the first release made them. */
@Migration(version = 2025_05_01_090100L, description = "Create conversations, messages and mood ratings")
public final class M20250501090100CreateConversations implements ReversibleMigration {

    @Override
    public void up(SchemaEditor schema) {
        schema.createTable("conversations", t -> {
            t.id();
            t.column("user_id", integer()).references("users", "id");
            t.column("title", ColumnType.of(Kind.VARCHAR));
            t.column("is_formal_session", bool());
            t.column("session_number", integer());
            t.column("started_at", timestampTz());
            t.column("ended_at", timestampTz());
        });
        schema.createIndex("ix_conversations_id").on("conversations", "id");
        schema.createTable("messages", t -> {
            t.id();
            t.column("conversation_id", integer()).references("conversations", "id");
            t.column("is_from_user", bool());
            t.column("content", text());
            t.column("created_at", timestampTz());
        });
        schema.createIndex("ix_messages_id").on("messages", "id");
        schema.createTable("session_mood_ratings", t -> {
            t.id();
            t.column("conversation_id", integer()).notNull().references("conversations", "id");
            t.column("user_id", integer()).notNull().references("users", "id");
            t.column("mood_before", integer()).notNull();
            t.column("mood_after", integer());
            t.column("created_at", timestampTz()).notNull();
            t.column("updated_at", timestampTz()).notNull();
            t.column("notes", text());
        });
    }

    @Override
    public void down(SchemaEditor schema) {
        schema.dropTable("session_mood_ratings");
        schema.dropTable("messages");
        schema.dropTable("conversations");
    }
}
