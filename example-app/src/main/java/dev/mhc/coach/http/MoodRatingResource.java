package dev.mhc.coach.http;

import dev.mhc.coach.entity.SessionMoodRating;
import dev.mhc.coach.store.MoodRatings;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** {@code /conversations/{conversation}/mood-ratings} and {@code /users/{user}/mood-ratings}. */
final class MoodRatingResource {

    private final MoodRatings moodRatings;

    MoodRatingResource(MoodRatings moodRatings) {
        this.moodRatings = moodRatings;
    }

    void addTo(RoutesConfig routes) {
        routes.post("/conversations/{conversation}/mood-ratings", this::rate);
        routes.get("/users/{user}/mood-ratings", this::list);
    }

    /** How the user felt. */
    record NewMoodRating(
            Integer moodBefore,
            @Nullable Integer moodAfter,
            @Nullable String notes) {
        NewMoodRating {
            moodBefore = Request.given("moodBefore", moodBefore);
            notes = Request.optionalText("notes", notes);
        }
    }

    /** How the user had felt. */
    record MoodRatingResponse(
            @Nullable Long id,
            @Nullable Long conversationId,
            @Nullable Long userId,
            int moodBefore,
            @Nullable Integer moodAfter,
            @Nullable String notes,
            Instant createdAt,
            Instant updatedAt) {

        static MoodRatingResponse of(SessionMoodRating rating) {
            return new MoodRatingResponse(
                    rating.getId(),
                    rating.getConversation().getId(),
                    rating.getUser().getId(),
                    rating.getMoodBefore(),
                    rating.getMoodAfter(),
                    rating.getNotes(),
                    rating.getCreatedAt(),
                    rating.getUpdatedAt());
        }
    }

    private void rate(Context context) {
        long conversationId = Request.id(context, "conversation");
        NewMoodRating body = Request.body(context, NewMoodRating.class);
        SessionMoodRating rating = moodRatings.rate(conversationId, body.moodBefore(), body.moodAfter(), body.notes());
        context.status(HttpStatus.CREATED).json(MoodRatingResponse.of(rating));
    }

    private void list(Context context) {
        context.json(moodRatings.ofUser(Request.id(context, "user")).stream()
                .map(MoodRatingResponse::of)
                .toList());
    }
}
