package dev.mhc.coach;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mhc.migrations.engine.ParityDifference;
import dev.mhc.migrations.engine.SchemaParity;
import dev.mhc.migrations.fixture.PostgresqlServer;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What passed on SQLite builds the same schema on PostgreSQL, migration by migration, up and down. */
@ExtendWith(PostgresqlServer.class)
final class SchemaParityTest {

    private static final String SCORE =
            "20250609090600 (Require what every memory has), up and down: important_memories.importance_score: ";

    @Test
    void eachMigration_upAndDown_makesTheSameSchemaOnBoth(@TempDir Path folder, PostgresqlServer.Database postgresql) {
        SqliteFile sqlite = new SqliteFile(folder.resolve("parity.db"));
        SchemaParity parity = SchemaParity.of(sqlite.dataSource(), postgresql.dataSource());
        // A score has fractions, which an integer would lose: it stays what it is on the way back, on both.
        assertThat(parity.check())
                .extracting(ParityDifference::toString)
                .containsExactly(
                        SCORE + "SQLite before has integer, SQLite afterwards has double precision",
                        SCORE + "PostgreSQL before has integer, PostgreSQL afterwards has double precision");
        assertThat(parity.compare()).isEmpty();
        sqlite.migrator().apply();
        assertThat(parity.compare())
                .hasSize(11)
                .allMatch(difference -> difference.second().what().equals("nothing"));
    }
}
