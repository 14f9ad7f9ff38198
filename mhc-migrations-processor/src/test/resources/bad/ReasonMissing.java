package bad;

import dev.mhc.migrations.IrreversibleMigration;
import dev.mhc.migrations.Migration;
import dev.mhc.migrations.operation.SchemaEditor;

public class ReasonMissing {
    @Migration(version = 2025_06_01_180102L, description = "Add users") //! Silent is irreversible and does not say why.
    public static class Silent implements IrreversibleMigration {
        public void up(SchemaEditor schema) {}
    }

    @Migration(
            version = 2025_06_01_180103L,
            description = "Drop users",
            irreversible = " ") //! Blank is irreversible and does not say why.
    public static class Blank implements IrreversibleMigration {
        public void up(SchemaEditor schema) {}
    }
}
