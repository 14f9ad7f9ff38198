package dev.mhc.coach;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mhc.migrations.engine.Migrator;
import dev.mhc.migrations.fixture.PostgresqlServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The way from the first tables to the entities and back, on PostgreSQL and with rows. */
@ExtendWith(PostgresqlServer.class)
@SuppressWarnings("NullAway.Init")
final class PostgresqlMigrationsTest {

    private Connection connection;
    private Migrator migrator;

    @BeforeEach
    void connect(PostgresqlServer.Database database) throws SQLException {
        connection = DriverManager.getConnection(database.url());
        migrator = Migrator.of(database.dataSource());
        execute("SET TimeZone = 'Asia/Kathmandu'");
    }

    @AfterEach
    void disconnect() throws SQLException {
        connection.close();
    }

    @Test
    void rowsOfTheLegacyTime_areBroughtAlong() throws SQLException {
        migrator.applyTo(LegacyDatabase.VERSION);
        execute("INSERT INTO users (email, hashed_password, created_at, updated_at) VALUES"
                + " ('a', 'x', '2025-05-01T10:00:00.123Z', NULL), ('b', 'y', NULL, '2025-05-02T10:00:00Z')");
        execute("INSERT INTO conversations (user_id, started_at) VALUES (2, '2025-05-03T09:00:00.000001Z')");
        execute(
                "INSERT INTO messages (conversation_id, is_from_user, content, is_transcript) VALUES (1, true, 'Hi', NULL)");
        execute("INSERT INTO important_memories (user_id, content, conversation_id, source_message_id, created_at)"
                + " VALUES (1, 'Rain', 1, 1, '2025-05-04T09:00:00Z')");
        migrator.apply();
        assertThat(query("SELECT concat_ws('|', email, is_active, created_at, updated_at) FROM users ORDER BY id"))
                .containsExactly(
                        "a|t|2025-05-01 15:45:00.123+05:45|2025-05-01 15:45:00.123+05:45",
                        "b|t|2025-05-02 15:45:00+05:45|2025-05-02 15:45:00+05:45");
        assertThat(query("SELECT concat_ws('|', user_id, is_formal_session, started_at) FROM conversations"))
                .containsExactly("2|f|2025-05-03 14:45:00.000001+05:45");
        assertThat(query("SELECT concat_ws('|', is_transcript, created_at = updated_at) FROM messages"))
                .containsExactly("f|t");
        assertThat(query("SELECT concat_ws('|', importance_score, conversation_id, updated_at = created_at)"
                        + " FROM important_memories"))
                .containsExactly("0.5|1|t");
    }

    @Test
    void rolledBackToTheBaseline_andUpAgain_theRowsAreKept() throws SQLException {
        migrator.apply();
        execute("INSERT INTO users (email, hashed_password, is_active, created_at, updated_at)"
                + " VALUES ('a', 'x', true, now(), now())");
        execute("INSERT INTO important_memories (user_id, content, importance_score, created_at, updated_at)"
                + " VALUES (1, 'Rain', 0.75, now(), now())");
        List<String> users = query("SELECT users::text FROM users");
        assertThat(migrator.rollbackTo(LegacyDatabase.VERSION).migrations()).hasSize(8);
        assertThat(migrator.apply().migrations()).hasSize(8);
        assertThat(query("SELECT users::text FROM users")).isEqualTo(users);
        assertThat(query("SELECT importance_score FROM important_memories")).containsExactly("0.75");
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private List<String> query(String sql) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }
}
