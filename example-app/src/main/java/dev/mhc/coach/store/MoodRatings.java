package dev.mhc.coach.store;

import dev.mhc.coach.entity.Conversation;
import dev.mhc.coach.entity.SessionMoodRating;
import dev.mhc.coach.entity.User;
import jakarta.persistence.LockModeType;
import java.util.List;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.jspecify.annotations.Nullable;

/** How users felt before and after their conversations. */
public final class MoodRatings {

    private final SessionFactory sessions;

    MoodRatings(SessionFactory sessions) {
        this.sessions = sessions;
    }

    /**
     * Rates a conversation, which has one rating at most.
     *
     * @throws NotFoundException if there is no such conversation
     * @throws ConflictException if it is rated already
     */
    public SessionMoodRating rate(
            long conversationId, int moodBefore, @Nullable Integer moodAfter, @Nullable String notes) {
        return sessions.fromTransaction(session -> {
            Conversation conversation =
                    NotFoundException.require(session, Conversation.class, "conversation", conversationId);
            // No constraint of the database says "one": two who rate at once must come one after the other.
            session.lock(conversation, LockModeType.PESSIMISTIC_WRITE);
            if (isRated(session, conversation)) {
                throw new ConflictException("Conversation " + conversationId + " has a mood rating already.", null);
            }
            SessionMoodRating rating = new SessionMoodRating(conversation, conversation.getUser(), moodBefore);
            rating.setMoodAfter(moodAfter);
            rating.setNotes(notes);
            session.persist(rating);
            return rating;
        });
    }

    /**
     * The ratings of a user's conversations, in the order in which they were given.
     *
     * @throws NotFoundException if there is no such user
     */
    public List<SessionMoodRating> ofUser(long userId) {
        return sessions.fromTransaction(session -> {
            User user = NotFoundException.require(session, User.class, "user", userId);
            return session.createSelectionQuery(
                            "from SessionMoodRating where user = :user order by id", SessionMoodRating.class)
                    .setParameter("user", user)
                    .list();
        });
    }

    private static boolean isRated(Session session, Conversation conversation) {
        return session.createSelectionQuery(
                                "select count(*) from SessionMoodRating where conversation = :conversation", Long.class)
                        .setParameter("conversation", conversation)
                        .getSingleResult()
                > 0;
    }
}
