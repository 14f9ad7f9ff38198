package dev.mhc.coach.store;

import dev.mhc.coach.entity.Conversation;
import dev.mhc.coach.entity.Message;
import java.util.List;
import org.hibernate.SessionFactory;

/** What is said in conversations. */
public final class Messages {

    private final SessionFactory sessions;

    Messages(SessionFactory sessions) {
        this.sessions = sessions;
    }

    /**
     * Adds a message to a conversation; one from the user is noted as that user's.
     *
     * @throws NotFoundException if there is no such conversation
     */
    public Message add(long conversationId, String content, boolean fromUser, boolean transcript) {
        return sessions.fromTransaction(session -> {
            Conversation conversation =
                    NotFoundException.require(session, Conversation.class, "conversation", conversationId);
            Message message = new Message(conversation, content, fromUser);
            message.setTranscript(transcript);
            if (fromUser) {
                message.setUser(conversation.getUser());
            }
            session.persist(message);
            return message;
        });
    }

    /**
     * The messages of a conversation, in the order in which they were said.
     *
     * @throws NotFoundException if there is no such conversation
     */
    public List<Message> ofConversation(long conversationId) {
        return sessions.fromTransaction(session -> {
            Conversation conversation =
                    NotFoundException.require(session, Conversation.class, "conversation", conversationId);
            return session.createSelectionQuery(
                            "from Message where conversation = :conversation order by id", Message.class)
                    .setParameter("conversation", conversation)
                    .list();
        });
    }
}
