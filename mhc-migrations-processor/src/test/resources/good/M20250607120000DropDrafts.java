package coach.migrations.later;

import dev.mhc.migrations.IrreversibleMigration;
import dev.mhc.migrations.Migration;
import dev.mhc.migrations.operation.SchemaEditor;

@Migration(
        version = 2025_06_07_120000L,
        description = "Drop \"drafts\" – größer als nötig, costs $5 \\ month",
        irreversible = """
                The drafts are gone.
                Restore a backup.""",
        transactional = false)
public final class M20250607120000DropDrafts implements IrreversibleMigration {

    @Override
    public void up(SchemaEditor schema) {
        schema.dropTable("drafts");
    }
}
