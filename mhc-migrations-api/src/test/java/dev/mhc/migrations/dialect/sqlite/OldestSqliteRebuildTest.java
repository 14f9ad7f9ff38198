package dev.mhc.migrations.dialect.sqlite;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;

/** What a rebuild keeps, on the oldest SQLite. */
final class OldestSqliteRebuildTest extends SqliteRebuildTest {

    private Optional<OldestSqlite> oldest = Optional.empty();

    @Override
    Database open(Path file) throws Exception {
        OldestSqlite loaded = OldestSqlite.load();
        oldest = Optional.of(loaded);
        return Database.of(loaded.connect(file));
    }

    @AfterEach
    void unload() throws Exception {
        if (oldest.isPresent()) {
            oldest.get().close();
        }
    }
}
