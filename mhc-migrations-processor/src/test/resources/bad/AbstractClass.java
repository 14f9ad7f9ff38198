package bad;

import dev.mhc.migrations.Migration;
import dev.mhc.migrations.ReversibleMigration;
import dev.mhc.migrations.operation.SchemaEditor;

@Migration(version = 2025_06_01_180102L, description = "Add users")
public abstract class AbstractClass implements ReversibleMigration { //! AbstractClass is abstract. The registry makes a migration with "new"
    public void up(SchemaEditor schema) {}
    public void down(SchemaEditor schema) {}
}
