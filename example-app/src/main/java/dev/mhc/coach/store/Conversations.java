package dev.mhc.coach.store;

import dev.mhc.coach.entity.Conversation;
import dev.mhc.coach.entity.User;
import java.util.List;
import org.hibernate.SessionFactory;
import org.jspecify.annotations.Nullable;

/** The talks between users and the coach. */
public final class Conversations {

    private final SessionFactory sessions;

    Conversations(SessionFactory sessions) {
        this.sessions = sessions;
    }

    /**
     * Begins a conversation.
     *
     * @throws NotFoundException if there is no such user
     */
    public Conversation create(long userId, @Nullable String title, boolean formalSession) {
        return sessions.fromTransaction(session -> {
            Conversation conversation =
                    new Conversation(NotFoundException.require(session, User.class, "user", userId));
            conversation.setTitle(title);
            conversation.setFormalSession(formalSession);
            session.persist(conversation);
            return conversation;
        });
    }

    /**
     * The conversation of this key.
     *
     * @throws NotFoundException if there is none
     */
    public Conversation get(long id) {
        return sessions.fromTransaction(
                session -> NotFoundException.require(session, Conversation.class, "conversation", id));
    }

    /**
     * The conversations of a user, in the order in which they began.
     *
     * @throws NotFoundException if there is no such user
     */
    public List<Conversation> ofUser(long userId) {
        return sessions.fromTransaction(session -> {
            User user = NotFoundException.require(session, User.class, "user", userId);
            return session.createSelectionQuery("from Conversation where user = :user order by id", Conversation.class)
                    .setParameter("user", user)
                    .list();
        });
    }
}
