package dev.mhc.migrations.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mhc.migrations.dialect.Step;
import dev.mhc.migrations.engine.MigrationStatus.State;
import dev.mhc.migrations.operation.SchemaEditor;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackfillTest {

    private static final String ROWS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 25)";

    @TempDir
    Path folder;

    private SqliteFile database;

    /** Hears everything as lines. */
    private static final class Heard implements MigrationListener {
        private final List<String> lines = new ArrayList<>();

        @Override
        public void started(PlannedMigration migration) {
            lines.add("started " + migration.version());
        }

        @Override
        public void progress(PlannedMigration migration, String table, long done, long total, Duration left) {
            lines.add(table + " " + done + " of " + total);
        }

        @Override
        public void noted(PlannedMigration migration, String line) {
            lines.add(line);
        }

        @Override
        public void warned(PlannedMigration migration, String line) {
            lines.add("warning: " + line);
        }

        @Override
        public void finished(PlannedMigration migration, Duration duration) {
            lines.add("finished " + migration.version());
        }

        @Override
        public void failed(PlannedMigration migration) {
            lines.add("failed " + migration.version());
        }
    }

    @BeforeEach
    void createFile() {
        database = SqliteFile.in(folder);
    }

    /** Twenty-five users; every table has a column n that counts how often a row was changed. */
    private static TestRegistry users() {
        return TestRegistry.app()
                .reversible(
                        1,
                        "Create users",
                        schema -> {
                            schema.sql("CREATE TABLE users (id INTEGER PRIMARY KEY, email TEXT, email_key TEXT,"
                                    + " n INTEGER NOT NULL DEFAULT 0)");
                            schema.sql(ROWS + " INSERT INTO users (email) SELECT 'User' || i || '@example.org' FROM n");
                        },
                        schema -> schema.dropTable("users"));
    }

    private static TestRegistry counting() {
        return counting("n + 1");
    }

    private static TestRegistry counting(String expression) {
        return users().reversible(
                        2,
                        "Count",
                        schema -> schema.backfill("users").set("n", expression).batchRows(10),
                        schema -> schema.backfill("users").set("n", "n - 1").batchRows(10));
    }

    private static TestRegistry with(Consumer<SchemaEditor> up) {
        return users().reversible(2, "Backfill", up, schema -> {});
    }

    /** A trigger that refuses the row with this id. */
    private void obstacle(int id) throws Exception {
        database.execute("CREATE TRIGGER obstacle BEFORE UPDATE ON users WHEN old.id = " + id
                + " BEGIN SELECT raise(ABORT, 'not this one'); END");
    }

    private List<String> batches() throws Exception {
        return database
                .query("SELECT event, version, step, detail FROM mhc_history WHERE version > 1 ORDER BY seq")
                .stream()
                .map(line -> line.replaceAll("\\([0-9a-f]{8}\\)", "(digest)"))
                .toList();
    }

    @Test
    void rows_changeInBatches_eachInTheHistory() throws Exception {
        Heard heard = new Heard();
        database.migrator(users()).apply();

        MigrationReport report =
                database.builder(counting()).listener(heard).build().apply();

        assertThat(report.migrations())
                .extracting(ran -> ran.migration().version())
                .containsExactly(2L);
        assertThat(batches())
                .containsExactly(
                        "backfilled|2|1|10 rows of \"users\" by \"id\", setting \"n\" (digest), up to 10",
                        "backfilled|2|1|10 rows of \"users\" by \"id\", setting \"n\" (digest), up to 20",
                        "backfilled|2|1|5 rows of \"users\" by \"id\", setting \"n\" (digest), up to 25",
                        "applied|2|null|null");
        assertThat(database.query("SELECT DISTINCT n FROM users")).containsExactly("1");
        assertThat(heard.lines)
                .containsExactly(
                        "started 2",
                        "users 10 of 25",
                        "users 20 of 25",
                        "users 25 of 25",
                        "backfilled users: 25 rows in 3 batches",
                        "finished 2");
        assertThat(database.query("SELECT count(*) FROM mhc_history WHERE duration_ms IS NULL"))
                .containsExactly("0");
        assertThat(database.migrator(counting()).apply().migrations()).isEmpty();
        assertThat(database.migrator(counting()).status())
                .extracting(MigrationStatus::state)
                .containsOnly(State.APPLIED);
    }

    @Test
    void severalBackfills_runOneAfterTheOther_withConditionsAndSeveralColumns() throws Exception {
        TestRegistry registry = with(schema -> {
            schema.backfill("users")
                    .set("email_key", "lower(email)")
                    .set("n", "n + length(coalesce(email_key, ''))")
                    .where("id % 2 = 0 OR id = 1")
                    .batchRows(10);
            schema.backfill("USERS").set("n", "n + 1");
        });
        Heard heard = new Heard();

        database.builder(registry).listener(heard).build().apply();

        assertThat(database.query("SELECT count(*), count(email_key), min(n), max(n) FROM users"))
                .containsExactly("25|13|1|1");
        assertThat(database.query("SELECT email_key FROM users WHERE id = 2")).containsExactly("user2@example.org");
        assertThat(heard.lines)
                .contains(
                        "backfilled users: 25 rows in 3 batches, 13 of them changed in this run",
                        "backfilled USERS: 25 rows in 1 batch");
        assertThat(batches())
                .contains("backfilled|2|2|25 rows of \"users\" by \"id\", setting \"n\" (digest), up to 25");
    }

    @Test
    void emptyTable_isDoneAtOnce() throws Exception {
        database.migrator(users()).apply();
        database.execute("DELETE FROM users");

        database.migrator(counting()).apply();

        assertThat(batches()).containsExactly("applied|2|null|null");
    }

    @Test
    void failingBatch_isRolledBack_andTheNextRunGoesOnAfterTheOnesBefore() throws Exception {
        database.migrator(users()).apply();
        obstacle(15);
        Heard heard = new Heard();

        assertThatThrownBy(() ->
                        database.builder(counting()).listener(heard).build().apply())
                .hasMessageContaining("[BatchFailed] Migration 2 (Count) failed in a batch of operation 1 of 1")
                .hasMessageContaining("10 rows in 1 batch")
                .hasMessageContaining("UPDATE main.\"users\" SET \"n\" = (n + 1) WHERE \"id\" > 10 AND \"id\" <= 20")
                .hasMessageContaining("not this one");

        assertThat(heard.lines).containsExactly("started 2", "users 10 of 25", "failed 2");
        assertThat(database.query("SELECT count(*) FROM users WHERE n = 1")).containsExactly("10");
        assertThat(database.migrator(counting()).status())
                .extracting(MigrationStatus::state)
                .containsExactly(State.APPLIED, State.HALF_APPLIED);
        database.execute("DROP TRIGGER obstacle");
        Heard again = new Heard();

        MigrationReport report =
                database.builder(counting()).listener(again).build().apply();

        assertThat(report.warnings()).isEmpty();
        assertThat(database.query("SELECT DISTINCT n FROM users")).containsExactly("1");
        assertThat(again.lines)
                .containsExactly(
                        "started 2",
                        "users 10 of 15",
                        "users 15 of 15",
                        "backfilled users: 25 rows in 3 batches",
                        "finished 2");
    }

    @Test
    void changedClass_goesOnWhereItStopped_andWarns() throws Exception {
        database.migrator(users()).apply();
        obstacle(15);
        assertThatThrownBy(() -> database.migrator(counting()).apply()).hasMessageContaining("[BatchFailed]");
        database.execute("DROP TRIGGER obstacle");

        MigrationReport report =
                database.migrator(counting("n + 100").edited(2)).apply();

        assertThat(report.warnings())
                .singleElement()
                .asString()
                .contains("1 batch ran before the migration was changed");
        assertThat(database.query("SELECT n, count(*) FROM users GROUP BY n")).containsExactly("1|10", "100|15");
        assertThat(database.migrator(counting().edited(2)).apply().migrations()).isEmpty();
    }

    @Test
    void changedClass_withAnotherTable_isRefused_andOneWithoutBackfillEndsIt() throws Exception {
        TestRegistry before = users().table(3, "other");
        database.migrator(before).apply();
        obstacle(15);
        TestRegistry four = users().table(3, "other")
                .reversible(
                        4,
                        "Count",
                        schema -> schema.backfill("users").set("n", "n + 1").batchRows(10),
                        s -> {});
        assertThatThrownBy(() -> database.migrator(four).apply()).hasMessageContaining("[BatchFailed]");
        TestRegistry moved = users().table(3, "other")
                .reversible(4, "Count", schema -> schema.backfill("other").set("name", "'x'"), s -> {});

        assertThatThrownBy(() -> database.migrator(moved).apply())
                .hasMessageContaining(
                        "[BackfillMoved] Migration 4 (Count) was backfilling table users by \"id\", setting");
        assertThat(database.query("SELECT name FROM other")).containsExactly("first");

        TestRegistry nothing = users().table(3, "other")
                .reversible(4, "Count", schema -> {}, s -> {})
                .edited(4);
        assertThat(database.migrator(nothing).apply().warnings()).hasSize(1);
        assertThat(database.migrator(nothing).rollbackSteps(1).migrations()).hasSize(1);
    }

    @Test
    void down_isABackfillToo_andResumes() throws Exception {
        database.migrator(counting()).apply();
        obstacle(15);
        Migrator migrator = database.migrator(counting());

        assertThatThrownBy(() -> migrator.rollbackSteps(1)).hasMessageContaining("[BatchFailed]");

        assertThat(migrator.status())
                .extracting(MigrationStatus::state)
                .containsExactly(State.APPLIED, State.HALF_ROLLED_BACK);
        assertThatThrownBy(migrator::apply)
                .hasMessageContaining("[HalfRolledBack] Migration 2 (Count) is half rolled back: 10 rows in 1 batch");
        assertThatThrownBy(migrator::plan).hasMessageContaining("[HalfRolledBack]");
        database.execute("DROP TRIGGER obstacle");
        migrator.rollbackSteps(1);
        assertThat(database.query("SELECT DISTINCT n FROM users")).containsExactly("0");
        migrator.apply();
        assertThat(database.query("SELECT DISTINCT n FROM users")).containsExactly("1");
        assertThat(database.query("SELECT event, count(*) FROM mhc_history WHERE version = 2 GROUP BY event"))
                .containsExactly("applied|2", "backfilled|9", "rolled back|1");
    }

    @Test
    void halfRolledBack_showsAfterARepair_andIsRolledBackFirst() throws Exception {
        database.migrator(counting().table(3, "c")).apply();
        database.migrator(counting().table(3, "c")).rollbackSteps(1);
        obstacle(15);
        assertThatThrownBy(() -> database.migrator(counting()).rollbackSteps(1)).hasMessageContaining("[BatchFailed]");
        TestRegistry edited = counting().edited(2);
        assertThatThrownBy(() -> database.migrator(edited).rollbackSteps(1))
                .hasMessageContaining("[ChangedAfterApply]");

        database.migrator(edited).repair("app", 2, "a comment");

        assertThatThrownBy(() -> database.migrator(edited).apply()).hasMessageContaining("[HalfRolledBack]");
        database.execute("DROP TRIGGER obstacle");
        assertThat(database.migrator(edited).rollbackSteps(1).warnings()).hasSize(1);
        assertThat(database.query("SELECT DISTINCT n FROM users")).containsExactly("0");
    }

    @Test
    void halfApplied_keepsOthersFromBeingRolledBack_andIsMissedByABuildWithoutIt() throws Exception {
        TestRegistry three = users().table(3, "c")
                .reversible(
                        4,
                        "Count",
                        schema -> schema.backfill("users").set("n", "n + 1").batchRows(10),
                        s -> {});
        database.migrator(three.upTo(3)).apply();
        obstacle(15);
        assertThatThrownBy(() -> database.migrator(three).apply()).hasMessageContaining("[BatchFailed]");

        assertThatThrownBy(() -> database.migrator(three).rollbackSteps(1))
                .hasMessageContaining("[HalfApplied] Migration 4 (Count) is half applied: 10 rows in 1 batch");
        assertThat(database.migrator(three.upTo(3)).apply().warnings())
                .singleElement()
                .asString()
                .contains("[NewerThanBuild]");
        assertThatThrownBy(
                        () -> database.migrator(three.without(4).table(5, "e")).apply())
                .hasMessageContaining("[HalfAppliedMissing] Migration 4 (Count)");
        assertThat(database.migrator(three.without(4)).status())
                .extracting(MigrationStatus::state)
                .containsExactly(State.APPLIED, State.APPLIED, State.HALF_APPLIED);
        assertThatThrownBy(() -> database.migrator(three).baseline("app", 3))
                .hasMessageContaining("[BaselineOnHistory]");
        assertThatThrownBy(() -> database.migrator(three).repair("app", 4, "no"))
                .hasMessageContaining("[RepairOfNotApplied]");
    }

    @Test
    void mixedWithSomethingElse_isRefused_andNothingRuns() throws Exception {
        TestRegistry mixed = with(schema -> {
            schema.backfill("users").set("n", "1");
            schema.createIndex("ix").on("users", "n");
        });

        assertThatThrownBy(() -> database.migrator(mixed).apply())
                .hasMessageContaining("[BackfillMixed] Migration 2 (Backfill)")
                .hasMessageContaining("create index ix on users, in its up");
        assertThat(database.tables()).isEmpty();
    }

    @Test
    void dryRun_showsOneBatch_andExecutesNothing() throws Exception {
        database.migrator(users()).apply();
        byte[] before = database.bytes();
        Migrator migrator = database.migrator(counting());

        List<Step> steps = migrator.dryRun(migrator.plan()).migrations().get(0).steps();

        assertThat(steps).singleElement().isInstanceOfSatisfying(Step.Statement.class, it -> {
            assertThat(it.sql())
                    .isEqualTo("UPDATE main.\"users\" SET \"n\" = (n + 1) WHERE \"id\" > :after AND \"id\" <= :last");
            assertThat(it.comment()).startsWith("in batches of 10 rows, each in a transaction of its own");
        });
        assertThat(database.bytes()).isEqualTo(before);
    }

    @Test
    void backup_isMadeBeforeTheFirstBatch_once() throws Exception {
        database.migrator(users()).apply();

        database.builder(counting()).backup(true).build().apply();

        List<Backup> backups = database.migrator(users()).backups();
        assertThat(backups).hasSize(1);
        assertThat(new SqliteFile(backups.get(0).file()).query("SELECT DISTINCT n FROM users"))
                .containsExactly("0");
    }

    @Test
    void editedHistoryOfBatches_isNoticed() throws Exception {
        database.migrator(counting()).apply();
        database.execute("UPDATE mhc_history SET detail = 'all' WHERE seq = 3");
        assertThatThrownBy(() -> database.migrator(counting()).status())
                .hasMessageContaining("[HistoryDamaged]")
                .hasMessageContaining("row 3 does not say how far the batch came");
        database.execute(
                "UPDATE mhc_history SET detail = '1 rows of \"users\" by \"id\", setting \"n\" (00000000), up to 1', step = 0 WHERE seq = 3");
        assertThatThrownBy(() -> database.migrator(counting()).status())
                .hasMessageContaining("row 3 is a batch of operation 0");
        database.execute("DELETE FROM mhc_history WHERE seq = 3");
        assertThatThrownBy(() -> database.migrator(counting()).status()).hasMessageContaining("comes row 4");
    }

    @Test
    void sixteenAtOnce_runEachBatchOnce() throws Exception {
        database.execute("PRAGMA journal_mode = WAL");
        database.migrator(users()).apply();
        TestRegistry registry = users().reversible(
                        2,
                        "Count",
                        schema -> schema.backfill("users").set("n", "n + 1").batchRows(1),
                        schema -> {});
        List<Thread> threads = new ArrayList<>();
        List<Throwable> failures = Collections.synchronizedList(new ArrayList<>());
        for (int i = 0; i < 16; i++) {
            Thread thread = new Thread(() -> database.migrator(registry).apply());
            thread.setUncaughtExceptionHandler((it, e) -> failures.add(e));
            threads.add(thread);
        }
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(failures).isEmpty();
        assertThat(database.query("SELECT DISTINCT n FROM users")).containsExactly("1");
        assertThat(database.query("SELECT event, count(*) FROM mhc_history WHERE version = 2 GROUP BY event"))
                .containsExactly("applied|1", "backfilled|25");
    }

    @Test
    void triggersFire_andForeignKeysHold() throws Exception {
        database.migrator(users()).apply();
        database.execute(
                "CREATE TABLE log (of_row INTEGER)",
                "CREATE TABLE posts (id INTEGER PRIMARY KEY, user_id INTEGER REFERENCES users (id))",
                "CREATE TRIGGER logged AFTER UPDATE ON users BEGIN INSERT INTO log VALUES (old.id); END",
                ROWS + " INSERT INTO posts (user_id) SELECT i FROM n");
        TestRegistry registry = counting()
                .reversible(
                        3,
                        "Move",
                        schema -> schema.backfill("posts")
                                .set("user_id", "user_id + 1")
                                .batchRows(10),
                        schema -> {});

        assertThatThrownBy(() -> database.migrator(registry).apply())
                .hasMessageContaining("[BatchFailed] Migration 3 (Move)")
                .hasMessageContaining("20 rows in 2 batches")
                .hasMessageContaining("references a row that is not there");

        assertThat(database.query("SELECT count(*), count(DISTINCT of_row) FROM log"))
                .containsExactly("25|25");
        assertThat(database.query("SELECT count(*) FROM posts WHERE user_id = id + 1"))
                .containsExactly("20");
        database.execute("INSERT INTO users (id) VALUES (26)");
        database.migrator(registry).apply();
        assertThat(database.query("SELECT count(*) FROM posts WHERE user_id = id + 1"))
                .containsExactly("25");
    }

    @Test
    void triggerThatAddsRows_doesNotKeepTheBackfillGoing() throws Exception {
        database.migrator(users()).apply();
        database.execute("CREATE TRIGGER grows AFTER UPDATE ON users BEGIN"
                + " INSERT INTO users (email) SELECT 'new' WHERE (SELECT count(*) FROM users) < 500; END");

        database.migrator(counting()).apply();

        assertThat(database.query("SELECT n, count(*) FROM users GROUP BY n")).containsExactly("0|25", "1|25");
        assertThat(batches())
                .hasSize(4)
                .contains("backfilled|2|1|5 rows of \"users\" by \"id\", setting \"n\" (digest), up to 25");
    }

    @Test
    void resumedRun_goesUpToTheEndThatTheTableHasThen() throws Exception {
        database.migrator(users()).apply();
        obstacle(15);
        assertThatThrownBy(() -> database.migrator(counting()).apply()).hasMessageContaining("[BatchFailed]");
        database.execute("DROP TRIGGER obstacle", "INSERT INTO users (id) VALUES (26)");

        database.migrator(counting()).apply();

        assertThat(database.query("SELECT n, count(*) FROM users GROUP BY n")).containsExactly("1|26");
    }

    @Test
    void tableWhoseKeyChangedMeanwhile_isRefused_andNoRowIsDoneTwice() throws Exception {
        TestRegistry one = TestRegistry.app()
                .reversible(
                        1,
                        "Create",
                        schema -> {
                            schema.sql("CREATE TABLE lines (a INTEGER PRIMARY KEY, b INTEGER NOT NULL,"
                                    + " n INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID");
                            schema.sql(ROWS + " INSERT INTO lines (a, b) SELECT i, 26 - i FROM n");
                        },
                        schema -> schema.dropTable("lines"));
        database.migrator(one).apply();
        database.execute("CREATE TRIGGER obstacle BEFORE UPDATE ON lines WHEN old.a = 15"
                + " BEGIN SELECT raise(ABORT, 'not this one'); END");
        TestRegistry three = one.reversible(
                3, "Count", schema -> schema.backfill("lines").set("n", "n + 1").batchRows(10), schema -> {});
        assertThatThrownBy(() -> database.migrator(three).apply()).hasMessageContaining("[BatchFailed]");
        database.execute(
                "CREATE TABLE other (a INTEGER, b INTEGER PRIMARY KEY, n INTEGER NOT NULL) WITHOUT ROWID",
                "INSERT INTO other SELECT a, b, n FROM lines",
                "DROP TABLE lines",
                "ALTER TABLE other RENAME TO lines");

        assertThatThrownBy(() -> database.migrator(three).apply())
                .hasMessageContaining(
                        "[BackfillMoved] Migration 3 (Count) was backfilling table lines by \"a\", setting \"n\"")
                .hasMessageContaining("and now has table lines by \"b\", setting \"n\" there");

        assertThat(database.query("SELECT n, count(*) FROM lines GROUP BY n")).containsExactly("0|15", "1|10");
    }

    @Test
    void changedClass_withAnotherBackfillOfTheTableFirst_isRefused() throws Exception {
        Consumer<SchemaEditor> count =
                schema -> schema.backfill("users").set("n", "n + 1").batchRows(10);
        database.migrator(users()).apply();
        obstacle(15);
        assertThatThrownBy(() -> database.migrator(with(count)).apply()).hasMessageContaining("[BatchFailed]");
        database.execute("DROP TRIGGER obstacle");

        TestRegistry otherColumn = with(schema -> {
            schema.backfill("users").set("email_key", "lower(email)");
            count.accept(schema);
        });
        TestRegistry sameColumn = with(schema -> {
            schema.backfill("users").set("n", "n + 100").where("id > 20");
            count.accept(schema);
        });

        assertThatThrownBy(() -> database.migrator(otherColumn.edited(2)).apply())
                .hasMessageContaining("[BackfillMoved]")
                .hasMessageContaining("and now has that as operation 2.");
        assertThatThrownBy(() -> database.migrator(sameColumn.edited(2)).apply())
                .hasMessageContaining("[BackfillMoved]")
                .hasMessageContaining("and now has that as operation 2.");
        assertThatThrownBy(() -> database.migrator(
                                with(schema -> schema.backfill("users").set("email_key", "lower(email)"))
                                        .edited(2))
                        .apply())
                .hasMessageContaining("[BackfillMoved]")
                .hasMessageContaining("and now has table users by \"id\", setting \"email_key\" there.");
        database.migrator(with(count)).apply();
        assertThat(database.query("SELECT n, count(email_key), count(*) FROM users GROUP BY n"))
                .containsExactly("1|0|25");
    }

    @Test
    void rowsWithoutRowid_goOnAfterAKeyOfSeveralColumns() throws Exception {
        TestRegistry registry = TestRegistry.app()
                .reversible(
                        1,
                        "Create",
                        schema -> {
                            schema.sql("CREATE TABLE lines (a TEXT, b INTEGER, n INTEGER NOT NULL DEFAULT 0,"
                                    + " CHECK (n < 2 OR b <> 7), PRIMARY KEY (a, b)) WITHOUT ROWID");
                            schema.sql(ROWS + " INSERT INTO lines (a, b) SELECT 'it''s ' || (i % 2), i FROM n");
                        },
                        schema -> schema.dropTable("lines"))
                .reversible(
                        2,
                        "Count",
                        schema -> schema.backfill("lines").set("n", "n + 1").batchRows(4),
                        schema -> {});
        database.migrator(registry.upTo(1)).apply();
        database.execute("UPDATE lines SET n = 1 WHERE b = 7");

        assertThatThrownBy(() -> database.migrator(registry).apply()).hasMessageContaining("12 rows in 3 batches");
        assertThat(batches())
                .last()
                .asString()
                .isEqualTo(
                        "backfilled|2|1|4 rows of \"lines\" by \"a\", \"b\", setting \"n\" (digest), up to ('it''s 0', 24)");
        database.execute("UPDATE lines SET n = 0 WHERE b = 7");
        database.migrator(registry).apply();

        assertThat(database.query("SELECT DISTINCT n FROM lines")).containsExactly("1");
    }

    @Test
    void nameOfATableWithQuotes_isReadBackFromTheHistory() {
        BatchMark.Course course = new BatchMark.Course(
                "a \"b\" by rowid, up to 7",
                "\"x, \"\" \" COLLATE \"NOCASE\", \"y\"",
                "\"c\", \", up to\"",
                "0123abcd");
        BatchMark mark = new BatchMark(3, course, "'x\" up to'\n");
        assertThat(BatchMark.read(mark.text())).contains(mark);
        assertThat(BatchMark.read("3 rows of b by rowid, setting \"n\" (0123abcd), up to 4"))
                .isEmpty();
        assertThat(BatchMark.read("3 rows of \"b\" up to 4")).isEmpty();
    }
}
