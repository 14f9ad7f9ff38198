package dev.mhc.migrations.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mhc.migrations.error.ErrorCode;
import dev.mhc.migrations.error.MigrationException;
import dev.mhc.migrations.schema.ColumnType;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApplyTest {

    @TempDir
    Path folder;

    private SqliteFile database;

    @BeforeEach
    void createFile() {
        database = SqliteFile.in(folder);
    }

    private static TestRegistry three() {
        return TestRegistry.app().table(3, "c").table(1, "a").table(2, "b");
    }

    @Test
    void pendingMigrations_runInOrderOfVersion_andAreRemembered() throws Exception {
        MigrationReport report = database.migrator(three()).apply();

        assertThat(report.migrations())
                .extracting(ran -> ran.migration().version())
                .containsExactly(1L, 2L, 3L);
        assertThat(database.history()).containsExactly("1|applied|app|1", "2|applied|app|2", "3|applied|app|3");
        assertThat(database.tables()).containsExactly("a", "b", "c", "mhc_history");
        assertThat(database.query("SELECT count(*) FROM mhc_history WHERE duration_ms IS NULL"))
                .containsExactly("0");
    }

    @Test
    void secondRun_changesNothing() throws Exception {
        database.migrator(three()).apply();
        byte[] before = database.bytes();

        assertThat(database.migrator(three()).apply().migrations()).isEmpty();
        assertThat(database.bytes()).isEqualTo(before);
    }

    @Test
    void versionsOfTwoModules_runInOneOrder() throws Exception {
        TestRegistry lib = TestRegistry.module("lib").table(2, "l2").table(4, "l4");
        database.migrator(three(), lib).apply();

        assertThat(database.history())
                .containsExactly(
                        "1|applied|app|1", "2|applied|app|2", "3|applied|lib|2", "4|applied|app|3", "5|applied|lib|4");
        assertThat(database.migrator(three(), lib).apply().migrations()).isEmpty();
    }

    @Test
    void applyTo_stopsAtTheVersion_andGoesOnLater() throws Exception {
        database.migrator(three()).applyTo(2);
        assertThat(database.tables()).containsExactly("a", "b", "mhc_history");

        database.migrator(three()).apply();
        assertThat(database.tables()).containsExactly("a", "b", "c", "mhc_history");
    }

    @Test
    void applyTo_anUnknownVersion_isRefused() {
        assertThatThrownBy(() -> database.migrator(three()).applyTo(7))
                .hasMessageContaining("[UnknownVersion] No migration has version 7")
                .hasMessageContaining("1 (Create a) to 3 (Create c)");
    }

    @Test
    void rollbackSteps_undoesTheLatestFirst_andApplyRedoesThem() throws Exception {
        Migrator migrator = database.migrator(three());
        migrator.apply();

        MigrationReport report = migrator.rollbackSteps(2);

        assertThat(report.migrations())
                .extracting(ran -> ran.migration().version())
                .containsExactly(3L, 2L);
        assertThat(database.tables()).containsExactly("a", "mhc_history");
        migrator.apply();
        assertThat(database.history())
                .containsExactly(
                        "1|applied|app|1",
                        "2|applied|app|2",
                        "3|applied|app|3",
                        "4|rolled back|app|3",
                        "5|rolled back|app|2",
                        "6|applied|app|2",
                        "7|applied|app|3");
    }

    @Test
    void rollbackTo_keepsTheVersion_andZeroUndoesAll() throws Exception {
        Migrator migrator = database.migrator(three());
        migrator.apply();

        migrator.rollbackTo(1);
        assertThat(database.tables()).containsExactly("a", "mhc_history");
        migrator.rollbackTo(0);
        assertThat(database.tables()).containsExactly("mhc_history");
        assertThat(migrator.rollbackSteps(1).migrations()).isEmpty();
        assertThat(migrator.apply().migrations()).hasSize(3);
    }

    @Test
    void rollback_ofMoreThanIsApplied_isRefused() throws Exception {
        database.migrator(three()).apply();
        assertThatThrownBy(() -> database.migrator(three()).rollbackSteps(4))
                .hasMessageContaining("4 migrations were to be rolled back; 3 are applied");
        assertThatThrownBy(() -> database.migrator(three()).rollbackSteps(0)).isInstanceOf(MigrationException.class);
        assertThat(database.history()).hasSize(3);
    }

    @Test
    void rollback_pastAnIrreversibleMigration_isRefusedWithItsReason_beforeAnythingRuns() throws Exception {
        TestRegistry registry = TestRegistry.app()
                .table(1, "a")
                .irreversible(
                        2, "Hash passwords", "hashes cannot be undone", schema -> schema.sql("UPDATE a SET name = 'x'"))
                .table(3, "c");
        database.migrator(registry).apply();

        assertThatThrownBy(() -> database.migrator(registry).rollbackTo(0))
                .hasMessageContaining(
                        "[Irreversible] Migration 2 (Hash passwords) cannot be rolled back: hashes cannot")
                .extracting(e -> ((MigrationException) e).code())
                .isEqualTo(ErrorCode.IRREVERSIBLE);
        assertThat(database.tables()).contains("c");
    }

    @Test
    void failingStatement_rollsItsMigrationBack_andKeepsTheOnesBefore() throws Exception {
        TestRegistry registry = TestRegistry.app()
                .table(1, "a")
                .reversible(
                        2,
                        "Break",
                        schema -> {
                            schema.createTable("half", t -> t.id());
                            schema.sql("INSERT INTO a (name) VALUES ('lost')");
                            schema.sql("INSERT INTO nowhere VALUES (1)");
                        },
                        schema -> {})
                .table(3, "c");

        assertThatThrownBy(() -> database.migrator(registry).apply())
                .hasMessageStartingWith(
                        "[StatementFailed] Migration 2 (Break) failed at operation 3 of 3 and was rolled"
                                + " back; the one that ran before it stays.")
                .hasMessageContaining("INSERT INTO nowhere")
                .hasMessageContaining("no such table: nowhere");
        assertThat(database.history()).containsExactly("1|applied|app|1");
        assertThat(database.tables()).containsExactly("a", "mhc_history");
        assertThat(database.query("SELECT name FROM a")).containsExactly("first");
    }

    @Test
    void failureOfTheVeryFirstMigration_leavesTheFileWithoutAnyTable() throws Exception {
        TestRegistry registry = TestRegistry.app().reversible(1, "Break", s -> s.sql("SELECT nothing"), s -> {});
        assertThatThrownBy(() -> database.migrator(registry).apply()).hasMessageContaining("nothing else ran");
        assertThat(database.tables()).isEmpty();
    }

    @Test
    void anUpThatThrows_stopsEverythingBeforeAnythingRuns() throws Exception {
        TestRegistry registry = TestRegistry.app()
                .table(1, "a")
                .reversible(
                        2,
                        "Throw",
                        schema -> {
                            throw new IllegalStateException("boom");
                        },
                        schema -> {});
        assertThatThrownBy(() -> database.migrator(registry).apply())
                .hasMessageContaining("[DescriptionFailed] Migration 2 (Throw)")
                .hasMessageContaining("boom");
        assertThat(database.tables()).isEmpty();
    }

    @Test
    void databaseWithTablesAndNoHistory_isLeftAlone() throws Exception {
        database.execute("CREATE TABLE users (id INTEGER PRIMARY KEY)", "INSERT INTO users VALUES (1)");
        byte[] before = database.bytes();

        assertThatThrownBy(() -> database.migrator(three()).apply())
                .hasMessageContaining("[UnmanagedDatabase] The database has tables and no history")
                .hasMessageContaining("found: users");
        assertThat(database.bytes()).isEqualTo(before);
    }

    @Test
    void plan_andStatus_leaveAnEmptyFileEmpty() throws Exception {
        Migrator migrator = database.migrator(three());
        assertThat(migrator.plan().migrations()).hasSize(3);
        assertThat(migrator.status()).extracting(MigrationStatus::state).containsOnly(MigrationStatus.State.PENDING);
        assertThat(database.tables()).isEmpty();
    }

    @Test
    void status_tellsWhenHowLongAndByWhom() {
        database.migrator(three()).applyTo(2);
        List<MigrationStatus> status = database.migrator(three()).status();

        assertThat(status)
                .extracting(it -> it.version() + " " + it.state().label())
                .containsExactly("1 applied", "2 applied", "3 pending");
        assertThat(status.get(0).appliedAt()).isPresent();
        assertThat(status.get(0).duration()).isPresent();
        assertThat(status.get(0).appliedBy()).contains(System.getProperty("user.name"));
        assertThat(status.get(2).appliedAt()).isEmpty();
    }

    @Test
    void listener_hearsOfEachStep() {
        StringBuilder heard = new StringBuilder();
        MigrationListener listener = new MigrationListener() {
            @Override
            public void planned(MigrationPlan plan) {
                heard.append("planned ").append(plan.migrations().size()).append('\n');
            }

            @Override
            public void started(PlannedMigration migration) {
                heard.append("started ").append(migration.label()).append('\n');
            }

            @Override
            public void step(PlannedMigration migration, String what, int operation, int operations) {
                heard.append("step ")
                        .append(operation)
                        .append('/')
                        .append(operations)
                        .append('\n');
            }

            @Override
            public void finished(PlannedMigration migration, java.time.Duration duration) {
                heard.append("finished ").append(migration.label()).append('\n');
            }
        };
        database.builder(TestRegistry.app().table(1, "a"))
                .listener(listener)
                .build()
                .apply();
        assertThat(heard.toString())
                .isEqualTo("planned 1\nstarted 1 (Create a)\nstep 1/2\nstep 2/2\nfinished 1 (Create a)\n");
    }

    @Test
    void columnsAdded_keepTheRows_andGoAwayAgain() throws Exception {
        TestRegistry registry = TestRegistry.app()
                .table(1, "a")
                .reversible(
                        2,
                        "Add is_verified",
                        schema -> schema.alterTable(
                                "a",
                                t -> t.addColumn("is_verified", ColumnType.bool())
                                        .notNull()
                                        .defaultValue(false)),
                        schema -> schema.alterTable("a", t -> t.dropColumn("is_verified")));
        Migrator migrator = database.migrator(registry);
        migrator.apply();
        assertThat(database.query("SELECT name, is_verified FROM a")).containsExactly("first|0");
        migrator.rollbackSteps(1);
        assertThat(database.query("SELECT * FROM a")).containsExactly("1|first");
    }
}
