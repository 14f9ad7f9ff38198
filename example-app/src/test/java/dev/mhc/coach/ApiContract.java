package dev.mhc.coach;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mhc.coach.CoachClient.Reply;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** What the coach owes its clients, whatever database it works on. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class ApiContract {

    /** A client of the coach under test, which may know things already. */
    abstract CoachClient client();

    @Test
    void aUser_isAnsweredAsStored_withoutThePassword() {
        JsonNode user = client().post("/users", "{'email':'ada@example.com','password':'secret','firstName':'Ada'}")
                .created();
        assertThat(user.fieldNames())
                .toIterable()
                .containsExactly(
                        "id", "email", "firstName", "lastName", "active", "verified", "createdAt", "updatedAt");
        assertThat(user.get("firstName").textValue()).isEqualTo("Ada");
        assertThat(user.get("lastName").isNull()).isTrue();
        assertThat(user.get("active").booleanValue()).isTrue();
        assertThat(user.get("verified").booleanValue()).isFalse();
        assertThat(user.get("createdAt").textValue())
                .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{3})?Z")
                .isEqualTo(user.get("updatedAt").textValue());
        assertThat(client().get("/users/" + user.get("id")).ok()).isEqualTo(user);
        assertThat(client().get("/users").ok()).contains(user);
    }

    @Test
    void aConversation_isFoundByItselfAndAmongThoseOfItsUserOnly() {
        String user = newUser("carl");
        String other = newUser("dora");
        JsonNode conversation = client().post(user + "/conversations", "{'title':'First','formalSession':true}")
                .created();
        assertThat(conversation.get("title").textValue()).isEqualTo("First");
        assertThat(conversation.get("formalSession").booleanValue()).isTrue();
        assertThat(conversation.get("endedAt").isNull()).isTrue();
        assertThat(client().get("/conversations/" + conversation.get("id")).ok())
                .isEqualTo(conversation);
        assertThat(client().get(user + "/conversations").ok()).containsExactly(conversation);
        assertThat(client().get(other + "/conversations").ok()).isEmpty();
    }

    @Test
    void messages_areListedInOrder_andOnlyTheUsersAreTheUsers() {
        String conversation = newConversation(newUser("emil"));
        JsonNode question = client().post(conversation + "/messages", "{'content':'Höw?\\n\\t\\\\','fromUser':true}")
                .created();
        JsonNode answer = client().post(
                        conversation + "/messages", "{'content':'So.','fromUser':false,'transcript':true}")
                .created();
        assertThat(question.get("content").textValue()).isEqualTo("Höw?\n\t\\");
        assertThat(question.get("userId").isNull()).isFalse();
        assertThat(question.get("transcript").booleanValue()).isFalse();
        assertThat(answer.get("userId").isNull()).isTrue();
        assertThat(answer.get("transcript").booleanValue()).isTrue();
        assertThat(client().get(conversation + "/messages").ok()).containsExactly(question, answer);
    }

    @Test
    void whatDoesNotExist_isNotFound() {
        for (String path : List.of("/users/777", "/users/777/conversations", "/users/777/mood-ratings")) {
            assertError(client().get(path), 404, "There is no user 777.");
        }
        for (String path : List.of("/conversations/777", "/conversations/777/messages")) {
            assertError(client().get(path), 404, "There is no conversation 777.");
        }
        assertError(client().post("/users/777/conversations", "{}"), 404, "There is no user 777.");
        assertError(
                client().post("/conversations/777/messages", "{'content':'Hi','fromUser':true}"),
                404,
                "There is no conversation 777.");
        assertError(
                client().post("/conversations/777/mood-ratings", "{'moodBefore':1}"),
                404,
                "There is no conversation 777.");
        assertThat(client().get("/nothing").status()).isEqualTo(404);
        assertThat(client().delete("/users/777").status()).isEqualTo(404);
    }

    @Test
    void whatCannotBeUnderstood_isABadRequest_andStoresNothing() {
        JsonNode before = client().get("/users").ok();
        assertError(client().get("/users/seven"), 400, "\"seven\" in the path is no number.");
        assertError(client().post("/users", ""), 400, "The body is missing.");
        assertError(client().post("/users", "null"), 400, "The body is missing.");
        assertError(client().post("/users", "{'password':'x'}"), 400, "email is missing.");
        assertError(client().post("/users", "{'email':' ','password':'x'}"), 400, "email is blank.");
        assertError(client().post("/users", "{'email':'a\\u0000','password':'x'}"), 400, "email has a NUL character.");
        assertError(
                client().post("/users", "{'email':'" + "e".repeat(256) + "','password':'x'}"),
                400,
                "email is longer than 255 characters.");
        for (String body : List.of("{", "[]", "7", "{'email':'a','password':'x','admin':true}")) {
            assertError(client().post("/users", body), 400, "The body is not the JSON that was expected here.");
        }
        assertThat(client().get("/users").ok()).isEqualTo(before);
    }

    @Test
    void whatIsThereAlready_isAConflict() {
        newUser("fay");
        JsonNode before = client().get("/users").ok();
        assertError(
                client().post("/users", "{'email':'fay@example.com','password':'y'}"),
                409,
                "There is a user with the e-mail address fay@example.com already.");
        assertThat(client().get("/users").ok()).isEqualTo(before);
    }

    @Test
    void anEmailAddressTakenByManyAtOnce_hasOneUser() {
        assertThat(statuses(4, i -> client().post("/users", "{'email':'gus@example.com','password':'" + i + "'}")))
                .containsExactly(201, 409, 409, 409);
    }

    @Test
    void aConversationRatedByManyAtOnce_hasOneRating() {
        String user = newUser("hal");
        String ratings = newConversation(user) + "/mood-ratings";
        assertThat(statuses(8, mood -> client().post(ratings, "{'moodBefore':" + mood + ",'moodAfter':7}")))
                .containsExactly(201, 409, 409, 409, 409, 409, 409, 409);
        assertThat(client().get(user + "/mood-ratings").ok())
                .singleElement()
                .satisfies(
                        rating -> assertThat(rating.get("moodAfter").intValue()).isEqualTo(7));
    }

    private String newUser(String name) {
        return "/users/"
                + client().post("/users", "{'email':'" + name + "@example.com','password':'x'}")
                        .created()
                        .get("id");
    }

    private String newConversation(String user) {
        return "/conversations/"
                + client().post(user + "/conversations", "{}").created().get("id");
    }

    private static List<Integer> statuses(int requests, IntFunction<Reply> send) {
        return IntStream.range(0, requests)
                .parallel()
                .mapToObj(send)
                .map(Reply::status)
                .sorted()
                .toList();
    }

    private static void assertError(Reply reply, int status, String error) {
        assertThat(reply.status()).as(reply.toString()).isEqualTo(status);
        assertThat(reply.body().get("status").intValue()).isEqualTo(status);
        assertThat(reply.body().get("error").textValue()).isEqualTo(error);
    }
}
