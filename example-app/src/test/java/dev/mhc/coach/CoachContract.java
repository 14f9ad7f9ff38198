package dev.mhc.coach;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mhc.coach.CoachClient.Reply;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the running coach owes its clients, whatever database it works on. */
abstract class CoachContract {

    private CoachSettings settings = CoachSettings.load();

    final void useAnEmptyDatabase(String url) {
        settings = settings.withUrl(url).withPort(0);
    }

    @Test
    void startedOnAnEmptyDatabase_buildsTheSchema_andWhatIsStoredOutlivesARestart() {
        JsonNode user;
        JsonNode conversation;
        JsonNode messages;
        JsonNode ratings;
        try (Coach coach = Coach.start(settings)) {
            assertThat(coach.migrated().migrations()).hasSize(7);
            CoachClient client = new CoachClient(coach);
            user = created(client.post("/users", "{'email':'ada@example.com','password':'x','firstName':'Ada'}"));
            conversation = created(client.post("/users/1/conversations", "{'title':'First','formalSession':true}"));
            created(client.post("/conversations/1/messages", "{'content':'Hello,\\nit is mé','fromUser':true}"));
            created(client.post(
                    "/conversations/1/messages", "{'content':'Welcome','fromUser':false,'transcript':true}"));
            created(client.post("/conversations/1/mood-ratings", "{'moodBefore':3,'moodAfter':6,'notes':'better'}"));
            messages = found(client.get("/conversations/1/messages"));
            ratings = found(client.get("/users/1/mood-ratings"));
        }
        try (Coach coach = Coach.start(settings)) {
            assertThat(coach.migrated().migrations()).isEmpty();
            CoachClient client = new CoachClient(coach);
            assertThat(found(client.get("/users"))).containsExactly(user);
            assertThat(found(client.get("/users/1"))).isEqualTo(user);
            assertThat(found(client.get("/users/1/conversations"))).containsExactly(conversation);
            assertThat(found(client.get("/conversations/1"))).isEqualTo(conversation);
            assertThat(found(client.get("/conversations/1/messages"))).isEqualTo(messages);
            assertThat(found(client.get("/users/1/mood-ratings"))).isEqualTo(ratings);
            assertThat(created(client.post("/users", "{'email':'bob@example.com','password':'y'}"))
                            .get("id")
                            .asLong())
                    .isEqualTo(2);
        }
    }

