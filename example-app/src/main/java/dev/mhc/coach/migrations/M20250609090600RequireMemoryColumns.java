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
 * Brings {@code important_memories} to what the entity says: a memory belongs to a conversation, not to a message, and
 * its score has fractions.
 *
 * <p>A memory without a score gets that of a new one. Where one of the two times is missing, the other stands in; where
 * both are, the day of the first release does. A memory without user or content, or of a conversation that does not
 * exist, is named, and nothing is changed.
 *
 * <p>Rolled back, the columns accept NULL again and keep what was filled in; {@code source_message_id} comes back empty.
 * The score stays what it is, since PostgreSQL would round it to an integer.
 */
@Migration(version = 2025_06_09_090600L, description = "Require what every memory has")
public final class M20250609090600RequireMemoryColumns implements ReversibleMigration {

    @Override
    public void up(SchemaEditor schema) {
        schema.alterTable("important_memories", t -> {
            t.dropForeignKey("source_message_id");
            t.dropColumn("source_message_id");
            t.alterColumn("user_id").type(bigint()).notNull();
            t.alterColumn("conversation_id").type(bigint());
            t.addForeignKey("conversation_id").references("conversations", "id");
            t.alterColumn("content").notNull();
            t.alterColumn("category").type(varchar(255));
            t.alterColumn("importance_score").type(doublePrecision()).notNull().fillNulls("0.5");
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
        schema.alterTable("important_memories", t -> {
            t.alterColumn("updated_at").nullable();
            t.alterColumn("created_at").nullable();
            t.alterColumn("importance_score").nullable();
            t.alterColumn("category").type(ColumnType.of(Kind.VARCHAR));
            t.alterColumn("content").nullable();
            t.dropForeignKey("conversation_id");
            t.alterColumn("conversation_id").type(integer());
            t.alterColumn("user_id").type(integer()).nullable();
            t.addColumn("source_message_id", integer()).references("messages", "id");
        });
    }
}
