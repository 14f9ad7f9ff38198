package bad;

import dev.mhc.migrations.Migration;

public class NoDirection {
    @Migration(version = 2025_06_01_180102L, description = "Add users")
    public static class Nothing {} //! Nothing implements neither ReversibleMigration nor IrreversibleMigration.
}
