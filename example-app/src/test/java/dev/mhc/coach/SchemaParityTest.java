package dev.mhc.coach;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mhc.migrations.engine.ParityDifference;
import dev.mhc.migrations.engine.ParityDifference.Kind;
import dev.mhc.migrations.engine.SchemaParity;
import dev.mhc.migrations.fixture.PostgresqlServer;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What passed on SQLite builds the same schema on PostgreSQL, migration by migration, up and down. */
@ExtendWith(PostgresqlServer.class)
final class SchemaParityTest {

    @Test
    void eachMigration_upAndDown_makesTheSameSchemaOnBoth(
            @TempDir Path folder, PostgresqlServer.Database postgresql) {
        SqliteFile sqlite = new SqliteFile(folder.resolve("parity.db"));
        SchemaParity parity =
                SchemaParity.of(sqlite.dataSource(), postgresql.dataSource()).except(SchemaParityTest::isKeptOnPurpose);
        parity.requireSame();
        assertThat(parity.compare()).isEmpty();
        sqlite.migrator().apply();
        assertThat(parity.compare()).isNotEmpty();
    }

    /** A score has fractions, which an integer would lose. */
    private static boolean isKeptOnPurpose(ParityDifference difference) {
        return difference.kind() == Kind.WAY_BACK && difference.place().equals("important_memories.importance_score");
    }
}
