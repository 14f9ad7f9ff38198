package dev.mhc.coach;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;

/** The same application, entities and migrations, with nothing changed but the URL. */
@ExtendWith(PostgresServer.class)
final class PostgresqlCoachTest extends CoachContract {

    @BeforeEach
    void useAnEmptyDatabase(PostgresServer.Database database) {
        useAnEmptyDatabase(database.url());
    }
}
