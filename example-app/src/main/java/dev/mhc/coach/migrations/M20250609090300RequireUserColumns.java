package dev.mhc.coach.migrations;

import static dev.mhc.migrations.schema.ColumnType.timestampTz;
import static dev.mhc.migrations.schema.ColumnType.varchar;

import dev.mhc.migrations.Migration;
import dev.mhc.migrations.ReversibleMigration;
import dev.mhc.migrations.operation.SchemaEditor;
import dev.mhc.migrations.schema.ColumnType;
import dev.mhc.migrations.schema.ColumnType.Kind;

/**
 * Brings {@code users} to what the entity says.
 *
 * <p>A user of whom nobody said otherwise is active, as a new one is. Where one of the two times is missing, the other
 * stands in; where both are, the day of the first release does. An e-mail address or a password is not invented: a user
 * without them is named, and nothing is changed.
 *
 * <p>Rolled back, the columns accept NULL again and keep what was filled in.
 */
@Migration(version = 2025_06_09_090300L, description = "Require what every user has")
public final class M20250609090300RequireUserColumns implements ReversibleMigration {

    private static final ColumnType STRING = ColumnType.of(Kind.VARCHAR);

    @Override
    public void up(SchemaEditor schema) {
        schema.dropIndex("ix_users_email");
        schema.alterTable("users", t -> {
            t.alterColumn("email").type(varchar(255)).notNull();
            t.addUnique("email");
            t.alterColumn("hashed_password").type(varchar(255)).notNull();
            t.alterColumn("first_name").type(varchar(255));
            t.alterColumn("last_name").type(varchar(255));
            t.alterColumn("is_active").notNull().fillNulls("true");
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
        schema.alterTable("users", t -> {
            t.alterColumn("updated_at").nullable();
            t.alterColumn("created_at").nullable();
            t.alterColumn("is_active").nullable();
            t.alterColumn("last_name").type(STRING);
            t.alterColumn("first_name").type(STRING);
            t.alterColumn("hashed_password").type(STRING).nullable();
            t.dropUnique("email");
            t.alterColumn("email").type(STRING).nullable();
        });
        schema.createIndex("ix_users_email").on("users", "email").unique();
    }
}
