package dev.mhc.coach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the application leaves in an SQLite file, read past the application. */
final class StoredRowsTest {

    private final TimeZone zone = TimeZone.getDefault();

    @TempDir
    private Path folder = Path.of("");

    @AfterEach
    void restoreZone() {
        TimeZone.setDefault(zone);
    }

    @ParameterizedTest
    @ValueSource(strings = {"America/New_York", "Asia/Kathmandu"})
    void times_areTextInTheOneFormat_inUtc_whateverTheZoneOfTheMachine(String zoneOfTheMachine) throws SQLException {
        TimeZone.setDefault(TimeZone.getTimeZone(zoneOfTheMachine));
        String answered = useEverything();
        try (Connection connection = DriverManager.getConnection(url())) {
            List<String> times = new ArrayList<>();
            for (String column : List.of(
                    "users.created_at",
                    "users.updated_at",
                    "conversations.started_at",
                    "messages.created_at",
                    "messages.updated_at",
                    "session_mood_ratings.created_at",
                    "session_mood_ratings.updated_at")) {
                String table = column.substring(0, column.indexOf('.'));
                assertThat(query(connection, "SELECT DISTINCT typeof(" + column + ") FROM " + table))
                        .as(column)
                        .containsExactly("text");
                times.addAll(query(connection, "SELECT " + column + " FROM " + table));
            }
            assertThat(times)
                    .hasSize(7)
                    .allMatch(time -> time.matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d\\.\\d{3}"));
            Instant stored = Instant.parse(times.get(0).replace(' ', 'T') + "Z");
            assertThat(stored).isEqualTo(Instant.parse(answered));
        }
    }

    @Test
    void passwordsAreStoredAsHashes_andWhatIsReferredToIsKept() throws SQLException {
        useEverything();
        Properties driver = new Properties();
        driver.putAll(CoachSettings.load().driver());
        try (Connection connection = DriverManager.getConnection(url(), driver);
                Statement statement = connection.createStatement()) {
            assertThat(query(connection, "SELECT hashed_password FROM users"))
                    .singleElement()
                    .asString()
                    .matches("pbkdf2\\$210000\\$[0-9a-f]{32}\\$[0-9a-f]{64}");
            assertThatThrownBy(() -> statement.executeUpdate("DELETE FROM users"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("FOREIGN KEY");
        }
    }

    /** Stores one row of everything that HTTP can store and returns the user's time of creation. */
    private String useEverything() {
        try (Coach coach = Coach.start(CoachSettings.load().withUrl(url()).withPort(0))) {
            CoachClient client = new CoachClient(coach.port());
            String createdAt = client.post("/users", "{'email':'ada@example.com','password':'x'}")
                    .body()
                    .get("createdAt")
                    .textValue();
            client.post("/users/1/conversations", "{}");
            client.post("/conversations/1/messages", "{'content':'Hi','fromUser':true}");
            client.post("/conversations/1/mood-ratings", "{'moodBefore':1}");
            return createdAt;
        }
    }

    private String url() {
        return "jdbc:sqlite:" + folder.resolve("coach.db");
    }

    private static List<String> query(Connection connection, String sql) throws SQLException {
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
