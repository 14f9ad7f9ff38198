package dev.mhc.coach.migrations;

import static dev.mhc.migrations.schema.ColumnType.bigint;
import static dev.mhc.migrations.schema.ColumnType.integer;
import static dev.mhc.migrations.schema.ColumnType.timestampTz;

import dev.mhc.migrations.Migration;
import dev.mhc.migrations.ReversibleMigration;
import dev.mhc.migrations.operation.SchemaEditor;

/**
 * Brings {@code messages} to what the entity says.
 *
 * <p>A message is no transcript unless somebody said so. Where one of the two times is missing, the other stands in;
 * where both are, the day of the first release does. A message without conversation, content or speaker is named, and
 * nothing is changed.
 *
 * <p>Rolled back, the columns accept NULL again and keep what was filled in.
 */
@Migration(version = 2025_06_09_090500L, description = "Require what every message has")
public final class M20250609090500RequireMessageColumns implements ReversibleMigration {

    @Override
    public void up(SchemaEditor schema) {
        schema.alterTable("messages", t -> {
            t.alterColumn("conversation_id").type(bigint()).notNull();
            t.alterColumn("user_id").type(bigint());
            t.alterColumn("content").notNull();
            t.alterColumn("is_from_user").notNull();
            t.alterColumn("is_transcript").notNull().fillNulls("false");
            t.alterColumn("created_at")
                    .type(timestampTz())
                    .notNull()
                    .fillNulls("coalesce(updated_at, '2025-05-01 00:00:00.000')");
            t.alterColumn("updated_at")
                    .type(timestampTz())
                    .notNull()
                    .fillNulls("coalesce(created_at, '2025-05-01 00:00:00.000')");
        });
    }

    @Override
    public void down(SchemaEditor schema) {
        schema.alterTable("messages", t -> {
            t.alterColumn("updated_at").nullable();
            t.alterColumn("created_at").nullable();
            t.alterColumn("is_transcript").nullable();
            t.alterColumn("is_from_user").nullable();
            t.alterColumn("content").nullable();
            t.alterColumn("conversation_id").type(integer()).nullable();
        });
    }
}
