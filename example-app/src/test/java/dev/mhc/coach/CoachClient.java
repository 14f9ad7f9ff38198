package dev.mhc.coach;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Talks to a running coach as any client would. */
final class CoachClient {

    /** What came back. */
    record Reply(int status, JsonNode body) {

        /** The body of an answer that was hoped for. */
        JsonNode created() {
            return bodyOf(201);
        }

        /** The body of an answer that was hoped for. */
        JsonNode ok() {
            return bodyOf(200);
        }

        private JsonNode bodyOf(int expected) {
            assertThat(status).as(toString()).isEqualTo(expected);
            return body;
        }
    }

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final String root;

    CoachClient(int port) {
        this.root = "http://localhost:" + port;
    }

    Reply get(String path) {
        return send(request(path).GET());
    }

    /** Posts {@code json}, in which single quotes stand for double ones. */
    Reply post(String path, String json) {
        return send(request(path).POST(BodyPublishers.ofString(json.replace('\'', '"'))));
    }

    Reply delete(String path) {
        return send(request(path).DELETE());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(root + path)).timeout(Duration.ofSeconds(30));
    }

    private Reply send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
            return new Reply(response.statusCode(), JSON.readTree(response.body()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
