package dev.mhc.coach.http;

import dev.mhc.coach.entity.Conversation;
import dev.mhc.coach.store.Conversations;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** {@code /users/{user}/conversations} and {@code /conversations}. */
final class ConversationResource {

    private final Conversations conversations;

    ConversationResource(Conversations conversations) {
        this.conversations = conversations;
    }

    void addTo(RoutesConfig routes) {
        routes.post("/users/{user}/conversations", this::create);
        routes.get("/users/{user}/conversations", this::list);
        routes.get("/conversations/{conversation}", this::get);
    }

    /** What begins a conversation. */
    record NewConversation(@Nullable String title, @Nullable Boolean formalSession) {
        NewConversation {
            title = Request.optionalString("title", title);
        }
    }

    /** A conversation without its messages. */
    record ConversationResponse(
            @Nullable Long id,
            @Nullable Long userId,
            @Nullable String title,
            boolean formalSession,
            @Nullable Integer sessionNumber,
            Instant startedAt,
            @Nullable Instant endedAt,
            @Nullable String summary) {

        static ConversationResponse of(Conversation conversation) {
            return new ConversationResponse(
                    conversation.getId(),
                    conversation.getUser().getId(),
                    conversation.getTitle(),
                    conversation.isFormalSession(),
                    conversation.getSessionNumber(),
                    conversation.getStartedAt(),
                    conversation.getEndedAt(),
                    conversation.getSummary());
        }
    }

    private void create(Context context) {
        long userId = Request.id(context, "user");
        NewConversation body = Request.body(context, NewConversation.class);
        Conversation conversation =
                conversations.create(userId, body.title(), Boolean.TRUE.equals(body.formalSession()));
        context.status(HttpStatus.CREATED)
                .header("Location", "/conversations/" + conversation.getId())
                .json(ConversationResponse.of(conversation));
    }

    private void list(Context context) {
        context.json(conversations.ofUser(Request.id(context, "user")).stream()
                .map(ConversationResponse::of)
                .toList());
    }

    private void get(Context context) {
        context.json(ConversationResponse.of(conversations.get(Request.id(context, "conversation"))));
    }
}
