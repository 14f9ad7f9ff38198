package dev.mhc.coach;

import dev.mhc.migrations.engine.Migrator;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;

/** The database that grew before there was a history, and how it is adopted. */
final class LegacyDatabase {

    static final String MODULE = "coach";

    /** The newest migration whose result it has already. */
    static final long VERSION = 2025_06_07_003033L;

    private LegacyDatabase() {}

    /** Builds it in a new file. */
    static SqliteFile create(Path file) throws SQLException, IOException {
        SqliteFile legacy = new SqliteFile(file);
        legacy.executeResource("/legacy.sql");
        return legacy;
    }

    /** Does what {@code mvn mhc:baseline mhc:apply} does. */
    static void adopt(Migrator migrator) {
        migrator.baseline(MODULE, VERSION);
        migrator.apply();
    }
}
