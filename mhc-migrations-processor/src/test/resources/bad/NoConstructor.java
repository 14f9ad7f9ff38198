package bad;

import dev.mhc.migrations.Migration;
import dev.mhc.migrations.ReversibleMigration;
import dev.mhc.migrations.operation.SchemaEditor;

public class NoConstructor {
    @Migration(version = 2025_06_01_180102L, description = "Add users")
    public static class Hidden implements ReversibleMigration {
        Hidden() {} //! Hidden has no public constructor without parameters. The registry makes it with "new Hidden()"

        public void up(SchemaEditor schema) {}
        public void down(SchemaEditor schema) {}
    }

    @Migration(version = 2025_06_01_180103L, description = "Add users")
    public static class Needy implements ReversibleMigration { //! Needy has no public constructor without parameters.
        public Needy(String name) {}

        public void up(SchemaEditor schema) {}
        public void down(SchemaEditor schema) {}
    }
}
