package dev.mhc.coach.store;

import org.hibernate.Session;

/** Something was asked for that is not there. */
public final class NotFoundException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private NotFoundException(String message) {
        super(message);
    }

    /** The row of this key; {@code what} names it to people. */
    static <T> T require(Session session, Class<T> type, String what, long id) {
        T found = session.find(type, id);
        if (found == null) {
            throw new NotFoundException("There is no " + what + " " + id + ".");
        }
        return found;
    }
}
