package dev.mhc.coach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.mhc.migrations.engine.Migrator;
import dev.mhc.migrations.error.MigrationException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Adopting the legacy database brings it to the entities, and keeps every row with its values. */
final class LegacyAdoptionTest {

    private SqliteFile file = new SqliteFile(Path.of(""));

    @TempDir
    private Path folder = Path.of("");

    @BeforeEach
    void build() throws Exception {
        file = LegacyDatabase.create(folder.resolve("legacy.db"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void everyRowIsThere_withItsValues(boolean foreignKeys) throws SQLException {
        DatabaseRows legacy = DatabaseRows.of(file);
        assertThat(legacy.counts())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "users", 40,
                        "user_profiles", 13,
                        "session_schedules", 10,
                        "conversations", 150,
                        "messages", 2000,
                        "important_memories", 80,
                        "assessments", 8,
                        "emergency_contacts", 20));
        LegacyDatabase.adopt(file.migrator(foreignKeys));
        assertAdopted(legacy);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aPoolOfOneConnection_adoptsItToo_andGetsItsSettingsBack(boolean foreignKeys) throws SQLException {
        DatabaseRows legacy = DatabaseRows.of(file);
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(file.url());
        config.setMaximumPoolSize(1);
        config.addDataSourceProperty("foreign_keys", String.valueOf(foreignKeys));
        try (HikariDataSource pool = new HikariDataSource(config)) {
            LegacyDatabase.adopt(Migrator.of(pool));
            assertThat(pragma(pool, "foreign_keys")).isEqualTo(foreignKeys ? 1 : 0);
            assertThat(pragma(pool, "legacy_alter_table")).isZero();
        }
        assertAdopted(legacy);
    }

    @Test
    void theSchema_isThatOfANewDatabase() {
        SqliteFile fresh = new SqliteFile(folder.resolve("fresh.db"));
        fresh.migrator().apply();
        LegacyDatabase.adopt(file.migrator());
        assertThat(file.differencesTo(fresh)).isEmpty();
    }

    @Test
    void theBaseline_isWhereTheLegacyDatabaseStands() throws SQLException {
        SqliteFile grown = new SqliteFile(folder.resolve("grown.db"));
        grown.migrator().applyTo(LegacyDatabase.VERSION);
        assertThat(LogicalSchema.of(grown)).isEqualTo(LogicalSchema.of(file));
    }

    @Test
    void gapsThatTheLegacyDatabaseHappensNotToHave_areFilledToo() throws SQLException {
        file.execute(List.of(
                "UPDATE users SET created_at = NULL WHERE id % 2 = 0",
                "UPDATE users SET updated_at = NULL WHERE id % 3 = 0",
                "UPDATE conversations SET started_at = NULL WHERE id % 2 = 0",
                "UPDATE conversations SET ended_at = '2025-05-05T10:11:12.5' WHERE id % 3 = 0",
                "UPDATE messages SET is_transcript = NULL, created_at = NULL WHERE id % 2 = 0",
                "UPDATE messages SET updated_at = NULL WHERE id % 3 = 0",
                "UPDATE important_memories SET importance_score = NULL, created_at = NULL WHERE id % 2 = 0",
                "UPDATE important_memories SET updated_at = '2025-05-06 23:59:59.999999' WHERE id % 3 = 0"));
        DatabaseRows legacy = DatabaseRows.of(file);
        LegacyDatabase.adopt(file.migrator());
        assertAdopted(legacy);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "UPDATE users SET email = NULL WHERE id IN (7, 8) | users.email",
                "UPDATE users SET hashed_password = NULL WHERE id IN (7, 8) | users.hashed_password",
                "UPDATE conversations SET user_id = NULL WHERE id IN (7, 8) | conversations.user_id",
                "UPDATE messages SET content = NULL WHERE id IN (7, 8) | messages.content",
                "UPDATE messages SET is_from_user = NULL WHERE id IN (7, 8) | messages.is_from_user",
                "UPDATE important_memories SET user_id = NULL WHERE id IN (7, 8) | important_memories.user_id",
                "UPDATE important_memories SET conversation_id = 777 WHERE id IN (7, 8) | important_memories"
            })
    void whatCannotBeFilledIn_isNamedWithItsRows_andNothingIsChanged(String damage, String place) throws SQLException {
        file.execute(List.of(damage));
        String table = place.replaceFirst("[.].*", "");
        Migrator migrator = file.migrator();
        migrator.baseline(LegacyDatabase.MODULE, LegacyDatabase.VERSION);
        migrator.applyTo(2025_06_09_090200L);
        List<Map<String, @Nullable Object>> rows = DatabaseRows.of(file).table(table);
        String definition = definition(table);
        assertThatThrownBy(migrator::apply)
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining(place)
                .hasMessageMatching("(?s).*\\b7\\b.*\\b8\\b.*");
        assertThat(DatabaseRows.of(file).table(table)).isEqualTo(rows);
        assertThat(definition(table)).isEqualTo(definition);
    }

    private String definition(String table) throws SQLException {
        return file.query("SELECT group_concat(sql, '; ') FROM (SELECT sql FROM sqlite_master WHERE tbl_name = '"
                        + table + "' ORDER BY name)")
                .get(0);
    }

    private void assertAdopted(DatabaseRows legacy) throws SQLException {
        assertThat(file.migrator().verifySchema().differences()).isEmpty();
        assertThat(DatabaseRows.of(file)).isEqualTo(LegacyRows.adopted(legacy));
        assertThat(file.query("PRAGMA integrity_check")).containsExactly("ok");
        assertThat(file.query("PRAGMA foreign_key_check")).isEmpty();
    }

    private static int pragma(HikariDataSource pool, String name) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("PRAGMA " + name)) {
            return row.getInt(1);
        }
    }
}
