package dev.mhc.coach.http;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.mhc.coach.store.CoachStore;
import io.javalin.Javalin;
import io.javalin.json.JavalinJackson;

/** The HTTP server: the routes of every resource, JSON in and out, and JSON for whatever goes wrong. */
public final class CoachServer implements AutoCloseable {

    private final Javalin javalin;

    private CoachServer(Javalin javalin) {
        this.javalin = javalin;
    }

    /**
     * Serves {@code store}.
     *
     * @param port where; 0 takes any free port
     */
    public static CoachServer start(CoachStore store, int port) {
        Javalin javalin = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            config.jsonMapper(new JavalinJackson(json(), false));
            new UserResource(store.users()).addTo(config.routes);
            new ConversationResource(store.conversations()).addTo(config.routes);
            new MessageResource(store.messages()).addTo(config.routes);
            new MoodRatingResource(store.moodRatings()).addTo(config.routes);
            new CaseFileResource(store.caseFiles()).addTo(config.routes);
            ErrorResponse.addTo(config.routes);
        });
        return new CoachServer(javalin.start(port));
    }

    private static ObjectMapper json() {
        return JsonMapper.builder()
                .addModule(new JavaTimeModule())
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
    }

    /** Where this server listens. */
    public int port() {
        return javalin.port();
    }

    /** Stops serving; requests in progress are finished. */
    @Override
    public void close() {
        javalin.stop();
    }
}
