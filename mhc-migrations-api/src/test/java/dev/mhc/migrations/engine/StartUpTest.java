package dev.mhc.migrations.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mhc.migrations.DatabaseMigration;
import dev.mhc.migrations.Digest;
import dev.mhc.migrations.MigrationEntry;
import dev.mhc.migrations.MigrationRegistry;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Start-up with nothing to do. */
class StartUpTest {

    @TempDir
    Path folder;

    /** What a generated registry is when nothing is to be done: two constants. Anything more may not be asked for. */
    private record OnlyDigest(String module, String digest) implements MigrationRegistry {
        @Override
        public int size() {
            throw new AssertionError("the list was touched");
        }

        @Override
        public MigrationEntry entry(int index) {
            throw new AssertionError("the list was touched");
        }

        @Override
        public DatabaseMigration migration(int index) {
            throw new AssertionError("a migration was loaded");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 1_000, 10_000})
    void upToDateDatabase_takesOneQuery_whateverTheNumberOfMigrations(int migrations) throws Exception {
        SqliteFile database = SqliteFile.in(folder);
        OnlyDigest registry = new OnlyDigest("app", fillHistory(database, migrations));
        List<String> sent = new ArrayList<>();
        var dataSource = InterceptedDataSource.of(database::connect, new InterceptedDataSource.Interceptor() {
            @Override
            public void before(String sql) {
                sent.add(sql);
            }
        });

        MigrationReport report = Migrator.builder(dataSource)
                .registries(List.of(registry))
                .build()
                .apply();

        assertThat(report.migrations()).isEmpty();
        assertThat(sent).singleElement().asString().startsWith("SELECT").contains("mhc_history");
    }

    /** Writes the rows of {@code count} applied migrations in one transaction, and returns the last digest. */
    private static String fillHistory(SqliteFile database, int count) throws Exception {
        database.migrator(TestRegistry.app().reversible(1, "First", schema -> {}, schema -> {}))
                .apply();
        database.execute("CREATE TABLE template AS SELECT * FROM mhc_history", "DELETE FROM mhc_history");
        String digest = Digest.EMPTY;
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            try (PreparedStatement insert = connection.prepareStatement(
                    "INSERT INTO mhc_history SELECT ?, event, module, ?, step, detail, description, ?, ?, recorded_at,"
                            + " duration_ms, user_name, host, tool_version, format FROM template")) {
                for (int i = 1; i <= count; i++) {
                    String checksum = Digest.extend("", i, "checksum");
                    digest = Digest.extend(digest, i, checksum);
                    insert.setInt(1, i);
                    insert.setInt(2, i);
                    insert.setString(3, checksum);
                    insert.setString(4, digest);
                    insert.addBatch();
                }
                insert.executeBatch();
            }
            connection.commit();
        }
        return digest;
    }
}
