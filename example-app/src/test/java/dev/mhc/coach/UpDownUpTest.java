package dev.mhc.coach;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mhc.migrations.engine.Migrator;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each way back, and up again, leaves the schema and the rows, but for what was dropped on the way. */
final class UpDownUpTest {

    /** What is lost with each migration that is rolled back, the newest first; those after the baseline lose nothing. */
    private static final Map<Long, UnaryOperator<DatabaseRows>> LOST = Map.of(
            LegacyDatabase.VERSION,
            rows -> set(
                    set(
                            set(rows, "messages", "is_transcript", 0L),
                            "messages",
                            "updated_at",
                            "2025-06-07 00:30:33.400"),
                    "important_memories",
                    "conversation_id",
                    null),
            2025_06_05_103000L,
            rows -> set(rows, "messages", "user_id", null),
            2025_06_03_143000L,
            rows -> set(rows, "conversations", "summary", null),
            2025_06_02_091500L,
            rows -> set(rows, "users", "profile_data", null),
            2025_06_01_180102L,
            rows -> set(rows, "users", "is_verified", 0L),
            2025_05_01_090200L,
            rows -> rows.emptied(
                    Set.of("important_memories", "homework_assignments", "homework_progress_notes", "assessments")),
            2025_05_01_090100L,
            rows -> rows.emptied(Set.of("conversations", "messages", "session_mood_ratings")),
            2025_05_01_090000L,
            rows -> rows.emptied(Set.of("users", "user_profiles", "session_schedules", "emergency_contacts")));

    /** Where a bounded run turns round: the last step, all after the baseline, all that altered a table, all. */
    private static final Set<Long> STOPS =
            Set.of(2025_06_09_090700L, 2025_06_09_090000L, 2025_06_01_180102L, 2025_05_01_090000L);

    @TempDir
    private Path folder = Path.of("");

    @Test
    void ofANewDatabaseWithRows() throws Exception {
        SqliteFile file = new SqliteFile(folder.resolve("fresh.db"));
        file.migrator().apply();
        file.executeResource("/rows.sql");
        walk(file);
    }

    @Test
    void ofTheAdoptedDatabase() throws Exception {
        SqliteFile file = LegacyDatabase.create(folder.resolve("adopted.db"));
        LegacyDatabase.adopt(file.migrator());
        file.execute(List.of(
                "UPDATE conversations SET summary = 'About ' || id",
                "UPDATE users SET profile_data = '{}' WHERE id % 2 = 0",
                "UPDATE messages SET is_transcript = 1, user_id = 1 WHERE id % 2 = 0"));
        walk(file);
    }

    @Test
    void rolledBackToTheBaseline_theLegacySchemaIsThereAgain_butForTheScore() throws Exception {
        SqliteFile file = LegacyDatabase.create(folder.resolve("legacy.db"));
        List<String> legacy = LogicalSchema.of(file);
        LegacyDatabase.adopt(file.migrator());
        file.migrator().rollbackTo(LegacyDatabase.VERSION);
        assertThat(LogicalSchema.of(file))
                .isEqualTo(legacy.stream()
                        .map(line -> line.replace("importance_score INTEGER", "importance_score REAL"))
                        .toList());
    }

    /** Takes a copy some steps back and up, the next one more, and so on to the first migration. */
    private static void walk(SqliteFile file) throws SQLException {
        DatabaseRows expected = DatabaseRows.of(file);
        List<Long> versions = versions(file.migrator());
        for (int steps = 1; steps <= versions.size(); steps++) {
            long last = versions.get(versions.size() - steps);
            expected = LOST.getOrDefault(last, UnaryOperator.identity()).apply(expected);
            if (!STOPS.contains(last) && !Boolean.getBoolean("mhc.full")) {
                continue;
            }
            SqliteFile copy = file.copyTo("copy.db");
            assertThat(copy.migrator().rollbackSteps(steps).migrations()).hasSize(steps);
            assertThat(copy.migrator().apply().migrations()).hasSize(steps);
            String place = "down to before " + last + " and up";
            assertThat(copy.differencesTo(file)).as(place).isEmpty();
            assertThat(DatabaseRows.of(copy)).as(place).isEqualTo(expected);
            assertThat(copy.migrator().verifySchema().differences()).as(place).isEmpty();
        }
    }

    private static List<Long> versions(Migrator migrator) {
        List<Long> versions = new ArrayList<>();
        migrator.status().forEach(status -> versions.add(status.version()));
        return versions;
    }

    private static DatabaseRows set(DatabaseRows rows, String table, String column, @Nullable Object value) {
        return rows.with(table, row -> {
            row.put(column, value);
            return row;
        });
    }
}
