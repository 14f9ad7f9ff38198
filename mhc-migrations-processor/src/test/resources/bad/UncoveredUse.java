package bad;

import dev.mhc.migrations.Migration;
import dev.mhc.migrations.ReversibleMigration;
import dev.mhc.migrations.operation.SchemaEditor;

@Migration(version = 2025_06_01_180102L, description = "Add users")
public class UncoveredUse implements ReversibleMigration { //! UncoveredUse uses bad.TableNames.
    public void up(SchemaEditor schema) {
        schema.dropTable(TableNames.USERS);
    }

    public void down(SchemaEditor schema) {}
}

class TableNames {
    static final String USERS = "users";
}
