package dev.mhc.migrations.processor.entity;

import static dev.mhc.migrations.schema.ColumnType.bigint;
import static dev.mhc.migrations.schema.ColumnType.bool;
import static dev.mhc.migrations.schema.ColumnType.doublePrecision;
import static dev.mhc.migrations.schema.ColumnType.integer;
import static dev.mhc.migrations.schema.ColumnType.text;
import static dev.mhc.migrations.schema.ColumnType.timestamp;
import static dev.mhc.migrations.schema.ColumnType.varchar;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mhc.migrations.EntitySchema;
import dev.mhc.migrations.schema.Column;
import dev.mhc.migrations.schema.ColumnType;
import dev.mhc.migrations.schema.DefaultValue;
import dev.mhc.migrations.schema.ForeignKey;
import dev.mhc.migrations.schema.Schema;
import dev.mhc.migrations.schema.Table;
import dev.mhc.migrations.schema.UniqueKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The eleven entities of the Mental Health Coach, from source to schema. */
class EntityCoachTest {

    private static final Path GOLDEN = Path.of("src/test/resources/entities/expected/AppEntities.java.txt");

    private static final List<String> CLASSES = List.of(
            "Assessment",
            "Conversation",
            "EmergencyContact",
            "HomeworkAssignment",
            "HomeworkProgressNote",
            "ImportantMemory",
            "Message",
            "SessionMoodRating",
            "SessionSchedule",
            "User",
            "UserProfile");

    @Test
    void coachEntities_giveTheElevenTables() {
        EntitySchema schema = compile(sources()).schema();

        assertThat(schema.schema().tables())
                .containsExactlyElementsOf(expected().tables());
        assertThat(schema.module()).isEqualTo("app");
        assertThat(schema.entities())
                .containsExactlyElementsOf(
                        CLASSES.stream().map(it -> "dev.mhc.coach." + it).toList());
        assertThat(schema.notes()).isEmpty();
        assertThat(schema.uncheckedTables()).isEmpty();
    }

    @Test
    void generatedSource_isTheGoldenOne() throws IOException {
        String generated = compile(sources()).generatedSource("dev.mhc.coach.AppEntities");
        if (Boolean.getBoolean("goldens.update")) {
            Files.writeString(GOLDEN, generated);
        }
        assertThat(generated).isEqualTo(Files.readString(GOLDEN));
    }

    @Test
    void orderOfSources_doesNotChangeWhatIsGenerated() {
        List<String> reversed = new ArrayList<>(sources());
        Collections.reverse(reversed);

        assertThat(compile(reversed).generatedSource("dev.mhc.coach.AppEntities"))
                .isEqualTo(compile(sources()).generatedSource("dev.mhc.coach.AppEntities"));
    }

    @Test
    void moduleOption_namesClassAndModule() {
        EntityCompilation compilation = EntityCompilation.of(sources(), "-Amhc.module=coach-core");

        assertThat(compilation.schema().module()).isEqualTo("coach-core");
        assertThat(compilation.schema().getClass().getName()).isEqualTo("dev.mhc.coach.CoachCoreEntities");
    }

    static List<String> sources() {
        List<String> sources = new ArrayList<>();
        sources.add(EntityCompilation.resource("coach/Identified.java"));
        CLASSES.forEach(it -> sources.add(EntityCompilation.resource("coach/" + it + ".java")));
        return sources;
    }

    private static EntityCompilation compile(List<String> sources) {
        return EntityCompilation.of(sources, "-Amhc.naming=snake_case");
    }

