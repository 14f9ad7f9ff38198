package bad;

import dev.mhc.migrations.Migration;
import dev.mhc.migrations.ReversibleMigration;
import dev.mhc.migrations.operation.SchemaEditor;

public class DescriptionBlank {
    @Migration(
            version = 1,
            description = "") //! The description of Empty is blank. Say in a few words what it does
    public static class Empty implements ReversibleMigration {
        public void up(SchemaEditor schema) {}
        public void down(SchemaEditor schema) {}
    }

    @Migration(
            version = 2,
            description = "  ") //! The description of Spaces is blank.
    public static class Spaces implements ReversibleMigration {
        public void up(SchemaEditor schema) {}
        public void down(SchemaEditor schema) {}
    }
}
