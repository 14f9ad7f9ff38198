package bad;

import dev.mhc.migrations.Migration;
import dev.mhc.migrations.ReversibleMigration;
import dev.mhc.migrations.operation.SchemaEditor;

public class VersionNotPositive {
    @Migration(
            version = 0, //! The version of Zero is 0. Use a positive number, normally the UTC time of writing: 2025_06_01_180102L.
            description = "Add users")
    public static class Zero implements ReversibleMigration {
        public void up(SchemaEditor schema) {}
        public void down(SchemaEditor schema) {}
    }

    @Migration(
            version = -2025_06_01_180102L, //! The version of Negative is -20250601180102.
            description = "Add users")
    public static class Negative implements ReversibleMigration {
        public void up(SchemaEditor schema) {}
        public void down(SchemaEditor schema) {}
    }
}
