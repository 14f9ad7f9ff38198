package dev.mhc.migrations.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mhc.migrations.fixture.PostgresqlServer;
import dev.mhc.migrations.fixture.PostgresqlServer.Database;
import dev.mhc.migrations.operation.SchemaEditor;
import dev.mhc.migrations.operation.Sql;
import dev.mhc.migrations.schema.ColumnType;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Steps that commit by themselves, on a real PostgreSQL server. */
@ExtendWith(PostgresqlServer.class)
class PostgresqlStepRunTest {

    private static final String STATE =
            "SELECT c.relname || ' ' || i.indisvalid FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid"
                    + " WHERE c.relname = 'ix_users_name'";

    private Database database = new Database("");

    @BeforeEach
    void take(Database given) {
        database = given;
    }

    private static TestRegistry users() {
        return TestRegistry.app().table(1, "users");
    }

    private static TestRegistry indexed() {
        return users().reversible(
                        2,
                        "Index",
                        schema -> {
                            schema.sql("INSERT INTO users (name) VALUES ('second')");
                            schema.createIndex("ix_users_name")
                                    .on("users", "name")
                                    .unique()
                                    .concurrently();
                            schema.sql("INSERT INTO users (name) VALUES ('third')");
                        },
                        schema -> schema.dropIndex("ix_users_name").concurrently())
                .inSteps(2);
    }

    private Migrator migrator(TestRegistry registry) {
        return Migrator.builder(database.dataSource())
                .registries(List.of(registry))
                .entitySchemas(List.of())
                .patience(Duration.ofSeconds(60))
                .build();
    }

    /** Lets the server end the connection when the first index is there, which waits for rows of somebody else. */
    private void breakConnectionWhileIndexing(TestRegistry registry) throws Exception {
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try (Connection writer = database.connect();
                Statement statement = writer.createStatement()) {
            writer.setAutoCommit(false);
            statement.execute("INSERT INTO users (name) VALUES ('in the way')");
            Future<MigrationReport> run = thread.submit(() -> migrator(registry).apply());
            while (indexes().isEmpty()) {
                assertThat(run.isDone()).isFalse();
                Thread.sleep(20);
            }
            query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'CREATE UNIQUE INDEX%'");
            assertThatThrownBy(run::get).hasMessageContaining("[StatementFailed]");
            writer.rollback();
        } finally {
            thread.shutdownNow();
        }
    }

