package dev.mhc.coach.http;

import dev.mhc.coach.entity.Message;
import dev.mhc.coach.entity.User;
import dev.mhc.coach.store.Messages;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** {@code /conversations/{conversation}/messages}. */
final class MessageResource {

    private static final String PATH = "/conversations/{conversation}/messages";

    private final Messages messages;

    MessageResource(Messages messages) {
        this.messages = messages;
    }

    void addTo(RoutesConfig routes) {
        routes.post(PATH, this::add);
        routes.get(PATH, this::list);
    }

    /** What is said. */
    record NewMessage(
            String content, Boolean fromUser, @Nullable Boolean transcript) {
        NewMessage {
            content = Request.text("content", content);
            fromUser = Request.given("fromUser", fromUser);
        }
    }

    /** What was said. */
    record MessageResponse(
            @Nullable Long id,
            @Nullable Long conversationId,
            @Nullable Long userId,
            String content,
            boolean fromUser,
            boolean transcript,
            Instant createdAt,
            Instant updatedAt) {

        static MessageResponse of(Message message) {
            User user = message.getUser();
            return new MessageResponse(
                    message.getId(),
                    message.getConversation().getId(),
                    user == null ? null : user.getId(),
                    message.getContent(),
                    message.isFromUser(),
                    message.isTranscript(),
                    message.getCreatedAt(),
                    message.getUpdatedAt());
        }
    }

    private void add(Context context) {
        long conversationId = Request.id(context, "conversation");
        NewMessage body = Request.body(context, NewMessage.class);
        Message message =
                messages.add(conversationId, body.content(), body.fromUser(), Boolean.TRUE.equals(body.transcript()));
        context.status(HttpStatus.CREATED).json(MessageResponse.of(message));
    }

    private void list(Context context) {
        context.json(messages.ofConversation(Request.id(context, "conversation")).stream()
                .map(MessageResponse::of)
                .toList());
    }
}
