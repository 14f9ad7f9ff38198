package dev.mhc.coach.store;

import dev.mhc.coach.entity.Assessment;
import dev.mhc.coach.entity.Conversation;
import dev.mhc.coach.entity.EmergencyContact;
import dev.mhc.coach.entity.HomeworkAssignment;
import dev.mhc.coach.entity.HomeworkProgressNote;
import dev.mhc.coach.entity.ImportantMemory;
import dev.mhc.coach.entity.Message;
import dev.mhc.coach.entity.SessionMoodRating;
import dev.mhc.coach.entity.SessionSchedule;
import dev.mhc.coach.entity.User;
import dev.mhc.coach.entity.UserProfile;
import javax.sql.DataSource;
import org.hibernate.SessionFactory;
import org.hibernate.boot.model.naming.PhysicalNamingStrategySnakeCaseImpl;
import org.hibernate.cfg.JdbcSettings;
import org.hibernate.cfg.MappingSettings;
import org.hibernate.jpa.HibernatePersistenceConfiguration;
import org.hibernate.tool.schema.Action;

/** All that the coach remembers. Safe for use by several threads. */
public final class CoachStore implements AutoCloseable {

    private final SessionFactory sessions;

    private CoachStore(SessionFactory sessions) {
        this.sessions = sessions;
    }

    /** Opens the store on a database whose schema is in place; the schema itself is never touched from here. */
    public static CoachStore open(DataSource dataSource) {
        SessionFactory sessions = new HibernatePersistenceConfiguration("coach")
                .managedClasses(
                        User.class,
                        UserProfile.class,
                        SessionSchedule.class,
                        Conversation.class,
                        Message.class,
                        ImportantMemory.class,
                        HomeworkAssignment.class,
                        HomeworkProgressNote.class,
                        Assessment.class,
                        SessionMoodRating.class,
                        EmergencyContact.class)
                .property(JdbcSettings.JAKARTA_NON_JTA_DATASOURCE, dataSource)
                .property(JdbcSettings.JDBC_TIME_ZONE, "UTC")
                .property(MappingSettings.PHYSICAL_NAMING_STRATEGY, new PhysicalNamingStrategySnakeCaseImpl())
                .schemaToolingAction(Action.NONE)
                .createEntityManagerFactory();
        return new CoachStore(sessions);
    }

    public Users users() {
        return new Users(sessions);
    }

    public Conversations conversations() {
        return new Conversations(sessions);
    }

    public Messages messages() {
        return new Messages(sessions);
    }

    public MoodRatings moodRatings() {
        return new MoodRatings(sessions);
    }

    public CaseFiles caseFiles() {
        return new CaseFiles(sessions);
    }

    @Override
    public void close() {
        sessions.close();
    }
}
