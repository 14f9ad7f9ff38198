package dev.mhc.coach.migrations;

import dev.mhc.migrations.Migration;
import dev.mhc.migrations.ReversibleMigration;
import dev.mhc.migrations.operation.SchemaEditor;

/** Drops indexes that repeat a primary key: they cost every INSERT and serve no query. */
@Migration(version = 2025_06_09_090000L, description = "Drop the indexes that repeat a primary key")
public final class M20250609090000DropNeedlessIndexes implements ReversibleMigration {

    @Override
    public void up(SchemaEditor schema) {
        schema.dropIndex("ix_users_id");
        schema.dropIndex("ix_conversations_id");
        schema.dropIndex("ix_messages_id");
    }

    @Override
    public void down(SchemaEditor schema) {
        schema.createIndex("ix_messages_id").on("messages", "id");
        schema.createIndex("ix_conversations_id").on("conversations", "id");
        schema.createIndex("ix_users_id").on("users", "id");
    }
}
