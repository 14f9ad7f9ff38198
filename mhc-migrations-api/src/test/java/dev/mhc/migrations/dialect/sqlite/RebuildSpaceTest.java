package dev.mhc.migrations.dialect.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RebuildSpaceTest {

    private static final String[] ROWS = {
        "CREATE TABLE t (id INTEGER PRIMARY KEY, v)",
        "CREATE INDEX i ON t (v)",
        "WITH RECURSIVE c(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM c WHERE i < 2000)"
                + " INSERT INTO t SELECT i, hex(zeroblob(50)) || i FROM c"
    };

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"DELETE, 1, false", "WAL, 2, false", "DELETE, 1, true"})
    void tooLittleRoom_isRefusedBeforeTheCopyWithBothFigures(String journal, int times, boolean oldest)
            throws Exception {
        try (OldestSqlite old = OldestSqlite.load();
                Database database = oldest
                        ? Database.of(old.connect(folder.resolve("space.db")))
                        : Database.open(folder.resolve("space.db"))) {
            database.execute("PRAGMA journal_mode = " + journal).execute(ROWS);
            Rebuilds rebuilds = new Rebuilds(database);
            NewShape shape = Rebuilds.same(database.table("t"));

            assertThatThrownBy(() -> rebuilds.run(SqliteRebuild.steps(shape, in -> 1_000_000)))
                    .hasMessageStartingWith("[RebuildNoSpace] Table t ")
                    .hasMessageContaining(folder.toRealPath() + " has 1000000 bytes free");
            assertThat(rebuilds.rows).isEmpty();

            long table = 300_000;
            rebuilds.run(SqliteRebuild.steps(shape, in -> RebuildSpace.MARGIN + 3L * times * table));
            assertThat(rebuilds.rows).containsExactly(2000L);
        }
    }

    @Test
    void smallTableOfALargeFile_needsNoRoomForTheFile() throws Exception {
        try (Database database = Database.open(folder.resolve("space.db"))) {
            database.execute(ROWS).execute("CREATE TABLE large (v)", "INSERT INTO large SELECT zeroblob(5000) FROM t");
            Rebuilds rebuilds = new Rebuilds(database);

            rebuilds.run(
                    SqliteRebuild.steps(Rebuilds.same(database.table("t")), in -> RebuildSpace.MARGIN + 3L * 300_000));

            assertThat(rebuilds.rows).containsExactly(2000L);
        }
    }

    @Test
    void databaseInMemory_needsNoRoom() throws SQLException {
        try (Database database = Database.of(java.sql.DriverManager.getConnection("jdbc:sqlite::memory:"))) {
            database.execute(ROWS);
            Rebuilds rebuilds = new Rebuilds(database);

            rebuilds.run(SqliteRebuild.steps(Rebuilds.same(database.table("t")), in -> 0));

            assertThat(rebuilds.rows).containsExactly(2000L);
        }
    }
}
