package dev.mhc.coach;

import dev.mhc.migrations.fixture.PostgresqlServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;

/** The same application on PostgreSQL, with nothing changed but the URL. */
@ExtendWith(PostgresqlServer.class)
final class PostgresqlApiTest extends ApiContract {

    @SuppressWarnings("NullAway.Init")
    private Coach coach;

    @BeforeAll
    void start(PostgresqlServer.Database database) {
        coach = Coach.start(CoachSettings.load().withUrl(database.url()).withPort(0));
    }

    @AfterAll
    void stop() {
        coach.close();
    }

    @Override
    CoachClient client() {
        return new CoachClient(coach.port());
    }
}
