package coach.migrations;

import static dev.mhc.migrations.schema.ColumnType.bool;

import dev.mhc.migrations.Migration;
import dev.mhc.migrations.ReversibleMigration;
import dev.mhc.migrations.operation.SchemaEditor;

/** Users prove that an e-mail address is theirs. */
@Migration(version = 2025_06_01_180102L, description = "Add is_verified to users")
public final class M20250601180102AddIsVerifiedToUsers implements ReversibleMigration {

    @Override
    public void up(SchemaEditor schema) {
        schema.alterTable("users", t -> t.addColumn("is_verified", bool()).notNull().defaultValue(false));
    }

    @Override
    public void down(SchemaEditor schema) {
        schema.alterTable("users", t -> t.dropColumn("is_verified"));
    }
}
