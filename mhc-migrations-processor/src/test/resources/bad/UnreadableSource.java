package bad;

import dev.mhc.migrations.Migration;
import dev.mhc.migrations.ReversibleMigration;
import dev.mhc.migrations.operation.SchemaEditor;

@Migration(version = 2025_06_01_180102L, description = "Add users")
public class UnreadableSource implements ReversibleMigration { //! The source of UnreadableSource could not be read for its checksum: the disk is gone.
    public void up(SchemaEditor schema) {}
    public void down(SchemaEditor schema) {}
}
