package bad;

import dev.mhc.migrations.Migration;
import dev.mhc.migrations.ReversibleMigration;
import dev.mhc.migrations.operation.SchemaEditor;

@Migration(version = 2025_06_01_180102L, description = "Add users")
public class GenericClass<T> implements ReversibleMigration { //! GenericClass has type parameters.
    public void up(SchemaEditor schema) {}
    public void down(SchemaEditor schema) {}
}
