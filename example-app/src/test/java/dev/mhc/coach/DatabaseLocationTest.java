package dev.mhc.coach;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class DatabaseLocationTest {

    @Test
    void aFile_isShownByItsAbsolutePath() {
        assertThat(DatabaseLocation.of("jdbc:sqlite:coach.db?cache=shared"))
                .isEqualTo(Path.of("coach.db").toAbsolutePath().toString());
    }

    @Test
    void aServer_isShownWithoutCredentials() {
        assertThat(DatabaseLocation.of(
                        "jdbc:postgresql://ada:secret@db.example.com:5432/coach?user=ada&password=secret"))
                .isEqualTo("jdbc:postgresql://db.example.com:5432/coach");
    }
}
