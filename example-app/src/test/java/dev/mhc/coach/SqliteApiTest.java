package dev.mhc.coach;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

final class SqliteApiTest extends ApiContract {

    @SuppressWarnings("NullAway.Init")
    private Coach coach;

    @BeforeAll
    void start(@TempDir Path folder) {
        coach = Coach.start(CoachSettings.load()
                .withUrl("jdbc:sqlite:" + folder.resolve("coach.db"))
                .withPort(0));
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
