package bad;

import dev.mhc.migrations.Migration;
import dev.mhc.migrations.ReversibleMigration;
import dev.mhc.migrations.operation.SchemaEditor;

@Migration(version = 2025_06_01_180102L, description = "Add users")
public class ConstructorThrows implements ReversibleMigration {
    public ConstructorThrows() throws java.io.IOException, IllegalStateException {} //! The constructor of ConstructorThrows declares IOException.

    public void up(SchemaEditor schema) {}
    public void down(SchemaEditor schema) {}
}
