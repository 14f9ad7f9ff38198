package dev.mhc.coach;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The coach on the database that a user of old brings along. */
final class AdoptedApiTest extends ApiContract {

    /** Lists of what belongs to a user, by table. */
    private static final Map<String, String> OF_USER = Map.of(
            "user_profiles", "profiles",
            "session_schedules", "session-schedules",
            "emergency_contacts", "emergency-contacts",
            "important_memories", "memories",
            "assessments", "assessments",
            "conversations", "conversations",
            "session_mood_ratings", "mood-ratings");

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS");

    @SuppressWarnings("NullAway.Init")
    private Coach coach;

    @SuppressWarnings("NullAway.Init")
    private DatabaseRows expected;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        SqliteFile file = LegacyDatabase.create(folder.resolve("coach.db"));
        expected = LegacyRows.adopted(DatabaseRows.of(file));
        file.migrator().baseline(LegacyDatabase.MODULE, LegacyDatabase.VERSION);
        coach = Coach.start(CoachSettings.load().withUrl(file.url()).withPort(0));
    }

    @AfterAll
    void stop() {
        coach.close();
    }

    @Override
    CoachClient client() {
        return new CoachClient(coach.port());
    }

    @Test
    void everyLegacyRow_isReadAsItWas() {
        Map<String, Map<Long, JsonNode>> answers = new TreeMap<>();
        CoachClient client = client();
        for (long user : ids("users")) {
            String path = "/users/" + user;
            collect(answers, "users", List.of(client.get(path).ok()));
            OF_USER.forEach((table, list) -> {
                JsonNode rows = client.get(path + "/" + list).ok();
                rows.forEach(row -> ((ObjectNode) row).put("userId", user));
                collect(answers, table, rows);
            });
        }
        for (long conversation : ids("conversations")) {
            collect(
                    answers,
                    "messages",
                    client.get("/conversations/" + conversation + "/messages").ok());
        }
        assertThat(answers.values().stream().mapToInt(Map::size).sum()).isEqualTo(2321);
        expected.counts().forEach((table, count) -> {
            Map<Long, JsonNode> rows = answers.getOrDefault(table, Map.of());
            assertThat(rows).as(table).hasSize(count);
            expected.table(table)
                    .forEach(row -> assertSame(table, row, Objects.requireNonNull(rows.get(row.get("id")))));
        });
    }

    private List<Long> ids(String table) {
        return expected.table(table).stream()
                .map(row -> (Long) Objects.requireNonNull(row.get("id")))
                .toList();
    }

    private static void collect(Map<String, Map<Long, JsonNode>> answers, String table, Iterable<JsonNode> rows) {
        Map<Long, JsonNode> byId = answers.computeIfAbsent(table, it -> new TreeMap<>());
        rows.forEach(row -> assertThat(byId.put(row.get("id").longValue(), row)).isNull());
    }

    private static void assertSame(String table, Map<String, @Nullable Object> row, JsonNode answer) {
        Map<String, @Nullable Object> unread = new TreeMap<>(row);
        answer.properties().forEach(field -> {
            String column = column(field.getKey(), row);
            assertThat(value(field.getValue(), column, row.get(column)))
                    .as(table + "." + column + " of " + row)
                    .isEqualTo(row.get(column));
            unread.remove(column);
        });
        assertThat(unread.keySet()).as(table).isSubsetOf(Set.of("hashed_password", "profile_data"));
    }

    /** The column of a field: {@code formalSession} is {@code is_formal_session}. */
    private static String column(String field, Map<String, @Nullable Object> row) {
        String name = field.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
        return row.containsKey(name) ? name : "is_" + name;
    }

    /** What JSON says, as SQLite stores it. */
    private static @Nullable Object value(JsonNode json, String column, @Nullable Object stored) {
        if (json.isNull()) {
            return null;
        }
        if (column.endsWith("_at")) {
            return TIME.format(Instant.parse(json.textValue()).atOffset(ZoneOffset.UTC));
        }
        if (json.isBoolean()) {
            return json.booleanValue() ? 1L : 0L;
        }
        if (json.isNumber()) {
            return stored instanceof Double ? (Object) json.doubleValue() : (Object) json.longValue();
        }
        return json.textValue();
    }
}
