package bad;

import dev.mhc.migrations.Migration;
import dev.mhc.migrations.ReversibleMigration;
import dev.mhc.migrations.operation.SchemaEditor;

public class InnerClass {
    @Migration(version = 2025_06_01_180102L, description = "Add users")
    public class Inner implements ReversibleMigration { //! Inner is an inner class, which cannot be made without an object around it.
        public void up(SchemaEditor schema) {}
        public void down(SchemaEditor schema) {}
    }
}
