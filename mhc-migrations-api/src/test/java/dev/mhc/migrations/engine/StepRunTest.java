package dev.mhc.migrations.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mhc.migrations.dialect.Step;
import dev.mhc.migrations.engine.MigrationStatus.State;
import dev.mhc.migrations.operation.SchemaEditor;
import java.nio.file.Path;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StepRunTest {

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
        public void step(PlannedMigration migration, String what, int operation, int operations) {
            lines.add(operation + " of " + operations + ": " + what);
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

    private static TestRegistry users() {
        return TestRegistry.app().table(1, "users");
    }

    /** Each insert leaves a row, so that one that is lost or runs twice shows. */
    private static void insert(SchemaEditor schema, String name) {
        schema.sql("INSERT INTO users (name) VALUES ('" + name + "')");
    }

    private static TestRegistry inSteps(Consumer<SchemaEditor> up, Consumer<SchemaEditor> down) {
        return users().reversible(2, "Steps", up, down).inSteps(2);
    }

    private static TestRegistry inserting(String... names) {
        return inSteps(
                schema -> List.of(names).forEach(name -> insert(schema, name)),
                schema -> List.of(names).forEach(name -> {
                    schema.sql("INSERT INTO users (name) VALUES ('un" + name + "')");
                }));
    }

    private void refuse(String name) throws Exception {
        database.execute("CREATE TRIGGER obstacle BEFORE INSERT ON users WHEN new.name = '" + name
                + "' BEGIN SELECT raise(ABORT, 'not this one'); END");
    }

    private List<String> names() throws Exception {
        return database.query("SELECT name FROM users WHERE name <> 'first' ORDER BY id");
    }

    private List<String> events() throws Exception {
        return database
                .query("SELECT event, version, step, detail FROM mhc_history WHERE version > 1 ORDER BY seq")
                .stream()
                .map(line -> line.replaceAll("\\([0-9a-f]{8}\\)", "(digest)"))
                .toList();
    }

    private List<State> states(TestRegistry registry) {
        return database.migrator(registry).status().stream()
                .map(MigrationStatus::state)
                .toList();
    }

    @Test
    void eachOperation_commitsByItself_andStandsInTheHistory() throws Exception {
        TestRegistry registry = inSteps(
                schema -> {
                    schema.createIndex("ix_users_name").on("users", "name");
                    insert(schema, "a");
                    schema.run("Add b", connection -> {
                        try (Statement statement = connection.createStatement()) {
                            statement.execute("INSERT INTO users (name) VALUES ('b')");
                        }
                    });
                },
                schema -> schema.dropIndex("ix_users_name"));
        Heard heard = new Heard();
        database.migrator(users()).apply();

        MigrationReport report =
                database.builder(registry).listener(heard).build().apply();

        assertThat(report.migrations())
                .extracting(ran -> ran.migration().version())
                .containsExactly(2L);
        assertThat(events())
                .containsExactly(
                        "step done|2|1|create index ix_users_name on users (digest)",
                        "step done|2|2|sql: INSERT INTO users (name) VALUES ('a') (digest)",
                        "step done|2|3|run \"Add b\" (digest)",
                        "applied|2|null|null");
        assertThat(names()).containsExactly("a", "b");
        assertThat(heard.lines).hasSize(5).startsWith("started 2").endsWith("3 of 3: Add b", "finished 2");
        assertThat(database.query("SELECT count(*) FROM mhc_history WHERE duration_ms IS NULL"))
                .containsExactly("0");
        assertThat(database.migrator(registry).apply().migrations()).isEmpty();
        assertThat(states(registry)).containsOnly(State.APPLIED);

        database.migrator(registry).rollbackSteps(1);

        assertThat(events()).endsWith("step done|2|1|drop index ix_users_name (digest)", "rolled back|2|null|null");
        assertThat(states(registry)).containsExactly(State.APPLIED, State.PENDING);
    }

    @Test
    void failingStep_isRolledBack_thoseBeforeItStay_andTheNextRunGoesOnWithIt() throws Exception {
        TestRegistry registry = inserting("a", "b", "c");
        database.migrator(users()).apply();
        refuse("b");
        Heard heard = new Heard();

        assertThatThrownBy(
                        () -> database.builder(registry).listener(heard).build().apply())
                .hasMessageContaining(
                        "[StatementFailed] Migration 2 (Steps) failed at operation 2 of 3, which was rolled"
                                + " back; what ran before it stays (1 step done), and the next run goes on after that.")
                .hasMessageContaining("not this one");

        assertThat(heard.lines).startsWith("started 2").endsWith("failed 2");
        assertThat(heard.lines.stream().filter("failed 2"::equals)).hasSize(1);
        assertThat(names()).containsExactly("a");
        assertThat(states(registry)).containsExactly(State.APPLIED, State.HALF_APPLIED);
        assertThatThrownBy(() -> database.migrator(registry).rollbackSteps(1))
                .hasMessageContaining("[HalfApplied] Migration 2 (Steps) is half applied: 1 step done.");
        database.execute("DROP TRIGGER obstacle");
        Heard again = new Heard();

        MigrationReport report =
                database.builder(registry).listener(again).build().apply();

        assertThat(report.warnings()).isEmpty();
        assertThat(names()).containsExactly("a", "b", "c");
        assertThat(again.lines)
                .startsWith("started 2", "goes on after 1 step done", "2 of 3: INSERT INTO users (name) VALUES ('b')");
        assertThat(database.migrator(registry).apply().migrations()).isEmpty();
    }

    @Test
    void pendingStep_mayBeEdited_andDoneOnesMayNot() throws Exception {
        database.migrator(users()).apply();
        refuse("b");
        assertThatThrownBy(() -> database.migrator(inserting("a", "b", "c")).apply());

        assertThatThrownBy(
                        () -> database.migrator(inserting("x", "d").edited(2)).apply())
                .hasMessageContaining("[StepChanged] Migration 2 (Steps) ran its step 1, which was \"sql: INSERT INTO"
                        + " users (name) VALUES ('a')\", and now has \"sql: INSERT INTO users (name) VALUES ('x')\""
                        + " there.");
        assertThatThrownBy(
                        () -> database.migrator(inserting("x", "d").edited(2)).plan())
                .hasMessageContaining("[StepChanged]");
        assertThatThrownBy(() -> database.migrator(users().reversible(2, "Steps", s -> insert(s, "a"), s -> {}))
                        .apply())
                .hasMessageContaining("[StepChanged]")
                .hasMessageContaining("and now is one transaction");
        assertThatThrownBy(() -> database.migrator(
                                inSteps(s -> s.backfill("users").set("name", "'x'"), s -> {}))
                        .apply())
                .hasMessageContaining("and now is a backfill");
        assertThat(names()).containsExactly("a");

        MigrationReport report =
                database.migrator(inserting("a", "d").edited(2)).apply();

        assertThat(names()).containsExactly("a", "d");
        assertThat(report.warnings())
                .singleElement()
                .asString()
                .contains("1 step ran before the migration was changed; what it did stays");
        assertThat(database.migrator(inserting("a", "d").edited(2)).apply().migrations())
                .isEmpty();
    }

    @Test
    void migrationThatDescribesNothing_endsIt_andTakenOutStepsAreMissed() throws Exception {
        database.migrator(users()).apply();
        refuse("c");
        assertThatThrownBy(() -> database.migrator(inserting("a", "b", "c")).apply());
        assertThatThrownBy(() -> database.migrator(inserting("a").edited(2)).apply())
                .hasMessageContaining("ran its step 2")
                .hasMessageContaining("and now has no such step");

        MigrationReport report = database.migrator(inserting().edited(2)).apply();

        assertThat(report.warnings()).hasSize(1);
        assertThat(states(inserting().edited(2))).containsOnly(State.APPLIED);
        assertThat(names()).containsExactly("a", "b");
    }

    @Test
    void rollback_runsInSteps_resumes_andKeepsApplyingFromGoingOn() throws Exception {
        TestRegistry registry = inserting("a", "b");
        database.migrator(registry).apply();
        refuse("unb");

        assertThatThrownBy(() -> database.migrator(registry).rollbackSteps(1))
                .hasMessageContaining("failed at operation 2 of 2, which was rolled back");

        assertThat(states(registry)).containsExactly(State.APPLIED, State.HALF_ROLLED_BACK);
        assertThatThrownBy(() -> database.migrator(registry).apply())
                .hasMessageContaining("[HalfRolledBack] Migration 2 (Steps) is half rolled back: 1 step done");
        database.execute("DROP TRIGGER obstacle");
        database.migrator(registry).rollbackSteps(1);
        assertThat(names()).containsExactly("a", "b", "una", "unb");
        assertThat(states(registry)).containsExactly(State.APPLIED, State.PENDING);
        database.migrator(registry).apply();
        assertThat(names()).containsExactly("a", "b", "una", "unb", "a", "b");
    }

    @Test
    void runThatStopsBetweenSteps_isGoneOnWith_withoutDoingAnyTwice() throws Exception {
        TestRegistry registry = inserting("a", "b", "c", "d");
        database.migrator(users()).apply();
        IllegalStateException stop = new IllegalStateException("stopped");
        for (int run = 0; run < 5; run++) {
            List<String> before = names();
            MigrationListener stopper = new MigrationListener() {
                @Override
                public void step(PlannedMigration migration, String what, int operation, int operations) {
                    if (operation > before.size() + 1) {
                        throw stop;
                    }
                }
            };
            try {
                database.builder(registry).listener(stopper).build().apply();
            } catch (IllegalStateException e) {
                assertThat(e).isSameAs(stop);
            }
        }
        assertThat(names()).containsExactly("a", "b", "c", "d");
        assertThat(states(registry)).containsOnly(State.APPLIED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"DELETE", "WAL"})
    void sixteenAtOnce_doEachStepOnce(String journalMode) throws Exception {
        database.execute("PRAGMA journal_mode = " + journalMode);
        TestRegistry registry = inSteps(
                schema -> {
                    for (int i = 0; i < 8; i++) {
                        insert(schema, "n" + i);
                    }
                    schema.run("Add last", connection -> {
                        try (Statement statement = connection.createStatement()) {
                            statement.execute("INSERT INTO users (name) VALUES ('last')");
                        }
                    });
                },
                schema -> {});
        ExecutorService threads = Executors.newFixedThreadPool(16);
        int ran = 0;
        try {
            Callable<MigrationReport> call = () -> database.migrator(registry).apply();
            for (Future<MigrationReport> future : threads.invokeAll(Collections.nCopies(16, call))) {
                ran += future.get().migrations().size();
            }
        } finally {
            threads.shutdown();
        }
        assertThat(ran).isEqualTo(2);
        assertThat(names()).containsExactly("n0", "n1", "n2", "n3", "n4", "n5", "n6", "n7", "last");
        assertThat(events()).hasSize(10);
    }

    @Test
    void vacuum_runsOutsideOfATransaction_betweenTwoRows() throws Exception {
        TestRegistry registry = inSteps(
                schema -> schema.sql(
                        "INSERT INTO users (name) VALUES ('a'); VACUUM; INSERT INTO users (name)" + " VALUES ('b')"),
                schema -> {});

        MigrationPlan plan = database.migrator(registry).plan();
        assertThat(plan.ways())
                .containsExactly("2 (Steps): each step commits by itself; a run that fails is gone on with where it"
                        + " stopped");
        database.migrator(registry).apply();

        assertThat(names()).containsExactly("a", "b");
        assertThat(events())
                .containsExactly(
                        "step done|2|1|sql: INSERT INTO users (name) VALUES ('a') (digest)",
                        "step begun|2|2|sql: VACUUM (digest)",
                        "step done|2|2|sql: VACUUM (digest)",
                        "step done|2|3|sql: INSERT INTO users (name) VALUES ('b') (digest)",
                        "applied|2|null|null");
    }

    @Test
    void stepBegunOutside_whoseEndNobodySaw_isRunAgainOrAskedAbout() throws Exception {
        Path copy = folder.resolve("copy.db");
        TestRegistry vacuum = inSteps(schema -> schema.sql("VACUUM"), schema -> {});
        TestRegistry into = inSteps(schema -> schema.sql("VACUUM INTO '" + copy + "'"), schema -> {});
        database.migrator(users()).apply();
        for (TestRegistry registry : List.of(vacuum, into)) {
            IllegalStateException stop = new IllegalStateException("stopped");
            MigrationListener stopper = new MigrationListener() {
                @Override
                public void step(PlannedMigration migration, String what, int operation, int operations) {
                    throw stop;
                }
            };
            assertThatThrownBy(() ->
                            database.builder(registry).listener(stopper).build().apply())
                    .isSameAs(stop);
            assertThat(states(registry)).containsExactly(State.APPLIED, State.HALF_APPLIED);
            if (registry == vacuum) {
                database.migrator(registry).apply();
                database.migrator(registry).rollbackSteps(1);
            }
        }

        assertThatThrownBy(() -> database.migrator(into).apply())
                .hasMessageContaining("[StepEndedUnseen] Migration 2 (Steps) began its step 1")
                .hasMessageContaining("VACUUM INTO");

        TestRegistry mended = inSteps(schema -> schema.sql("VACUUM /* again */ INTO '" + copy + "'"), schema -> {})
                .edited(2);
        database.migrator(mended).apply();
        assertThat(copy).exists();
        assertThat(states(mended)).containsOnly(State.APPLIED);
    }

    @Test
    void sixteenAtOnce_withAStepOutside_endIt() throws Exception {
        TestRegistry registry = inSteps(
                schema -> {
                    insert(schema, "a");
                    schema.sql("VACUUM");
                    insert(schema, "b");
                },
                schema -> {});
        database.migrator(users()).apply();
        ExecutorService threads = Executors.newFixedThreadPool(16);
        int ran = 0;
        try {
            Callable<MigrationReport> call = () -> database.migrator(registry).apply();
            for (Future<MigrationReport> future : threads.invokeAll(Collections.nCopies(16, call))) {
                ran += future.get().migrations().size();
            }
        } finally {
            threads.shutdown();
        }
        assertThat(ran).isEqualTo(1);
        assertThat(names()).containsExactly("a", "b");
        assertThat(events().stream().filter(event -> event.startsWith("step done")))
                .hasSize(3);
    }

    @Test
    void transactionalMigration_withWhatCannotShareATransaction_isRefusedBeforeAnythingRuns() throws Exception {
        TestRegistry registry = users().reversible(
                        2, "Vacuum", schema -> schema.sql("CREATE TABLE a (x); VACUUM"), schema -> {})
                .reversible(3, "Again", schema -> schema.sql("vacuum"), schema -> {});

        assertThatThrownBy(() -> database.migrator(registry).apply())
                .hasMessage("[NotOneTransaction] Migration 2 (Vacuum) cannot run in one transaction:\n"
                        + "  operation 1, sql: VACUUM: VACUUM runs only outside of a transaction\n"
                        + "Nothing was changed. Say @Migration(transactional = false): each operation then commits by"
                        + " itself, and a run that fails is gone on with where it stopped. Or put what must be committed"
                        + " first into a migration before it.\n"
                        + "[NotOneTransaction] Migration 3 (Again) cannot run in one transaction:\n"
                        + "  operation 1, sql: vacuum: VACUUM runs only outside of a transaction\n"
                        + "Nothing was changed. Say @Migration(transactional = false): each operation then commits by"
                        + " itself, and a run that fails is gone on with where it stopped. Or put what must be committed"
                        + " first into a migration before it.");
        assertThatThrownBy(() -> database.migrator(registry).plan()).hasMessageContaining("[NotOneTransaction]");

        assertThat(database.query("SELECT name FROM sqlite_master")).isEmpty();
    }

    @Test
    void vacuumInJdbcWork_isRefused() throws Exception {
        TestRegistry registry = users().reversible(
                        2,
                        "Vacuum",
                        schema -> schema.run("Vacuum", connection -> {
                            try (Statement statement = connection.createStatement()) {
                                statement.execute("VACUUM");
                            }
                        }),
                        schema -> {});
        assertThatThrownBy(() -> database.migrator(registry).apply())
                .hasMessageContaining("[StatementNotInTransaction]")
                .hasMessageContaining("transactional = false");
    }

    @Test
    void dryRun_saysThatStepsCommit_andLeavesOutWhatIsDone() throws Exception {
        TestRegistry registry = inSteps(
                schema -> {
                    schema.sql("CREATE TABLE a (x INTEGER)");
                    schema.sql("VACUUM");
                    insert(schema, "b");
                },
                schema -> {});
        database.migrator(users()).apply();
        refuse("b");
        assertThatThrownBy(() -> database.migrator(registry).apply());
        database.execute("DROP TRIGGER obstacle");
        Migrator migrator = database.migrator(registry);

        List<Step> steps = migrator.dryRun(migrator.plan()).migrations().get(0).steps();

        assertThat(steps)
                .containsExactly(
                        new Step.Note("each step commits by itself; a run that fails is gone on with where it stopped"),
                        new Step.Note("goes on after 2 steps done"),
                        Step.Statement.of("INSERT INTO users (name) VALUES ('b')"));
        assertThat(migrator.plan().migrations()).hasSize(1);
    }

    @Test
    void backfillAlone_runsAsBefore() throws Exception {
        TestRegistry registry =
                inSteps(schema -> schema.backfill("users").set("name", "'x'"), schema -> schema.sql("SELECT 1"));

        database.migrator(registry).apply();

        assertThat(database.query("SELECT name FROM users")).containsExactly("x");
        assertThat(states(registry)).containsOnly(State.APPLIED);
    }

    @Test
    void backup_isMadeBeforeTheFirstStep_once() throws Exception {
        database.migrator(users()).apply();

        database.builder(inserting("a", "b")).backup(true).build().apply();

        List<Backup> backups = database.migrator(users()).backups();
        assertThat(backups).hasSize(1);
        assertThat(new SqliteFile(backups.get(0).file()).query("SELECT name FROM users"))
                .containsExactly("first");
    }

    @Test
    void editedHistoryOfSteps_isNoticed() throws Exception {
        database.migrator(inserting("a", "b")).apply();
        database.execute("UPDATE mhc_history SET step = 3 WHERE seq = 3");
        assertThatThrownBy(() -> database.migrator(inserting("a", "b")).status())
                .hasMessageContaining("[HistoryDamaged]")
                .hasMessageContaining("row 3 is step 3 of migration 2 (Steps), which does not come next");
        database.execute("UPDATE mhc_history SET step = 2, detail = 'x' WHERE seq = 3");
        assertThatThrownBy(() -> database.migrator(inserting("a", "b")).status())
                .hasMessageContaining("row 3 does not say what the step was");
    }
}
