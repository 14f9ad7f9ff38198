package dev.mhc.coach;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mhc.migrations.engine.Migrator;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RollbackTest {

    private static final String SCHEMA = "SELECT type || ' ' || name || ' ' || sql FROM sqlite_master"
            + " WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite%' AND name NOT LIKE 'mhc%' ORDER BY type, name";

    private SqliteFile file = new SqliteFile(Path.of(""));

    @BeforeEach
    void migrateAndFill(@TempDir Path folder) throws Exception {
        file = new SqliteFile(folder.resolve("coach.db"));
        file.migrator().apply();
        file.executeResource("/rows.sql");
    }

    @Test
    void allTheWayDown_leavesNothing_andUpAgainIsTheSameSchema() throws SQLException {
        List<String> before = file.query(SCHEMA);
        Migrator migrator = file.migrator();
        assertThat(migrator.rollbackTo(0).migrations()).hasSize(16);
        assertThat(file.query(SCHEMA)).isEmpty();
        assertThat(migrator.apply().migrations()).hasSize(16);
        assertThat(file.query(SCHEMA)).isEqualTo(before);
        assertThat(migrator.verifySchema().differences()).isEmpty();
    }

    @Test
    void eachStepDownAndUpAgain_isTheSameSchema_andKeepsTheRows() throws SQLException {
        List<String> before = file.query(SCHEMA);
        Migrator migrator = file.migrator();
        for (int steps = 1; steps <= 4; steps++) {
            migrator.rollbackSteps(steps);
            assertThat(file.query(SCHEMA)).isNotEqualTo(before);
            migrator.apply();
            assertThat(file.query(SCHEMA)).isEqualTo(before);
            assertThat(file.query("SELECT email FROM users")).hasSize(5);
            assertThat(file.query("SELECT content FROM messages")).hasSize(5);
        }
    }
}
