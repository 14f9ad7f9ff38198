package bad;

import dev.mhc.migrations.IrreversibleMigration;
import dev.mhc.migrations.Migration;
import dev.mhc.migrations.ReversibleMigration;
import dev.mhc.migrations.operation.SchemaEditor;

@Migration(version = 2025_06_01_180102L, description = "Add users")
public class BothDirections implements ReversibleMigration, IrreversibleMigration { //! BothDirections implements both ReversibleMigration and IrreversibleMigration.
    public void up(SchemaEditor schema) {}
    public void down(SchemaEditor schema) {}
}
