package dev.mhc.coach;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mhc.migrations.schema.Difference;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The database that a new user brings along: all that is wrong with its schema is named, and nothing else. */
final class LegacySchemaTest {

    @Test
    void everyDisagreementIsNamed_andNoOther(@TempDir Path folder) throws Exception {
        SqliteFile legacy = new SqliteFile(folder.resolve("legacy.db"));
        legacy.executeResource("/legacy.sql");
        List<Difference> differences = legacy.migrator().verifySchema().differences();
        assertThat(differences)
                .extracting(it -> it.severity() + " " + it.place() + ": " + it.expected() + " / " + it.found())
                .containsExactlyInAnyOrder();
    }
}
