package bad;

import dev.mhc.migrations.Migration;
import dev.mhc.migrations.ReversibleMigration;
import dev.mhc.migrations.operation.SchemaEditor;

@Migration(
        version = 2025_06_01_180102L,
        description = "Drop users",
        irreversible = "The rows are gone") //! ReasonUnwanted implements ReversibleMigration and says why it is irreversible.
public class ReasonUnwanted implements ReversibleMigration {
    public void up(SchemaEditor schema) {}
    public void down(SchemaEditor schema) {}
}