    private static Schema expected() {
        return new Schema(List.of(
                table("assessments")
                        .column(required("user_id", bigint()))
                        .column(required("type", varchar(10)))
                        .column(required("score", doublePrecision()))
                        .column(required("taken_at", timestamp()))
                        .column(Column.of("conversation_id", bigint()))
                        .column(Column.of("responses", text()))
                        .column(Column.of("notes", text()))
                        .foreignKey(ForeignKey.of("user_id", "users", "id"))
                        .foreignKey(ForeignKey.of("conversation_id", "conversations", "id"))
                        .build(),
                table("conversations")
                        .column(required("user_id", bigint()))
                        .column(Column.of("title", varchar(255)))
                        .column(required("is_formal_session", bool()))
                        .column(Column.of("session_number", integer()))
                        .column(required("started_at", timestamp()))
                        .column(Column.of("ended_at", timestamp()))
                        .column(Column.of("summary", text()))
                        .foreignKey(ForeignKey.of("user_id", "users", "id"))
                        .build(),
                table("emergency_contacts")
                        .column(required("user_id", bigint()))
                        .column(required("name", varchar(255)))
                        .column(Column.of("relationship_type", varchar(255)))
                        .column(required("phone_number", varchar(255)))
                        .column(Column.of("email", varchar(255)))
                        .column(required("is_primary", bool()))
                        .column(required("created_at", timestamp()))
                        .column(required("updated_at", timestamp()))
                        .foreignKey(ForeignKey.of("user_id", "users", "id"))
                        .build(),
                table("homework_assignments")
                        .column(Column.of("user_id", bigint()))
                        .column(Column.of("conversation_id", bigint()))
                        .column(Column.of("title", varchar(255)))
                        .column(Column.of("description", text()))
                        .column(Column.of("technique", varchar(255)))
                        .column(Column.of("due_date", timestamp()))
                        .column(Column.of("is_completed", bool()))
                        .column(Column.of("completion_date", timestamp()))
                        .column(Column.of("completion_notes", text()))
                        .column(Column.of("created_at", timestamp()))
                        .column(Column.of("updated_at", timestamp()))
                        .foreignKey(ForeignKey.of("user_id", "users", "id"))
                        .foreignKey(ForeignKey.of("conversation_id", "conversations", "id"))
                        .build(),
                table("homework_progress_notes")
                        .column(Column.of("homework_assignment_id", bigint()))
                        .column(Column.of("content", text()))
                        .column(Column.of("created_at", timestamp()))
                        .foreignKey(ForeignKey.of("homework_assignment_id", "homework_assignments", "id"))
                        .build(),
                table("important_memories")
                        .column(required("user_id", bigint()))
                        .column(Column.of("conversation_id", bigint()))
                        .column(required("content", text()))
                        .column(Column.of("category", varchar(255)))
                        .column(required("importance_score", doublePrecision()))
                        .column(required("created_at", timestamp()))
                        .column(required("updated_at", timestamp()))
                        .foreignKey(ForeignKey.of("user_id", "users", "id"))
                        .foreignKey(ForeignKey.of("conversation_id", "conversations", "id"))
                        .build(),
                table("messages")
                        .column(required("conversation_id", bigint()))
                        .column(Column.of("user_id", bigint()))
                        .column(required("content", text()))
                        .column(required("is_from_user", bool()))
                        .column(required("is_transcript", bool()).withDefault(new DefaultValue.Expression("0")))
                        .column(required("created_at", timestamp()))
                        .column(required("updated_at", timestamp()))
                        .foreignKey(ForeignKey.of("conversation_id", "conversations", "id"))
                        .foreignKey(ForeignKey.of("user_id", "users", "id"))
                        .build(),
                table("session_mood_ratings")
                        .column(required("conversation_id", bigint()))
                        .column(required("user_id", bigint()))
                        .column(required("mood_before", integer()))
                        .column(Column.of("mood_after", integer()))
                        .column(required("created_at", timestamp()))
                        .column(required("updated_at", timestamp()))
                        .column(Column.of("notes", text()))
                        .foreignKey(ForeignKey.of("conversation_id", "conversations", "id"))
                        .foreignKey(ForeignKey.of("user_id", "users", "id"))
                        .build(),
                table("session_schedules")
                        .column(Column.of("user_id", bigint()))
                        .column(Column.of("day_of_week", integer()))
                        .column(Column.of("hour", integer()))
                        .column(Column.of("minute", integer()))
                        .column(Column.of("is_active", bool()))
                        .column(Column.of("created_at", timestamp()))
                        .column(Column.of("updated_at", timestamp()))
                        .foreignKey(ForeignKey.of("user_id", "users", "id"))
                        .build(),
                table("user_profiles")
                        .column(Column.of("user_id", bigint()))
                        .column(Column.of("age", integer()))
                        .column(Column.of("location", varchar(255)))
                        .column(Column.of("anxiety_score", integer()))
                        .column(Column.of("depression_score", integer()))
                        .column(Column.of("communication_preference", varchar(255)))
                        .column(Column.of("session_frequency", integer()))
                        .column(Column.of("created_at", timestamp()))
                        .column(Column.of("updated_at", timestamp()))
                        .foreignKey(ForeignKey.of("user_id", "users", "id"))
                        .build(),
                table("users")
                        .column(required("email", varchar(255)))
                        .column(required("hashed_password", varchar(255)))
                        .column(Column.of("first_name", varchar(255)))
                        .column(Column.of("last_name", varchar(255)))
                        .column(required("is_active", bool()))
                        .column(required("is_verified", bool()).withDefault(new DefaultValue.Expression("0")))
                        .column(required("created_at", timestamp()))
                        .column(required("updated_at", timestamp()))
                        .column(Column.of("profile_data", text()))
                        .uniqueKey(UniqueKey.of("email"))
                        .build()));
    }

    private static Table.Builder table(String name) {
        return Table.named(name)
                .column(required("id", bigint()).generated(Column.Generation.IDENTITY))
                .primaryKey("id");
    }

    private static Column required(String name, ColumnType type) {
        return Column.of(name, type).notNull();
    }
}
