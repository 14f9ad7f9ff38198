package dev.mhc.migrations.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mhc.migrations.engine.MigrationStatus.State;
import dev.mhc.migrations.error.ErrorCode;
import dev.mhc.migrations.error.MigrationException;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What build and history do not agree on is found before anything runs, and nothing changes. */
class DisagreementTest {

    private static final TestRegistry FOUR =
            TestRegistry.app().table(1, "a").table(2, "b").table(3, "c").table(4, "d");

    @TempDir
    Path folder;

    private SqliteFile database;

    @BeforeEach
    void applyThree() {
        database = SqliteFile.in(folder);
        database.migrator(FOUR.without(4)).apply();
    }

    private String refused(ErrorCode code, ThrowingCallable call) {
        byte[] before = database.bytes();
        MigrationException[] thrown = new MigrationException[1];
        assertThatThrownBy(call).isInstanceOfSatisfying(MigrationException.class, e -> thrown[0] = e);
        assertThat(thrown[0].code()).isEqualTo(code);
        assertThat(database.bytes()).isEqualTo(before);
        return String.valueOf(thrown[0].getMessage());
    }

    private List<State> states(TestRegistry... registries) {
        return database.migrator(registries).status().stream()
                .map(MigrationStatus::state)
                .toList();
    }

    @Test
    void changedMigration_stopsApplyAndRollback() {
        assertThat(refused(
                        ErrorCode.CHANGED_AFTER_APPLY,
                        () -> database.migrator(FOUR.edited(2)).apply()))
                .contains("Migration 2 (Create b) changed after it was applied")
                .contains("compiled: eeeeeeee");
        refused(
                ErrorCode.CHANGED_AFTER_APPLY,
                () -> database.migrator(FOUR.edited(2)).rollbackSteps(1));
        assertThat(states(FOUR.edited(2))).containsExactly(State.APPLIED, State.CHANGED, State.APPLIED, State.PENDING);
    }

    @Test
    void missingMigration_stopsApply() {
        assertThat(refused(
                        ErrorCode.MIGRATION_MISSING,
                        () -> database.migrator(FOUR.without(2)).apply()))
                .contains("Migration 2 (Create b) is applied, and this build does not have it");
        assertThat(states(FOUR.without(2))).containsExactly(State.APPLIED, State.MISSING, State.APPLIED, State.PENDING);
    }

    @Test
    void allProblems_areReportedTogether() {
        assertThat(refused(
                        ErrorCode.CHANGED_AFTER_APPLY,
                        () -> database.migrator(FOUR.edited(1).without(2)).apply()))
                .contains("1 (Create a)")
                .contains("2 (Create b)");
    }

    @Test
    void newerMigration_isAWarningForAnApplication_andStopsABuild() {
        TestRegistry old = FOUR.without(3).without(4);
        MigrationReport report = database.migrator(old).apply();
        assertThat(report.warnings()).singleElement().asString().contains("[NewerThanBuild]", "3 (Create c)");
        refused(
                ErrorCode.NEWER_THAN_BUILD,
                () -> database.builder(old)
                        .unknownNewer(UnknownNewer.REFUSE)
                        .build()
                        .apply());
        refused(ErrorCode.NEWER_THAN_BUILD, () -> database.migrator(old).rollbackSteps(1));
        assertThat(states(old)).containsExactly(State.APPLIED, State.APPLIED, State.NEWER);
    }

    @Test
    void outOfOrderMigration_isListed_andAppliedOnlyOnRequest() throws Exception {
        SqliteFile merged = new SqliteFile(folder.resolve("merged.db"));
        merged.migrator(FOUR.without(2)).apply();
        assertThatThrownBy(() -> merged.migrator(FOUR).apply())
                .hasMessageContaining("[OutOfOrder] Migration 2 (Create b) is pending, and the newer 4 (Create d)");
        assertThat(merged.history()).hasSize(3);

        merged.builder(FOUR).outOfOrder(OutOfOrder.APPLY).build().apply();
        assertThat(merged.history()).contains("4|applied|app|2");
        assertThat(merged.migrator(FOUR).apply().migrations()).isEmpty();

        merged.migrator(FOUR).rollbackSteps(1);
        assertThat(merged.history()).last().isEqualTo("5|rolled back|app|2");
    }