    private List<String> query(String sql) throws SQLException {
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

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private List<String> events() throws SQLException {
        return query("SELECT event FROM mhc_history WHERE version = 2 ORDER BY seq");
    }

    @Test
    void sixteenAtOnce_createAConcurrentIndexOnce_andDropIt() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(16);
        int ran = 0;
        try {
            Callable<MigrationReport> call = () -> migrator(indexed()).apply();
            for (Future<MigrationReport> future : threads.invokeAll(Collections.nCopies(16, call))) {
                ran += future.get().migrations().size();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(ran).isEqualTo(2);
        assertThat(query(STATE)).containsExactly("ix_users_name true");
        assertThat(events()).containsExactly("step done", "step begun", "step done", "step done", "applied");
        migrator(indexed()).rollbackSteps(1);
        assertThat(query(STATE)).isEmpty();
    }

    @Test
    void indexThatFailsOnItsRows_leavesNothingInvalid_andIsGoneOnWith() throws Exception {
        migrator(users()).apply();
        execute("INSERT INTO users (name) VALUES ('first')");

        assertThatThrownBy(() -> migrator(indexed()).apply())
                .hasMessageContaining("[StatementFailed] Migration 2 (Index) failed at operation 2 of 3 outside of a"
                        + " transaction; what ran before it stays (1 step done")
                .hasMessageContaining("[RemainsRemoved] What the failed step had left was removed: DROP INDEX"
                        + " CONCURRENTLY public.ix_users_name");

        assertThat(query(STATE)).isEmpty();
        execute("DELETE FROM users WHERE id = (SELECT max(id) FROM users WHERE name = 'first')");
        migrator(indexed()).apply();
        assertThat(query(STATE)).containsExactly("ix_users_name true");
        assertThat(query("SELECT name FROM users ORDER BY id")).containsExactly("first", "second", "third");
    }

    @Test
    void indexWhoseServerProcessIsEnded_isMadeAnewByTheNextRun() throws Exception {
        migrator(users()).apply();
        breakConnectionWhileIndexing(indexed());
        assertThat(query(STATE)).containsExactly("ix_users_name false");
        assertThat(events()).containsExactly("step done", "step begun");

        migrator(indexed()).apply();

        assertThat(query(STATE)).containsExactly("ix_users_name true");
        assertThat(events())
                .containsExactly("step done", "step begun", "step begun", "step done", "step done", "applied");
    }

    @Test
    void indexThatWasMadeUnseen_isNotMadeAgain_andOneOfOthersIsRefused() throws Exception {
        migrator(users()).apply();
        execute("CREATE UNIQUE INDEX ix_users_name ON users (name)");
        assertThatThrownBy(() -> migrator(indexed()).apply())
                .hasMessageContaining("[StepDoneBefore] Migration 2 (Index) cannot run its step 2");
        assertThat(events()).containsExactly("step done");
        execute("DROP INDEX ix_users_name");
        MigrationListener stop = new MigrationListener() {
            @Override
            public void step(PlannedMigration migration, String what, int operation, int operations) {
                throw new IllegalStateException("stopped");
            }
        };
        assertThatThrownBy(() -> Migrator.builder(database.dataSource())
                        .registries(List.of(indexed()))
                        .listener(stop)
                        .build()
                        .apply())
                .hasMessage("stopped");
        execute("CREATE UNIQUE INDEX ix_users_name ON users (name)");

        migrator(indexed()).apply();

        assertThat(query("SELECT name FROM users ORDER BY id")).containsExactly("first", "second", "third");
    }

    @Test
    void transactionalMigration_withAConcurrentIndex_isRefusedBeforeAnythingRuns() throws Exception {
        TestRegistry registry = users().reversible(
                        2,
                        "Index",
                        schema -> schema.createIndex("ix").on("users", "name").concurrently(),
                        schema -> {});
        assertThatThrownBy(() -> migrator(registry).apply())
                .hasMessageContaining("operation 1, create index ix on users: CREATE INDEX CONCURRENTLY runs only");
        assertThat(query("SELECT to_regclass('users')")).containsExactly((String) null);
    }

    private static TestRegistry statement(String sql) {
        return users().reversible(2, "Own", s -> s.sql(Sql.sqlite(Sql.none()).postgresql(sql)), s -> {})
                .inSteps(2);
    }

    private List<String> indexes() throws SQLException {
        return query("SELECT c.relname || ' ' || i.indisvalid FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid"
                + " WHERE i.indrelid = 'users'::regclass AND NOT i.indisprimary ORDER BY 1");
    }

    private void withDuplicates() throws SQLException {
        migrator(users()).apply();
        execute("INSERT INTO users (name) VALUES ('same'), ('same'), ('other')");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-- one name each\nCREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS ix ON users (name)",
                "CREATE /* a */ UNIQUE INDEX CONCURRENTLY ix/* of the */ON/**/ONLY users -- by\n (name);",
                "/* odd */ CREATE UNIQUE INDEX CONCURRENTLY \"I x \"\"1\"\"\" ON \"public\" . users (name)",
                "CREATE UNIQUE INDEX CONCURRENTLY U&\"\\0069x\" ON users (name)",
                "CREATE UNIQUE INDEX CONCURRENTLY ON users (name)"
            })
    void ownIndexThatFails_isNeverLeftOrTakenInvalid_howeverItIsWritten(String sql) throws Exception {
        withDuplicates();

        for (String comment : List.of("", "-- edited\n", "-- once more\n")) {
            assertThatThrownBy(() -> migrator(statement(comment + sql)).apply())
                    .hasMessageContaining("[StatementFailed]")
                    .hasMessageContaining("[RemainsRemoved]");
            assertThat(indexes()).isEmpty();
        }
        assertThat(events())
                .containsExactly("step begun", "step failed", "step begun", "step failed", "step begun", "step failed");
        assertThatThrownBy(() -> migrator(statement(sql)).rollbackSteps(1))
                .hasMessageContaining("[HalfApplied]")
                .hasMessageContaining("0 steps done, step 1 failed: sql: ");
        execute("DELETE FROM users WHERE id = (SELECT max(id) FROM users WHERE name = 'same')");
        migrator(statement(sql)).apply();

        assertThat(indexes()).singleElement().asString().endsWith(" true");
    }

    @Test
    void invalidIndexOfOthers_staysWhereAnUnnamedOneFails() throws Exception {
        withDuplicates();
        assertThatThrownBy(() -> execute("CREATE UNIQUE INDEX CONCURRENTLY others_idx ON users (name)"));

        assertThatThrownBy(() -> migrator(statement("CREATE UNIQUE INDEX CONCURRENTLY ON users (name)"))
                        .apply())
                .hasMessageContaining("removed: DROP INDEX CONCURRENTLY public.users_name_idx");

        assertThat(indexes()).containsExactly("others_idx false");
    }

    @Test
    void unnamedIndexWhoseEndNobodySaw_isAskedAbout_withWhatMayBeLeft() throws Exception {
        migrator(users()).apply();
        TestRegistry unnamed = statement("CREATE UNIQUE INDEX CONCURRENTLY ON users (name)");
        breakConnectionWhileIndexing(unnamed);

        assertThatThrownBy(() -> migrator(unnamed).apply())
                .hasMessageContaining("[StepEndedUnseen]")
                .hasMessageContaining("removed by DROP INDEX CONCURRENTLY public.users_name_idx.");
    }

    @Test
    void statementThatTheServerRefused_isSimplyTriedAgain() throws Exception {
        withDuplicates();
        TestRegistry registry = statement("-- not twice\nCREATE DATABASE postgres");
        for (int run = 0; run < 2; run++) {
            assertThatThrownBy(() -> migrator(registry).apply())
                    .hasMessageContaining("[StatementFailed]")
                    .hasMessageContaining("already exists");
        }
        migrator(statement("-- tidy\nVACUUM users")).apply();
        assertThat(events())
                .containsExactly(
                        "step begun", "step failed", "step begun", "step failed", "step begun", "step done", "applied");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-- tidy\nDISCARD ALL",
                "SELECT pg_catalog.\"pg_advisory_unlock_all\"()",
                "DO $$ BEGIN PERFORM pg_advisory_unlock_all(); END $$"
            })
    void statementThatLetsGoOfAllLocks_isRefusedBeforeAnythingRuns(String sql) throws Exception {
        withDuplicates();
        TestRegistry inSteps = users().reversible(
                        2,
                        "Own",
                        schema -> {
                            schema.sql("INSERT INTO users (name) VALUES ('before it')");
                            schema.sql(Sql.sqlite(Sql.none()).postgresql(sql));
                        },
                        schema -> {})
                .inSteps(2);

        assertThatThrownBy(() -> migrator(inSteps).apply())
                .hasMessageContaining("Migration 2 (Own) stopped at operation 2 of 2, before anything was run.")
                .hasMessageContaining("[LocksDropped]");

        assertThat(query("SELECT name FROM users WHERE name = 'before it'")).isEmpty();
        assertThat(events()).isEmpty();
        assertThatThrownBy(() -> migrator(users().reversible(
                                        2,
                                        "Work",
                                        schema -> schema.run("Unlock", connection -> {
                                            try (Statement statement = connection.createStatement()) {
                                                statement.execute(sql);
                                            }
                                        }),
                                        schema -> {}))
                        .apply())
                .hasMessageContaining("[LocksDropped]");
        migrator(statement("DISCARD TEMP; SELECT pg_advisory_unlock(1)")).apply();
        assertThat(events()).endsWith("applied");
    }

