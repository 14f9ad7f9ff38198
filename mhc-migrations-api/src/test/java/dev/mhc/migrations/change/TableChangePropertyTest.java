package dev.mhc.migrations.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mhc.migrations.dialect.sqlite.OldestSqlite;
import dev.mhc.migrations.engine.Migrator;
import dev.mhc.migrations.engine.TestRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Changed tables are like tables that were always so, or they are left as they were, for a reason. */
class TableChangePropertyTest {

    private static final boolean FULL = Boolean.getBoolean("mhc.full");
    private static final long FIRST_SEED = Long.getLong("mhc.seed", 1);
    private static final int CASES = Integer.getInteger("mhc.cases", FULL ? 20_000 : 2_000);

    @TempDir
    Path folder;

    @BeforeEach
    void takeTheFolderThatWasNamed() throws IOException {
        String parent = System.getProperty("mhc.folder");
        if (parent != null) {
            folder = Files.createDirectories(Path.of(parent));
        }
    }

    @Test
    void randomChangesOfRandomTables_loseNothing() throws Exception {
        run("current SQLite", CASES, DriverManager::getConnection);
    }

    @Test
    void oldestSqlite_losesNothingEither() throws Exception {
        try (OldestSqlite oldest = OldestSqlite.load()) {
            run("oldest SQLite", CASES / 10, oldest::connectTo);
        }
    }

    private void run(String name, int cases, ChangeCase.Driver driver) throws Exception {
        List<Path> templates = new ArrayList<>();
        for (String setting : List.of("journal_mode = WAL", "journal_mode = DELETE", "encoding = 'UTF-16le'")) {
            templates.add(template(driver, setting, templates.size()));
        }
        Map<String, Integer> tally = new ConcurrentSkipListMap<>();
        Map<Long, String> failures = new ConcurrentSkipListMap<>();
        LongStream.range(FIRST_SEED, FIRST_SEED + cases).parallel().forEach(seed -> {
            String end;
            try {
                end = runOne(seed, templates.get((int) (seed % templates.size())), driver);
            } catch (AssertionError e) {
                failures.put(seed, String.valueOf(e.getMessage()));
                end = "failed";
            }
            tally.merge(end, 1, Integer::sum);
            int done = tally.values().stream().mapToInt(it -> it).sum();
            if (done % 1000 == 0) {
                report(name, done, tally, failures);
            }
        });
        report(name, cases, tally, failures);
        assertThat(failures.values().stream().limit(3).toList())
                .as(failures.size() + " of " + cases)
                .isEmpty();
        int accepted = tally.getOrDefault("accepted", 0) + tally.getOrDefault("accepted and undone", 0);
        assertThat(accepted).as("accepted").isGreaterThan(cases * 55 / 100);
    }

    private String runOne(long seed, Path template, ChangeCase.Driver driver) {
        Path file = folder.resolve("case" + seed + ".db");
        try (ChangeCase one = new ChangeCase(seed, file, driver)) {
            return one.run(template);
        } catch (SQLException | IOException e) {
            throw new AssertionError("seed " + seed + ": " + e, e);
        } finally {
            for (String end : List.of("", "-wal", "-shm", "-journal")) {
                file.resolveSibling(file.getFileName() + end).toFile().delete();
            }
        }
    }

    /** Says how far the cases are; what failed goes to a file, if one is named. */
    private static void report(String name, int done, Map<String, Integer> tally, Map<Long, String> failures) {
        System.out.println("table changes | " + name + " | " + done + " cases from seed " + FIRST_SEED + " | " + tally);
        String dump = System.getProperty("mhc.dump");
        if (dump != null && !failures.isEmpty()) {
            try {
                Files.writeString(
                        Path.of(dump + "." + name.substring(0, name.indexOf(' '))),
                        String.join("\n=====\n", failures.values()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
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