    @Test
    void outOfOrder_isJudgedWithinAModule() {
        TestRegistry lib = TestRegistry.module("lib").table(1, "lib_a");
        assertThat(database.migrator(FOUR.without(4), lib).apply().migrations()).hasSize(1);
    }

    @Test
    void moduleInTheHistoryAndNotInTheBuild_stopsApply() {
        TestRegistry lib = TestRegistry.module("lib").table(9, "lib_a");
        database.migrator(FOUR.without(4), lib).apply();
        assertThat(refused(
                        ErrorCode.MODULE_MISSING,
                        () -> database.migrator(FOUR.without(4)).apply()))
                .contains("migrations of module lib");
    }

    @Test
    void noRegistry_andTwoOfOneName_areFoundBeforeConnecting() {
        assertThatThrownBy(() -> database.migrator().apply())
                .hasMessageContaining("[NoRegistry]")
                .hasMessageContaining("annotationProcessorPaths");
        assertThatThrownBy(() -> database.migrator(FOUR, FOUR.without(1)).apply())
                .hasMessageContaining("[DuplicateModule] Two registries are named app");
    }

    @Test
    void aDeletedHistoryRow_isNoticed() throws Exception {
        database.execute("DELETE FROM mhc_history WHERE seq = 2");
        assertThat(refused(
                        ErrorCode.HISTORY_DAMAGED, () -> database.migrator(FOUR).apply()))
                .contains("after row 1 comes row 3");
    }

    @Test
    void deletedRowsAtTheEnd_areNoticed() throws Exception {
        database.execute("DELETE FROM mhc_history WHERE seq = (SELECT MAX(seq) FROM mhc_history)");
        byte[] before = database.bytes();
        String lastOne =
                refused(ErrorCode.HISTORY_DAMAGED, () -> database.migrator(FOUR).apply());
        assertThat(lastOne).contains("its last row is 2, and it had a row 3");
        assertThat(database.bytes()).isEqualTo(before);
        database.execute("DELETE FROM mhc_history");
        assertThat(refused(
                        ErrorCode.HISTORY_DAMAGED, () -> database.migrator(FOUR).apply()))
                .contains("its last row is 0, and it had a row 3");
    }

    @Test
    void aDuplicatedHistoryRow_isNoticed() throws Exception {
        database.execute("INSERT INTO mhc_history SELECT seq + 3, event, module, version, step, detail, description,"
                + " checksum, digest, recorded_at, duration_ms, user_name, host, tool_version, format"
                + " FROM mhc_history WHERE seq = 1");
        assertThat(refused(
                        ErrorCode.HISTORY_DAMAGED, () -> database.migrator(FOUR).apply()))
                .contains("row 4 says that migration 1 (Create a) was applied")
                .contains("already in effect");
    }

    @Test
    void anEditedHistoryRow_isNoticed() throws Exception {
        database.execute("UPDATE mhc_history SET checksum = 'x' WHERE seq = 2");
        assertThat(refused(
                        ErrorCode.HISTORY_DAMAGED, () -> database.migrator(FOUR).apply()))
                .contains("the digest of row 2");
    }

    @Test
    void anUnknownEvent_isNoticed() throws Exception {
        database.execute("UPDATE mhc_history SET event = 'teleported' WHERE seq = 3");
        assertThat(refused(
                        ErrorCode.HISTORY_DAMAGED, () -> database.migrator(FOUR).apply()))
                .contains("unknown event \"teleported\"");
    }

    @Test
    void aNewerHistoryFormat_isRefused() throws Exception {
        database.execute("UPDATE mhc_history SET format = 2 WHERE seq = 3");
        assertThat(refused(
                        ErrorCode.HISTORY_TOO_NEW, () -> database.migrator(FOUR).apply()))
                .contains("format 2", "up to 1");
    }
}
