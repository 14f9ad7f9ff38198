package dev.mhc.migrations.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mhc.migrations.engine.TestRegistry;
import dev.mhc.migrations.error.MigrationException;
import dev.mhc.migrations.operation.SchemaEditor;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SQLite's own SQLITE_FULL, at every page by which the database grows. */
class FullDiskTest {

    @TempDir
    Path folder;

    private record LimitedDisk(Path database, int pages) {

        DataSource dataSource() {
            return new FaultDriver.PlainDataSource(this::connect);
        }

        private Connection connect() throws SQLException {
            Connection connection = Databases.open(database);
            try (Statement statement = connection.createStatement()) {
                statement.execute("PRAGMA max_page_count = " + pages);
            }
            return connection;
        }
    }

    @Test
    void aDiskThatIsFullAtAnyPage_leavesWholeMigrations_andTheNextRunCompletes() throws Exception {
        Scenario scenario = Scenario.APPLY;
        Path database = folder.resolve("shop.db");
        try (Tally tally = new Tally("disk full at any page", scenario)) {
            Throwable failure;
            int room = 0;
            do {
                Databases.copy(Stage.of(scenario).start(), database);
                LimitedDisk disk = new LimitedDisk(database, pages(database) + room);
                failure = run(() -> scenario.run(scenario.settings(disk.dataSource())));
                if (failure != null) {
                    List<String> complaints = new ArrayList<>();
                    if (!String.valueOf(failure.getMessage()).contains("full")) {
                        complaints.add("does not say that the disk is full: " + failure);
                    }
                    complaints.addAll(Verdict.of(scenario, database, failure));
                    tally.add("page " + room, complaints);
                }
                room++;
            } while (failure != null);
        }
    }

    private static int pages(Path database) throws SQLException {
        return Integer.parseInt(Databases.query(database, "PRAGMA page_count").get(0));
    }

    private static @Nullable Throwable run(Runnable work) {
        try {
            work.run();
            return null;
        } catch (Throwable failure) {
            return failure;
        }
    }

    @Test
    void workThatSwallowsAFullDisk_isCommittedAsAWhole_orNotAtAll() throws Exception {
        Path database = folder.resolve("shop.db");
        Consumer<SchemaEditor> up = schema -> schema.run("fill the outbox", connection -> {
            try (Statement statement = connection.createStatement()) {
                for (int i = 0; i < 30; i++) {
                    insertOrShrug(statement, "INSERT INTO outbox (body) VALUES (zeroblob(5000))");
                    insertOrShrug(statement, "UPDATE outbox SET body = zeroblob(20000) WHERE id % 7 = 0");
                }
                statement.execute("UPDATE counters SET value = 100 WHERE name = 'm9'");
            }
        });
        TestRegistry registry = World.registry().reversible(2025_03_01_000000L, "Fill", up, schema -> {});
        Fingerprint before = Stage.of(Scenario.APPLY).end();
        try (Tally tally = new Tally("disk full, swallowed", Scenario.APPLY)) {
            for (int room = 0; room < 200; room += Depth.of(10, 1)) {
                Databases.copy(Stage.of(Scenario.ROLLBACK).start(), database);
                LimitedDisk disk = new LimitedDisk(database, pages(database) + room);
                Throwable failure = run(() -> Scenario.APPLY
                        .settings(disk.dataSource())
                        .registries(List.of(registry))
                        .build()
                        .apply());
                List<String> complaints = new ArrayList<>();
                boolean whole = Databases.query(database, "SELECT value FROM counters WHERE name = 'm9'")
                        .equals(List.of("100"));
                if (failure == null ? !whole : !Fingerprint.of(database).equals(before)) {
                    complaints.add("half of it, and the run ended with " + failure);
                }
                if (failure != null) {
                    assertThat(failure).isInstanceOf(MigrationException.class);
                }
                complaints.addAll(
                        Databases.query(database, "PRAGMA integrity_check").equals(List.of("ok"))
                                ? List.of()
                                : List.of("integrity_check"));
                tally.add("page " + room, complaints);
            }
        }
    }

    @SuppressWarnings("EmptyCatch")
    private static void insertOrShrug(Statement statement, String sql) {
        try {
            statement.executeUpdate(sql);
        } catch (SQLException swallowed) {
            // As careless work does.
        }
    }
}
