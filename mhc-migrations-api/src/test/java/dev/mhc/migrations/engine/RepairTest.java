package dev.mhc.migrations.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mhc.migrations.engine.MigrationStatus.State;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RepairTest {

    @TempDir
    Path folder;

    private SqliteFile database;
    private final TestRegistry app =
            TestRegistry.app().table(1, "a").table(2, "b").table(3, "c");

    @BeforeEach
    void appliedMigrations() {
        database = SqliteFile.in(folder);
        database.migrator(app).apply();
    }

    @Test
    void aChangedMigration_isAcceptedAsAnEventWithItsReason() throws SQLException {
        TestRegistry edited = app.edited(2);
        assertThatThrownBy(() -> database.migrator(edited).apply())
                .hasMessageContaining("[ChangedAfterApply] Migration 2 (Create b)")
                .hasMessageContaining("mvn mhc:repair -Dmhc.version=2 -Dmhc.reason=\"…\"");

        database.migrator(edited).repair("app", 2, " a typo in a comment column ");

        assertThat(database.query("SELECT seq, event, version, detail, checksum FROM mhc_history WHERE seq = 4"))
                .containsExactly("4|repaired|2|a typo in a comment column|" + "e".repeat(64));
        assertThat(database.migrator(edited).apply().migrations()).isEmpty();
        assertThat(database.migrator(edited).status().stream().map(MigrationStatus::state))
                .containsOnly(State.APPLIED);
    }

    @Test
    void withSeveralModules_theCommandNamesTheOneThatIsMeant() {
        TestRegistry library = TestRegistry.module("library").table(7, "books");
        database.migrator(app, library).apply();

        assertThatThrownBy(() -> database.migrator(app, library.edited(7)).apply())
                .hasMessageContaining("mvn mhc:repair -Dmhc.module=library -Dmhc.version=7 -Dmhc.reason=");
    }

    @Test
    void whatWasAccepted_isWhatCounts() {
        database.migrator(app.edited(2)).repair("app", 2, "reviewed");

        assertThatThrownBy(() -> database.migrator(app).apply())
                .hasMessageContaining("[ChangedAfterApply] Migration 2 (Create b)");
    }

    @Test
    void aRepairedMigration_keepsItsPlaceInTheOrderOfRollback() throws SQLException {
        TestRegistry edited = app.edited(1);
        database.migrator(edited).repair("app", 1, "reviewed");

        database.migrator(edited).rollbackSteps(1);

        assertThat(database.history()).endsWith("4|repaired|app|1", "5|rolled back|app|3");
        assertThat(database.query("SELECT name FROM a")).containsExactly("first");
    }

    @Test
    void aRepairedMigration_canBeRolledBackAndAppliedAgain() throws SQLException {
        TestRegistry edited = app.edited(2);
        database.migrator(edited).repair("app", 2, "reviewed");

        database.migrator(edited).rollbackTo(1);
        database.migrator(edited).apply();

        assertThat(database.history()).endsWith("7|applied|app|2", "8|applied|app|3");
        assertThat(database.migrator(edited).apply().migrations()).isEmpty();
    }

    @Test
    void aRepairAtHeadMadeByHand_isNoticed() throws SQLException {
        database.migrator(app.edited(2)).repair("app", 2, "reviewed");
        database.execute("UPDATE mhc_history SET checksum = '" + "f".repeat(64) + "' WHERE seq = 4");

        assertThatThrownBy(() -> database.migrator(app.edited(2)).plan()).hasMessageContaining("[HistoryDamaged]");
    }

    @Test
    void whatIsNotChanged_isNotRepaired() {
        byte[] before = database.bytes();

        assertThatThrownBy(() -> database.migrator(app).repair("app", 2, "just in case"))
                .hasMessageContaining("[RepairNotNeeded] Migration 2 (Create b)");
        assertThatThrownBy(() -> database.migrator(TestRegistry.app()
                                .table(1, "a")
                                .table(2, "b")
                                .table(3, "c")
                                .table(4, "d"))
                        .repair("app", 4, "just in case"))
                .hasMessageContaining("[RepairOfNotApplied] Migration 4 (Create d)");
        assertThatThrownBy(() -> database.migrator(app).repair("app", 9, "just in case"))
                .hasMessageContaining("[UnknownVersion]");

        assertThat(database.bytes()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "two\nlines", "bell\u0007"})
    void aRepairWithoutAUsableReason_isRefused(String reason) {
        assertThatThrownBy(() -> database.migrator(app.edited(2)).repair("app", 2, reason))
                .hasMessageContaining("[BadReason]");
    }
}
