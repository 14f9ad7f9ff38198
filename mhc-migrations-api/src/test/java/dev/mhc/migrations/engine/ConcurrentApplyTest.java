package dev.mhc.migrations.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConcurrentApplyTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"DELETE", "WAL"})
    void sixteenAtOnce_applyEachMigrationOnce(String journalMode) throws Exception {
        SqliteFile database = SqliteFile.in(folder);
        database.execute("PRAGMA journal_mode = " + journalMode);
        TestRegistry registry = TestRegistry.app();
        List<String> expected = new ArrayList<>();
        for (int version = 1; version <= 8; version++) {
            registry.table(version, "t" + version);
            expected.add(version + "|applied|app|" + version);
        }
        ExecutorService threads = Executors.newFixedThreadPool(16);
        try {
            List<Callable<MigrationReport>> calls = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                calls.add(() -> database.migrator(registry).apply());
            }
            int ran = 0;
            for (Future<MigrationReport> future : threads.invokeAll(calls)) {
                ran += future.get().migrations().size();
            }
            assertThat(ran).isEqualTo(8);
        } finally {
            threads.shutdown();
        }
        assertThat(database.history()).isEqualTo(expected);
        assertThat(database.query("SELECT name FROM t8")).containsExactly("first");
    }
}
