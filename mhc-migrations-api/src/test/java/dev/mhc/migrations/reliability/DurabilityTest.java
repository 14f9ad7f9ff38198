package dev.mhc.migrations.reliability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mhc.migrations.engine.Migrator;
import dev.mhc.migrations.engine.TestRegistry;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** Pools that do without a journal on disk, on a table that is larger than SQLite's cache. */
class DurabilityTest {

    private static final int ROWS = 60_000;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"OFF, OFF", "MEMORY, OFF", "DELETE, OFF", "OFF, FULL", "WAL, OFF"})
    void aFailingMigration_isRolledBackAsAWhole(String journal, String synchronous) throws SQLException {
        Path file = folder.resolve("shop.db");
        String url = "jdbc:sqlite:" + file;
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE stock (id INTEGER PRIMARY KEY, name TEXT)");
            statement.execute("WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < " + ROWS
                    + ") INSERT INTO stock SELECT i, 'item ' || i || hex(zeroblob(60)) FROM n");
        }
        TestRegistry registry = TestRegistry.module(World.MODULE)
                .reversible(1, "Know", schema -> {}, schema -> {})
                .reversible(
                        2,
                        "Fail",
                        schema -> {
                            schema.sql("UPDATE stock SET name = name || ' (sold)'");
                            schema.sql("DELETE FROM stock WHERE id % 3 = 0");
                            schema.sql("INSERT INTO nowhere VALUES (1)");
                        },
                        schema -> {});
        SQLiteConfig config = new SQLiteConfig();
        config.setPragma(SQLiteConfig.Pragma.JOURNAL_MODE, journal);
        config.setPragma(SQLiteConfig.Pragma.SYNCHRONOUS, synchronous);
        config.setCacheSize(50);
        SQLiteDataSource pool = new SQLiteDataSource(config);
        pool.setUrl(url);
        Migrator migrator = Migrator.builder(pool).registries(List.of(registry)).build();
        migrator.baseline(registry.module(), 1);

        assertThatThrownBy(migrator::apply).hasMessageContaining("was rolled back");

        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            assertThat(answer(statement, "PRAGMA integrity_check")).isEqualTo("ok");
            assertThat(answer(statement, "SELECT count(*) FROM stock WHERE name NOT LIKE '%sold)'"))
                    .isEqualTo(String.valueOf(ROWS));
            assertThat(answer(statement, "SELECT count(*) FROM mhc_history")).isEqualTo("1");
        }
    }

    private static String answer(Statement statement, String query) throws SQLException {
        try (ResultSet row = statement.executeQuery(query)) {
            return row.next() ? row.getString(1) : "";
        }
    }
}
