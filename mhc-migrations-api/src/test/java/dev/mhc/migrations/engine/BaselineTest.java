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

class BaselineTest {

    @TempDir
    Path folder;

    private SqliteFile database;
    private final TestRegistry app =
            TestRegistry.app().table(1, "a").table(2, "b").table(3, "c").table(4, "d");

    @BeforeEach
    void legacyDatabase() throws SQLException {
        database = SqliteFile.in(folder);
        database.execute(
                "CREATE TABLE a (id INTEGER PRIMARY KEY, name TEXT)",
                "CREATE TABLE b (id INTEGER PRIMARY KEY, name TEXT)",
                "INSERT INTO a (name) VALUES ('kept')");
    }

    @Test
    void aDatabaseWithTablesAndNoHistory_isOfferedABaseline() throws SQLException {
        byte[] before = database.bytes();

        assertThatThrownBy(() -> database.migrator(app).apply())
                .hasMessageContaining("[UnmanagedDatabase]")
                .hasMessageContaining("found: a, b")
                .hasMessageContaining("mvn mhc:baseline -Dmhc.target=VERSION");

        assertThat(database.bytes()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE VIEW v AS SELECT 1 AS one",
                "CREATE VIRTUAL TABLE notes USING fts5(content)",
                "CREATE VIRTUAL TABLE places USING rtree(id, x0, x1)"
            })
    void aDatabaseWithNothingButAViewOrAVirtualTable_isNotEmpty(String create) throws SQLException {
        SqliteFile other = new SqliteFile(folder.resolve("other.db"));
        other.execute(create);

        assertThatThrownBy(() -> other.migrator(app).apply()).hasMessageContaining("[UnmanagedDatabase]");
    }

    @Test
    void eachMigrationUpToTheTargetIsOneEvent_andTheRestIsApplied() throws SQLException {
        database.migrator(app).baseline("app", 2);

        assertThat(database.history()).containsExactly("1|baselined|app|1", "2|baselined|app|2");
        assertThat(database.query("SELECT checksum FROM mhc_history ORDER BY seq"))
                .containsExactly(app.entry(0).checksum(), app.entry(1).checksum());
        assertThat(database.migrator(app).status().stream().map(MigrationStatus::state))
                .containsExactly(State.BASELINED, State.BASELINED, State.PENDING, State.PENDING);

        assertThat(database.migrator(app).apply().migrations()).hasSize(2);
        assertThat(database.history())
                .containsExactly("1|baselined|app|1", "2|baselined|app|2", "3|applied|app|3", "4|applied|app|4");
        assertThat(database.query("SELECT name FROM a")).containsExactly("kept");
        assertThat(database.migrator(app).apply().migrations()).isEmpty();
    }

    @Test
    void aBaselinedMigrationThatChanged_stopsTheNextRun() {
        database.migrator(app).baseline("app", 2);

        assertThatThrownBy(() -> database.migrator(app.edited(2)).apply())
                .hasMessageContaining("[ChangedAfterApply] Migration 2 (Create b)");
    }

    @Test
    void aBaselinedMigrationCanBeRolledBack() throws SQLException {
        database.migrator(app).baseline("app", 2);

        MigrationReport report = database.migrator(app).rollbackSteps(1);

        assertThat(report.warnings()).singleElement().asString().startsWith("Migration 2 (Create b) was baselined: ");
        assertThat(database.tables()).containsExactly("a", "mhc_history");
        assertThat(database.history()).endsWith("3|rolled back|app|2");
    }

    @Test
    void aModuleWithAHistory_isRefused() throws SQLException {
        database.migrator(app).baseline("app", 2);
        byte[] before = database.bytes();

        assertThatThrownBy(() -> database.migrator(app).baseline("app", 3))
                .hasMessageContaining("[BaselineOnHistory] Module app has a history already; its newest migration in"
                        + " effect is 2 (Create b). Nothing was changed. The history has nothing but baselines;")
                .hasMessageContaining("DROP TABLE mhc_history and baseline again.");

        assertThat(database.bytes()).isEqualTo(before);
    }

    @Test
    void aModuleWhoseMigrationsWereAllRolledBack_isRefused() {
        SqliteFile other = new SqliteFile(folder.resolve("other.db"));
        other.migrator(app).apply();
        other.migrator(app).rollbackTo(0);

        assertThatThrownBy(() -> other.migrator(app).baseline("app", 1))
                .hasMessageContaining("[BaselineOnHistory]")
                .hasMessageContaining("all its migrations are rolled back");
    }

    @Test
    void aSecondModuleOfALegacyDatabase_isBaselinedAfterTheFirst() throws SQLException {
        TestRegistry library = TestRegistry.module("library").table(1, "b").table(5, "e");

        database.migrator(app, library).baseline("app", 1);
        database.migrator(app, library).baseline("library", 1);
        assertThat(database.migrator(app.without(2), library).apply().migrations())
                .hasSize(3);
        assertThat(database.history())
                .containsExactly(
                        "1|baselined|app|1",
                        "2|baselined|library|1",
                        "3|applied|app|3",
                        "4|applied|app|4",
                        "5|applied|library|5");
    }

    @Test
    void anEmptyDatabase_containsNothing() throws SQLException {
        SqliteFile empty = new SqliteFile(folder.resolve("empty.db"));
        empty.execute("PRAGMA user_version = 7");

        assertThatThrownBy(() -> empty.migrator(app).baseline("app", 1)).hasMessageContaining("[BaselineOfEmpty]");

        assertThat(empty.tables()).isEmpty();
    }

    @Test
    void anUnknownModuleOrVersion_isRefusedBeforeConnecting() {
        assertThatThrownBy(() -> database.migrator(app).baseline("lib", 1))
                .hasMessageContaining("[UnknownModule] This build has no module lib; it has: app.");
        assertThatThrownBy(() -> database.migrator(app).baseline("app", 9))
                .hasMessageContaining("[UnknownVersion] No migration has version 9. This build has 1 (Create a) to 4");
    }
}
