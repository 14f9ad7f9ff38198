package dev.mhc.migrations.reliability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.mhc.migrations.error.ErrorCode;
import dev.mhc.migrations.error.MigrationException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sqlite.JDBC;

/** What cannot be written stays as it is, also when it holds what a crash left behind. */
class ReadOnlyTest {

    @TempDir
    Path folder;

    private Path medium;
    private Path database;

    @BeforeEach
    void makeTheMedium() throws Exception {
        medium = Files.createDirectory(folder.resolve("medium"));
        database = medium.resolve("shop.db");
    }

    @ParameterizedTest
    @EnumSource(Scenario.class)
    void aFileThatIsOpenedForReadingOnly_isRefused_andStaysAsItIs(Scenario scenario) throws Exception {
        Databases.copy(Stage.of(scenario).start(), database);
        byte[] before = Files.readAllBytes(database);
        Properties readOnly = new Properties();
        readOnly.put("open_mode", "1");
        var dataSource = new FaultDriver.PlainDataSource(() -> new JDBC().connect(Databases.url(database), readOnly));
        assertThatThrownBy(() -> scenario.run(scenario.settings(dataSource)))
                .isInstanceOfSatisfying(
                        MigrationException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.READ_ONLY_DATABASE));
        assertThat(Files.readAllBytes(database)).isEqualTo(before);
        assertThat(Verdict.afterEnd(scenario, database)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Scenario.class)
    void aFolderThatCannotBeWritten_isRefused_andStaysAsItIs(Scenario scenario) throws Exception {
        Databases.copy(Stage.of(scenario).start(), database);
        assertRefusedOnReadOnlyMedium(scenario);
        assertThat(Verdict.afterEnd(scenario, database)).isEmpty();
    }

    @Test
    void aHotJournalOnAReadOnlyMedium_isNeitherUsedNorDeleted() throws Exception {
        Path running = folder.resolve("running.db");
        Databases.copy(Stage.of(Scenario.APPLY).start(), running);
        try (Connection connection = Databases.open(running);
                Statement statement = connection.createStatement()) {
            // Too small to hold the transaction: half of it is in the file already.
            statement.execute("PRAGMA cache_size = 5");
            statement.execute("BEGIN IMMEDIATE");
            statement.execute("UPDATE orders SET total = total + 1");
            statement.execute("UPDATE order_lines SET quantity = quantity + 1");
            crashImage(running, "-journal");
            statement.execute("ROLLBACK");
        }
        assertThat(Files.readAllBytes(database))
                .isNotEqualTo(Files.readAllBytes(Stage.of(Scenario.APPLY).start()));
        assertRefusedOnReadOnlyMedium(Scenario.APPLY);
        assertThat(Verdict.afterEnd(Scenario.APPLY, database)).isEmpty();
    }

    @Test
    void aWriteAheadLogOnAReadOnlyMedium_isNeitherLostNorDeleted() throws Exception {
        Path running = folder.resolve("running.db");
        Databases.copy(Stage.of(Scenario.APPLY).start(), running);
        Databases.execute(running, "PRAGMA journal_mode = WAL");
        try (Connection connection = Databases.open(running);
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA wal_autocheckpoint = 0");
            Scenario.APPLY.settings(FaultDriver.dataSource(running)).build().applyTo(PendingMigrations.NOTES);
            crashImage(running, "-wal");
        }
        assertRefusedOnReadOnlyMedium(Scenario.APPLY);
        assertThat(Databases.query(database, "SELECT count(*) FROM mhc_history"))
                .containsExactly("5");
        assertThat(Verdict.afterEnd(Scenario.APPLY, database)).isEmpty();
    }

    /** The files as a crash at this moment would leave them. */
    private void crashImage(Path running, String side) throws Exception {
        Files.copy(running, database);
        Files.copy(beside(running, side), beside(database, side));
    }

    private static Path beside(Path database, String side) {
        return database.resolveSibling(database.getFileName() + side);
    }

    private void assertRefusedOnReadOnlyMedium(Scenario scenario) throws Exception {
        assumeTrue(
                Tools.succeeds("unshare", "-m", "true"),
                "no mount of one's own on this machine: unshare -m is refused");
        String before = content();
        try (ChildJvm child = ChildJvm.start(
                folder,
                Tools.readOnly(medium),
                ScenarioChild.class,
                scenario,
                database,
                Fault.Kind.THROWS_BEFORE,
                0,
                "DEFAULT")) {
            assertThat(child.exit()).as(child.output()).isEqualTo(1);
            assertThat(child.output())
                    .contains("MigrationException: [ReadOnlyDatabase]")
                    .contains(database.toString());
        }
        assertThat(content()).isEqualTo(before);
    }

    /** Names and bytes of all files of the medium. */
    private String content() throws Exception {
        StringBuilder content = new StringBuilder();
        try (var files = Files.list(medium)) {
            for (Path file : files.sorted().toList()) {
                content.append(file.getFileName()).append(Arrays.hashCode(Files.readAllBytes(file)));
            }
        }
        return content.toString();
    }
}