    @Test
    void answersSayWhatWasStored() {
        try (Coach coach = Coach.start(settings)) {
            CoachClient client = new CoachClient(coach);
            JsonNode user = created(client.post("/users", "{'email':'ada@example.com','password':'x'}"));
            assertThat(user.fieldNames())
                    .toIterable()
                    .containsExactly(
                            "id", "email", "firstName", "lastName", "active", "verified", "createdAt", "updatedAt");
            assertThat(user.get("active").booleanValue()).isTrue();
            assertThat(user.get("verified").booleanValue()).isFalse();
            assertThat(user.get("firstName").isNull()).isTrue();
            assertThat(user.get("createdAt").textValue())
                    .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{3})?Z");

            created(client.post("/users/1/conversations", "{}"));
            JsonNode fromUser = created(client.post("/conversations/1/messages", "{'content':'Hi','fromUser':true}"));
            assertThat(fromUser.get("userId").asLong()).isEqualTo(1);
            JsonNode fromCoach = created(client.post("/conversations/1/messages", "{'content':'Hi','fromUser':false}"));
            assertThat(fromCoach.get("userId").isNull()).isTrue();
        }
    }

    @Test
    void whatDoesNotExist_isNotFound() {
        try (Coach coach = Coach.start(settings)) {
            CoachClient client = new CoachClient(coach);
            assertError(client.get("/users/7"), 404, "There is no user 7.");
            assertError(client.get("/users/7/conversations"), 404, "There is no user 7.");
            assertError(client.get("/users/7/mood-ratings"), 404, "There is no user 7.");
            assertError(client.post("/users/7/conversations", "{}"), 404, "There is no user 7.");
            assertError(client.get("/conversations/7"), 404, "There is no conversation 7.");
            assertError(client.get("/conversations/7/messages"), 404, "There is no conversation 7.");
            assertError(
                    client.post("/conversations/7/messages", "{'content':'Hi','fromUser':true}"),
                    404,
                    "There is no conversation 7.");
            assertError(
                    client.post("/conversations/7/mood-ratings", "{'moodBefore':1}"),
                    404,
                    "There is no conversation 7.");
            assertThat(client.get("/nothing").status()).isEqualTo(404);
            assertThat(client.delete("/users/7").status()).isEqualTo(404);
        }
    }

    @Test
    void whatCannotBeUnderstood_isABadRequest_andStoresNothing() {
        try (Coach coach = Coach.start(settings)) {
            CoachClient client = new CoachClient(coach);
            assertError(client.get("/users/seven"), 400, "\"seven\" in the path is no number.");
            assertError(client.post("/users", ""), 400, "The body is missing.");
            assertError(client.post("/users", "null"), 400, "The body is missing.");
            assertError(client.post("/users", "{'password':'x'}"), 400, "email is missing.");
            assertError(client.post("/users", "{'email':' ','password':'x'}"), 400, "email is blank.");
            assertError(
                    client.post("/users", "{'email':'" + "e".repeat(256) + "','password':'x'}"),
                    400,
                    "email is longer than 255 characters.");
            assertError(
                    client.post("/users", "{'email':'a\\u0000','password':'x'}"), 400, "email has a NUL character.");
            String unreadable = "The body is not the JSON that was expected here.";
            for (String body : List.of("{", "[]", "7", "{'email':'a','password':'x','admin':true}")) {
                assertError(client.post("/users", body), 400, unreadable);
            }
            assertThat(found(client.get("/users"))).isEmpty();
        }
    }

    @Test
    void aTakenEmailAddress_isAConflict() {
        try (Coach coach = Coach.start(settings)) {
            CoachClient client = new CoachClient(coach);
            created(client.post("/users", "{'email':'ada@example.com','password':'x'}"));
            assertError(
                    client.post("/users", "{'email':'ada@example.com','password':'y'}"),
                    409,
                    "There is a user with the e-mail address ada@example.com already.");
            assertThat(found(client.get("/users"))).hasSize(1);
        }
    }

    @Test
    void anEmailAddressTakenByManyAtOnce_hasOneUser() {
        try (Coach coach = Coach.start(settings)) {
            CoachClient client = new CoachClient(coach);
            List<Integer> statuses = IntStream.range(0, 4)
                    .parallel()
                    .mapToObj(i -> client.post("/users", "{'email':'ada@example.com','password':'" + i + "'}"))
                    .map(Reply::status)
                    .sorted()
                    .toList();
            assertThat(statuses).containsExactly(201, 409, 409, 409);
            assertThat(found(client.get("/users"))).hasSize(1);
        }
    }

    @Test
    void aConversationRatedByManyAtOnce_hasOneRating() {
        try (Coach coach = Coach.start(settings)) {
            CoachClient client = new CoachClient(coach);
            created(client.post("/users", "{'email':'ada@example.com','password':'x'}"));
            created(client.post("/users/1/conversations", "{}"));
            List<Integer> statuses = IntStream.range(0, 8)
                    .parallel()
                    .mapToObj(mood -> client.post("/conversations/1/mood-ratings", "{'moodBefore':" + mood + "}"))
                    .map(Reply::status)
                    .sorted()
                    .toList();
            assertThat(statuses).containsExactly(201, 409, 409, 409, 409, 409, 409, 409);
            assertThat(found(client.get("/users/1/mood-ratings"))).hasSize(1);
        }
    }

    private static JsonNode created(Reply reply) {
        assertThat(reply.status()).as(reply.toString()).isEqualTo(201);
        return reply.body();
    }

    private static JsonNode found(Reply reply) {
        assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
        return reply.body();
    }

    private static void assertError(Reply reply, int status, String error) {
        assertThat(reply.status()).as(reply.toString()).isEqualTo(status);
        assertThat(reply.body().get("status").intValue()).isEqualTo(status);
        assertThat(reply.body().get("error").textValue()).isEqualTo(error);
    }
}
