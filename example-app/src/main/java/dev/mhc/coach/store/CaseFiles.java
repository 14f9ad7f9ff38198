package dev.mhc.coach.store;

import dev.mhc.coach.entity.Assessment;
import dev.mhc.coach.entity.EmergencyContact;
import dev.mhc.coach.entity.ImportantMemory;
import dev.mhc.coach.entity.SessionSchedule;
import dev.mhc.coach.entity.User;
import dev.mhc.coach.entity.UserProfile;
import java.util.List;
import org.hibernate.SessionFactory;

/** What the coach knows of each user besides their conversations; each list is in the order in which it grew. */
public final class CaseFiles {

    private final SessionFactory sessions;

    CaseFiles(SessionFactory sessions) {
        this.sessions = sessions;
    }

    /**
     * How a user lives and wants to be talked to.
     *
     * @throws NotFoundException if there is no such user
     */
    public List<UserProfile> profiles(long userId) {
        return ofUser(UserProfile.class, userId);
    }

    /**
     * When a user wants sessions.
     *
     * @throws NotFoundException if there is no such user
     */
    public List<SessionSchedule> schedules(long userId) {
        return ofUser(SessionSchedule.class, userId);
    }

    /**
     * Whom to call when a user is in danger.
     *
     * @throws NotFoundException if there is no such user
     */
    public List<EmergencyContact> emergencyContacts(long userId) {
        return ofUser(EmergencyContact.class, userId);
    }

    /**
     * What the coach should remember of a user.
     *
     * @throws NotFoundException if there is no such user
     */
    public List<ImportantMemory> memories(long userId) {
        return ofUser(ImportantMemory.class, userId);
    }

    /**
     * What questionnaires said of a user.
     *
     * @throws NotFoundException if there is no such user
     */
    public List<Assessment> assessments(long userId) {
        return ofUser(Assessment.class, userId);
    }

    private <T> List<T> ofUser(Class<T> type, long userId) {
        return sessions.fromTransaction(session -> {
            User user = NotFoundException.require(session, User.class, "user", userId);
            return session.createSelectionQuery(
                            "from " + type.getSimpleName() + " where user = :user order by id", type)
                    .setParameter("user", user)
                    .list();
        });
    }
}