    private static TestRegistry addingValue(Consumer<SchemaEditor> use) {
        return users().reversible(
                        2,
                        "Mood",
                        s -> s.sql(Sql.sqlite(Sql.none())
                                .postgresql("CREATE TYPE mood AS ENUM ('ok', 'b'); CREATE TABLE days (mood mood);"
                                        + " INSERT INTO days VALUES ('ok')")),
                        s -> {})
                .reversible(
                        3,
                        "More moods",
                        schema -> {
                            schema.sql(Sql.sqlite(Sql.none()).postgresql("ALTER TYPE mood ADD VALUE 'it''s'"));
                            use.accept(schema);
                        },
                        schema -> {});
    }

    @Test
    void defaultThatIsAnEnumValueOfTheSameTransaction_isRefusedBeforeAnythingRuns() throws Exception {
        ColumnType mood = ColumnType.declared("mood");
        List<Consumer<SchemaEditor>> uses = List.of(
                schema ->
                        schema.createTable("nights", t -> t.column("mood", mood).defaultValue("it's")),
                schema -> schema.alterTable(
                        "days", t -> t.addColumn("later", mood).defaultValue("it's")),
                schema -> schema.alterTable("days", t -> t.alterColumn("mood").defaultValue("it's")));
        for (Consumer<SchemaEditor> use : uses) {
            assertThatThrownBy(() -> migrator(addingValue(use)).apply())
                    .hasMessageContaining("[NotOneTransaction] Migration 3 (More moods)")
                    .hasMessageContaining("it uses the value 'it's', which is added to an enum before it")
                    .hasMessageContaining("transactional = false");
            assertThat(query("SELECT to_regclass('users')")).containsExactly((String) null);
        }
        for (Consumer<SchemaEditor> use : uses) {
            try (Connection connection = database.connect();
                    Statement statement = connection.createStatement()) {
                statement.execute("DROP TABLE IF EXISTS users, days, nights, mhc_history");
                statement.execute("DROP TYPE IF EXISTS mood");
            }
            migrator(addingValue(use).inSteps(3)).apply();
        }
        assertThat(query("INSERT INTO days DEFAULT VALUES RETURNING mood")).containsExactly("it's");
    }

    @Test
    void enumValueThatIsUsedUnseenInTheSameTransaction_isToldWithTheWayOut() throws Exception {
        assertThatThrownBy(() -> migrator(addingValue(schema -> schema.run("Use it", connection -> {
                            try (Statement statement = connection.createStatement()) {
                                statement.execute("SELECT ('it' || chr(39) || 's')::mood");
                            }
                        })))
                        .apply())
                .hasMessageContaining("unsafe use of new value");
        assertThatThrownBy(() -> migrator(addingValue(schema ->
                                schema.sql(Sql.sqlite(Sql.none()).postgresql("SELECT ('it' || chr(39) || 's')::mood"))))
                        .apply())
                .hasMessageContaining("unsafe use of new value")
                .hasMessageContaining("Say @Migration(transactional = false), or add the value in a migration before");
    }
}
