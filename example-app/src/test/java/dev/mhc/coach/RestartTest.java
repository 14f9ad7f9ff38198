package dev.mhc.coach;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mhc.migrations.fixture.PostgresqlServer;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(PostgresqlServer.class)
final class RestartTest {

    @Test
    void anEmptyFileIsMigratedOnce_andWhatIsStoredOutlivesTheRestart(@TempDir Path folder) {
        startTwice("jdbc:sqlite:" + folder.resolve("coach.db"));
    }

    @Test
    void anEmptyDatabaseOfPostgresqlIsMigratedOnce_andWhatIsStoredOutlivesTheRestart(
            PostgresqlServer.Database database) {
        startTwice(database.url());
    }

    private static void startTwice(String url) {
        CoachSettings settings = CoachSettings.load().withUrl(url).withPort(0);
        JsonNode user;
        JsonNode conversation;
        JsonNode messages;
        JsonNode ratings;
        try (Coach coach = Coach.start(settings)) {
            assertThat(coach.migrated().migrations()).hasSize(16);
            CoachClient client = new CoachClient(coach.port());
            user = client.post("/users", "{'email':'ada@example.com','password':'x','firstName':'Ada'}")
                    .created();
            conversation = client.post("/users/1/conversations", "{'title':'First','formalSession':true}")
                    .created();
            client.post("/conversations/1/messages", "{'content':'Hello,\\nit is mé','fromUser':true}")
                    .created();
            client.post("/conversations/1/messages", "{'content':'Welcome','fromUser':false,'transcript':true}")
                    .created();
            client.post("/conversations/1/mood-ratings", "{'moodBefore':3,'moodAfter':6,'notes':'better'}")
                    .created();
            messages = client.get("/conversations/1/messages").ok();
            ratings = client.get("/users/1/mood-ratings").ok();
        }
        try (Coach coach = Coach.start(settings)) {
            assertThat(coach.migrated().migrations()).isEmpty();
            CoachClient client = new CoachClient(coach.port());
            assertThat(client.get("/users").ok()).containsExactly(user);
            assertThat(client.get("/users/1").ok()).isEqualTo(user);
            assertThat(client.get("/users/1/conversations").ok()).containsExactly(conversation);
            assertThat(client.get("/conversations/1").ok()).isEqualTo(conversation);
            assertThat(client.get("/conversations/1/messages").ok()).hasSize(2).isEqualTo(messages);
            assertThat(client.get("/users/1/mood-ratings").ok()).hasSize(1).isEqualTo(ratings);
            JsonNode second = client.post("/users", "{'email':'bob@example.com','password':'y'}")
                    .created();
            assertThat(second.get("id").asLong()).isEqualTo(2);
        }
    }
}
