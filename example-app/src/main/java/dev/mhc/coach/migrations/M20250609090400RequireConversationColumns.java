package dev.mhc.coach.migrations;

import static dev.mhc.migrations.schema.ColumnType.bigint;
import static dev.mhc.migrations.schema.ColumnType.integer;
import static dev.mhc.migrations.schema.ColumnType.timestampTz;
import static dev.mhc.migrations.schema.ColumnType.varchar;

import dev.mhc.migrations.Migration;
import dev.mhc.migrations.ReversibleMigration;
import dev.mhc.migrations.operation.SchemaEditor;
import dev.mhc.migrations.schema.ColumnType;
import dev.mhc.migrations.schema.ColumnType.Kind;

/**
 * Brings {@code conversations} to what the entity says.
 *
 * <p>A conversation is no formal session unless somebody said so. One whose beginning is missing began when it ended, or
 * on the day of the first release. One without a user is named, and nothing is changed.
 *
 * <p>Rolled back, the columns accept NULL again and keep what was filled in.
 */
@Migration(version = 2025_06_09_090400L, description = "Require what every conversation has")
public final class M20250609090400RequireConversationColumns implements ReversibleMigration {

    @Override
    public void up(SchemaEditor schema) {
        schema.alterTable("conversations", t -> {
            t.alterColumn("user_id").type(bigint()).notNull();
            t.alterColumn("title").type(varchar(255));
            t.alterColumn("is_formal_session").notNull().fillNulls("false");
            t.alterColumn("started_at")
                    .type(timestampTz())
                    .notNull()
                    .fillNulls("coalesce(ended_at, '2025-05-01 00:00:00.000')");
            t.alterColumn("ended_at").type(timestampTz());
        });
    }

    @Override
    public void down(SchemaEditor schema) {
        schema.alterTable("conversations", t -> {
            t.alterColumn("started_at").nullable();
            t.alterColumn("is_formal_session").nullable();
            t.alterColumn("title").type(ColumnType.of(Kind.VARCHAR));
            t.alterColumn("user_id").type(integer()).nullable();
        });
    }
}
