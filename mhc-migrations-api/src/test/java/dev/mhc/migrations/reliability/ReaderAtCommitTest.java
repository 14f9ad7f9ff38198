package dev.mhc.migrations.reliability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mhc.migrations.engine.MigrationListener;
import dev.mhc.migrations.engine.PlannedMigration;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With a rollback journal, COMMIT has to wait for everybody who reads. */
class ReaderAtCommitTest {

    @TempDir
    Path folder;

    private Path database;

    @BeforeEach
    void copyTheShop() throws Exception {
        database = folder.resolve("shop.db");
        Databases.copy(Stage.of(Scenario.APPLY).start(), database);
    }

    @Test
    void aReaderThatGoes_isWaitedFor() throws Exception {
        try (Connection connection = Databases.open(database);
                Statement statement = connection.createStatement()) {
            read(statement);
            Thread reader = new Thread(() -> goAfterAWhile(statement));
            MigrationListener atTheFirst = new MigrationListener() {
                @Override
                public void started(PlannedMigration migration) {
                    if (migration.version() == PendingMigrations.SHIPMENTS) {
                        reader.start();
                    }
                }
            };
            Scenario.APPLY.run(
                    Scenario.APPLY.settings(FaultDriver.dataSource(database)).listener(atTheFirst));
            reader.join();
        }
        assertThat(Verdict.of(Scenario.APPLY, database, null)).isEmpty();
    }

    @Test
    void aReaderThatStays_isReported_andNothingIsChanged() throws Exception {
        try (Connection connection = Databases.open(database);
                Statement statement = connection.createStatement()) {
            read(statement);
            assertThatThrownBy(() -> Scenario.APPLY.run(Scenario.APPLY
                            .settings(FaultDriver.dataSource(database))
                            .patience(Duration.ofMillis(300))))
                    .hasMessageContaining("[DatabaseBusy]")
                    .hasMessageContaining(database.toString());
        }
        assertThat(Fingerprint.of(database))
                .isEqualTo(Stage.of(Scenario.APPLY).allowed().get(0));
        assertThat(Verdict.afterEnd(Scenario.APPLY, database)).isEmpty();
    }

    private static void read(Statement statement) throws SQLException {
        statement.execute("BEGIN");
        try (ResultSet rows = statement.executeQuery("SELECT count(*) FROM orders")) {
            assertThat(rows.next()).isTrue();
        }
    }

    private static void goAfterAWhile(Statement statement) {
        try {
            Thread.sleep(500);
            statement.execute("COMMIT");
        } catch (SQLException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
