package dev.mhc.migrations.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mhc.migrations.dialect.sqlite.OldestSqlite;
import dev.mhc.migrations.engine.Migrator;
import dev.mhc.migrations.engine.TestRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Changed tables are like tables that were always so, or they are left as they were, for a reason. */
class TableChangePropertyTest {

    private static final boolean FULL = Boolean.getBoolean("mhc.full");
    private static final long FIRST_SEED = Long.getLong("mhc.seed", 1);
    private static final int CASES = Integer.getInteger("mhc.cases", FULL ? 20_000 : 600);

    @TempDir
    Path folder;

    @Test
    void randomChangesOfRandomTables_loseNothing() throws Exception {
        run("current SQLite", CASES, DriverManager::getConnection);
    }

    @Test
    void oldestSqlite_losesNothingEither() throws Exception {
        try (OldestSqlite oldest = OldestSqlite.load()) {
            run("oldest SQLite", CASES / 4, oldest::connectTo);
        }
    }

    private void run(String name, int cases, ChangeCase.Driver driver) throws Exception {
        List<Path> templates = new ArrayList<>();
        for (String setting : List.of("journal_mode = WAL", "journal_mode = DELETE", "encoding = 'UTF-16le'")) {
            templates.add(template(driver, setting, templates.size()));
        }
        Map<String, Integer> tally = new TreeMap<>();
        List<String> failures = new ArrayList<>();
        for (long seed = FIRST_SEED; seed < FIRST_SEED + cases; seed++) {
            Path file = folder.resolve("case" + seed + ".db");
            try (ChangeCase one = new ChangeCase(seed, file, driver)) {
                tally.merge(one.run(templates.get((int) (seed % templates.size()))), 1, Integer::sum);
            } catch (AssertionError e) {
                tally.merge("failed", 1, Integer::sum);
                failures.add(String.valueOf(e.getMessage()));
            }
            for (String end : List.of("", "-wal", "-shm", "-journal")) {
                Files.deleteIfExists(folder.resolve("case" + seed + ".db" + end));
            }
        }
        System.out.println(
                "table changes | " + name + " | " + cases + " cases from seed " + FIRST_SEED + " | " + tally);
        String dump = System.getProperty("mhc.dump");
        if (dump != null) {
            Files.writeString(Path.of(dump), String.join("\n=====\n", failures));
        }
        assertThat(failures.stream().limit(3).toList())
                .as(failures.size() + " of " + cases)
                .isEmpty();
        int accepted = tally.getOrDefault("accepted", 0) + tally.getOrDefault("accepted and undone", 0);
        assertThat(accepted).as("accepted").isGreaterThan(cases * 55 / 100);
    }

    /** An empty database with a history. */
    private Path template(ChangeCase.Driver driver, String setting, int number) throws Exception {
        Path file = folder.resolve("template" + number + ".db");
        String url = "jdbc:sqlite:" + file;
        try (Connection connection = driver.connect(url);
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA " + setting);
            statement.execute("CREATE TABLE t (x)");
            statement.execute("DROP TABLE t");
        }
        Migrator.builder(Lending.each(() -> driver.connect(url)))
                .registries(List.of(TestRegistry.module("app").reversible(1, "Begin", it -> {}, it -> {})))
                .entitySchemas(List.of())
                .backup(false)
                .listener(ChangeCase.QUIET)
                .build()
                .apply();
        return file;
    }
}
