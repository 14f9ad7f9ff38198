package dev.mhc.coach.store;

import dev.mhc.coach.entity.User;
import java.util.List;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

/** The people who use the coach. */
public final class Users {

    private final SessionFactory sessions;

    Users(SessionFactory sessions) {
        this.sessions = sessions;
    }

    /**
     * Stores a new user, the password as a hash only.
     *
     * @throws ConflictException if the e-mail address is taken
     */
    public User create(String email, String password, @Nullable String firstName, @Nullable String lastName) {
        User user = new User(email, PasswordHash.of(password));
        user.setFirstName(firstName);
        user.setLastName(lastName);
        try {
            sessions.inTransaction(session -> {
                if (isTaken(session, email)) {
                    throw taken(email, null);
                }
                session.persist(user);
            });
        } catch (ConstraintViolationException e) {
            // Another transaction came between the question and the INSERT.
            throw taken(email, e);
        }
        return user;
    }

    /**
     * The user of this key.
     *
     * @throws NotFoundException if there is none
     */
    public User get(long id) {
        return sessions.fromTransaction(session -> NotFoundException.require(session, User.class, "user", id));
    }

    /** All users, in the order in which they came. */
    public List<User> list() {
        return sessions.fromTransaction(session -> session.createSelectionQuery("from User order by id", User.class)
                .list());
    }

    private static boolean isTaken(Session session, String email) {
        return session.createSelectionQuery("select count(*) from User where email = :email", Long.class)
                        .setParameter("email", email)
                        .getSingleResult()
                > 0;
    }

    private static ConflictException taken(String email, @Nullable Throwable cause) {
        return new ConflictException("There is a user with the e-mail address " + email + " already.", cause);
    }
}
