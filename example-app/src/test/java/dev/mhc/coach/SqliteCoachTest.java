package dev.mhc.coach;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

final class SqliteCoachTest extends CoachContract {

    @BeforeEach
    void useAnEmptyFile(@TempDir Path folder) {
        useAnEmptyDatabase("jdbc:sqlite:" + folder.resolve("coach.db"));
    }
}
