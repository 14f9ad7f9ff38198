package dev.mhc.coach;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mhc.migrations.dialect.Dialect;
import dev.mhc.migrations.dialect.postgresql.PostgresqlDialect;
import dev.mhc.migrations.fixture.PostgresqlServer;
import dev.mhc.migrations.schema.Schema;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The way from the first tables to the entities and back, on PostgreSQL and with rows. */
@ExtendWith(PostgresqlServer.class)
@SuppressWarnings("NullAway.Init")
final class PostgresqlMigrationsTest {

    private Connection connection;

    @BeforeEach
    void connect(PostgresqlServer.Database database) throws SQLException {
        connection = DriverManager.getConnection(database.url());
        execute("SET TimeZone = 'Asia/Kathmandu'");
    }

    @AfterEach
    void disconnect() throws SQLException {
        connection.close();
    }

    @Test
    void rowsOfTheLegacyTime_areBroughtAlong() throws SQLException {
        PostgresqlMigrations migrations = PostgresqlMigrations.on(connection);
        migrations.up(LegacyDatabase.VERSION);
        execute("INSERT INTO users (email, hashed_password, created_at, updated_at) VALUES"
                + " ('a', 'x', '2025-05-01T10:00:00.123Z', NULL), ('b', 'y', NULL, '2025-05-02T10:00:00Z')");
        execute("INSERT INTO conversations (user_id, started_at) VALUES (2, '2025-05-03T09:00:00.000001Z')");
        execute(
                "INSERT INTO messages (conversation_id, is_from_user, content, is_transcript) VALUES (1, true, 'Hi', NULL)");
        execute("INSERT INTO important_memories (user_id, content, conversation_id, source_message_id, created_at)"
                + " VALUES (1, 'Rain', 1, 1, '2025-05-04T09:00:00Z')");
        migrations.up(Long.MAX_VALUE);
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
    void upDownUp_isTheSameSchema() throws SQLException {
        PostgresqlMigrations migrations = PostgresqlMigrations.on(connection);
        migrations.up(LegacyDatabase.VERSION);
        Set<String> legacy = schema();
        migrations.up(Long.MAX_VALUE);
        Set<String> schema = schema();
        execute("INSERT INTO users (email, hashed_password, is_active, created_at, updated_at)"
                + " VALUES ('a', 'x', true, now(), now())");
        execute("INSERT INTO important_memories (user_id, content, importance_score, created_at, updated_at)"
                + " VALUES (1, 'Rain', 0.75, now(), now())");
        migrations.downTo(LegacyDatabase.VERSION);
        Set<String> rolledBack = schema();
        assertThat(rolledBack.removeIf(line -> line.contains("importance_score")))
                .isTrue();
        assertThat(legacy.removeIf(line -> line.contains("importance_score"))).isTrue();
        assertThat(rolledBack).isEqualTo(legacy);
        migrations.up(Long.MAX_VALUE);
        assertThat(schema()).isEqualTo(schema);
        assertThat(query("SELECT importance_score FROM important_memories")).containsExactly("0.75");
        migrations.downTo(0);
        assertThat(schema()).isEmpty();
        migrations.up(Long.MAX_VALUE);
        assertThat(schema()).isEqualTo(schema);
    }

    /** A line for each part of each table, without regard to the order of columns. */
    private Set<String> schema() throws SQLException {
        Dialect dialect = PostgresqlDialect.of(connection.getMetaData().getDatabaseProductVersion());
        Schema schema = dialect.inspect(connection);
        return schema.tables().stream()
                .flatMap(table -> Stream.of(
                                table.columns(),
                                table.primaryKey().stream().toList(),
                                table.foreignKeys(),
                                table.uniqueKeys(),
                                table.checks(),
                                table.indexes())
                        .flatMap(List::stream)
                        .map(part -> table.name() + ": " + part))
                .collect(Collectors.toCollection(TreeSet::new));
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
