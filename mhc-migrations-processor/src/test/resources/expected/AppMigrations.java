package coach.migrations;

import coach.migrations.later.M20250607120000DropDrafts;
import dev.mhc.migrations.DatabaseMigration;
import dev.mhc.migrations.MigrationEntry;
import dev.mhc.migrations.MigrationRegistry;
import javax.annotation.processing.Generated;

/**
 * The migrations of module {@code app}, in order.
 *
 * <p>Generated from the classes annotated with {@code @Migration}; every compile writes it anew.
 */
@Generated("dev.mhc.migrations.processor.MigrationProcessor")
public final class AppMigrations implements MigrationRegistry {
    /**
     * Called by {@link java.util.ServiceLoader}.
     */
    public AppMigrations() {
    }

    @Override
    public String module() {
        return "app";
    }

    @Override
    public String digest() {
        return "8ef5c9abadbceb32cac04c108fbcfe5d262134b7d7bbc833e50d74926eed3a8f";
    }

    @Override
    public int size() {
        return 3;
    }

    @Override
    public MigrationEntry entry(int index) {
        return switch (index) {
            case 0 -> new MigrationEntry(7L, "Create users", "c2990d2b71fb02966bc90cbc10d802262bf138a4641c6bc44161707947be21b6", "coach.migrations.Early$CreateUsers", "");
            case 1 -> new MigrationEntry(2025_06_01_180102L, "Add is_verified to users", "7e5b043d50bbc524040828b78cbff43b36a5d45945835b421c6de48043e9d693", "coach.migrations.M20250601180102AddIsVerifiedToUsers", "");
            case 2 -> new MigrationEntry(2025_06_07_120000L, "Drop \"drafts\" \u2013 gr\u00f6\u00dfer als n\u00f6tig, costs $5 \\ month", "4df5269dd76c179bd7538f2e6faeaa02f2689ee651ab5c4d749e63328a73606e", "coach.migrations.later.M20250607120000DropDrafts", "The drafts are gone.\nRestore a backup.", false);
            default -> throw new IndexOutOfBoundsException(index);
        };
    }

    @Override
    public DatabaseMigration migration(int index) {
        return switch (index) {
            case 0 -> new Early.CreateUsers();
            case 1 -> new M20250601180102AddIsVerifiedToUsers();
            case 2 -> new M20250607120000DropDrafts();
            default -> throw new IndexOutOfBoundsException(index);
        };
    }
}
