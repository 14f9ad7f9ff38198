package dev.mhc.migrations.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mhc.migrations.fixture.PostgresqlServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Many processes on one empty PostgreSQL database, all starting at once, one migration building an index concurrently. */
@ExtendWith(PostgresqlServer.class)
class PostgresqlManyAtOnceTest {

    private static final int PROCESSES = Depth.of(8, 16);
    private static final int ROUNDS = Depth.of(1, 10);

    @TempDir
    Path folder;

    @Test
    void allSucceed_andEachMigrationRunsOnce(PostgresqlServer.Databases server) throws Exception {
        try (Tally tally = new Tally(PROCESSES + " processes, PostgreSQL, concurrent index", "apply on EMPTY")) {
            for (int round = 1; round <= ROUNDS; round++) {
                tally.add(round, round(server.create()));
            }
        }
    }

    private List<String> round(PostgresqlServer.Database database) throws Exception {
        Path go = folder.resolve("go");
        Files.deleteIfExists(go);
        List<ChildJvm> children = new ArrayList<>();
        for (int i = 0; i < PROCESSES; i++) {
            children.add(ChildJvm.start(folder, PostgresqlOneOfMany.class, database.url(), go));
        }
        for (ChildJvm child : children) {
            child.awaitOutput(ScenarioChild.READY);
        }
        Files.createFile(go);
        List<String> complaints = new ArrayList<>();
        int ran = 0;
        for (ChildJvm child : children) {
            if (child.exit() != 0) {
                complaints.add(child.output());
            }
            for (int i = 0; i <= PostgresqlOneOfMany.MIGRATIONS; i++) {
                ran += child.output().contains("ran " + i + ";") ? i : 0;
            }
        }
        if (ran != PostgresqlOneOfMany.MIGRATIONS) {
            complaints.add(ran + " migrations ran, not " + PostgresqlOneOfMany.MIGRATIONS);
        }
        // What a repeated migration, a lost one or a lost index would leave.
        assertThat(query(
                        database,
                        "SELECT version || ' ' || event FROM mhc_history WHERE event = 'applied' ORDER BY seq"))
                .containsExactly("1 applied", "2 applied", "3 applied", "4 applied");
        assertThat(query(database, "SELECT name FROM users ORDER BY id")).containsExactly("first", "second", "third");
        assertThat(query(
                        database,
                        "SELECT c.relname || ' ' || i.indisvalid FROM pg_index i JOIN pg_class c ON c.oid ="
                                + " i.indexrelid WHERE c.relname LIKE 'ux%'"))
                .containsExactly("ux_users_name true");
        assertThat(query(database, "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory'"))
                .containsExactly("0");
        return complaints;
    }

    private static List<String> query(PostgresqlServer.Database database, String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }
}
