package bad;

import dev.mhc.migrations.Migration;
import dev.mhc.migrations.ReversibleMigration;
import dev.mhc.migrations.operation.SchemaEditor;

public class DuplicateVersion {
    @Migration(
            version = 2025_06_01_180102L, //! Version 20250601180102 is used by AddEmail and AddPhone. Give one of them a later version.
            description = "AddPhone")
    public static class AddPhone implements ReversibleMigration {
        public void up(SchemaEditor schema) {}
        public void down(SchemaEditor schema) {}
    }

    @Migration(
            version = 20250601180102L, //! Version 20250601180102 is used by AddEmail and AddPhone. Give one of them a later version.
            description = "AddEmail")
    public static class AddEmail implements ReversibleMigration {
        public void up(SchemaEditor schema) {}
        public void down(SchemaEditor schema) {}
    }
}
