package dev.mhc.migrations.contract;

import static dev.mhc.migrations.schema.ColumnType.bigint;
import static dev.mhc.migrations.schema.ColumnType.integer;
import static dev.mhc.migrations.schema.ColumnType.text;
import static dev.mhc.migrations.schema.ColumnType.varchar;
import static dev.mhc.migrations.schema.ReferentialAction.CASCADE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mhc.migrations.engine.MigrationStatus;
import dev.mhc.migrations.engine.MigrationStatus.State;
import dev.mhc.migrations.engine.Migrator;
import dev.mhc.migrations.engine.OutOfOrder;
import dev.mhc.migrations.engine.TestRegistry;
import dev.mhc.migrations.engine.UnknownNewer;
import dev.mhc.migrations.error.ErrorCode;
import dev.mhc.migrations.schema.Difference;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** History, plans and runs. */
@OnBothDatabases
class EngineContractTest extends Contract {

    private static TestRegistry four() {
        return TestRegistry.app().table(1, "a").table(2, "b").table(3, "c").table(4, "d");
    }

    private List<State> states(TestRegistry... registries) {
        return database.migrator(registries).status().stream()
                .map(MigrationStatus::state)
                .toList();
    }

    @Test
    void history_tellsEveryEvent() throws Exception {
        Migrator migrator = database.migrator(four());
        assertThat(migrator.plan().migrations()).hasSize(4);
        assertThat(migrator.applyTo(3).migrations()).hasSize(3);
        assertThat(migrator.apply().migrations()).hasSize(1);
        assertThat(migrator.apply().migrations()).isEmpty();
        assertThat(migrator.plan().isEmpty()).isTrue();
        assertThat(migrator.rollbackSteps(1).migrations()).hasSize(1);
        assertThat(migrator.rollbackTo(1).migrations()).hasSize(2);
        assertThat(database.history())
                .containsExactly(
                        "1|applied|app|1|Create a",
                        "2|applied|app|2|Create b",
                        "3|applied|app|3|Create c",
                        "4|applied|app|4|Create d",
                        "5|rolled back|app|4|Create d",
                        "6|rolled back|app|3|Create c",
                        "7|rolled back|app|2|Create b");
        assertThat(states(four())).containsExactly(State.APPLIED, State.PENDING, State.PENDING, State.PENDING);
        assertThat(database.rows("SELECT count(*) FROM mhc_history WHERE duration_ms IS NULL"))
                .containsExactly("0");
    }

    @Test
    void planStatusAndDryRun_changeNothing() throws Exception {
        database.migrator(four().upTo(2)).apply();
        List<String> contents = database.contents();
        List<String> history = database.history();
        Migrator migrator = database.migrator(four());
        migrator.plan();
        migrator.status();
        assertThat(migrator.planRollbackSteps(1).migrations()).hasSize(1);
        assertThat(migrator.dryRun(migrator.plan()).migrations()).hasSize(2);
        assertThat(database.contents()).isEqualTo(contents);
        assertThat(database.history()).isEqualTo(history);
    }

    @Test
    void failingMigration_leavesNothing_andThoseBeforeItStay() throws Exception {
        TestRegistry registry = four().reversible(
                        5,
                        "Fail late",
                        schema -> {
                            schema.createTable("left_over", t -> t.id());
                            schema.sql("UPDATE a SET name = 'changed'");
                            schema.alterTable(
                                    "b", t -> t.alterColumn("name").type(text()).notNull());
                            schema.sql("INSERT INTO nowhere VALUES (1)");
                        },
                        schema -> {});
        database.migrator(four()).apply();
        assertThat(unchanged(() -> database.migrator(registry).apply()).getMessage())
                .contains("[StatementFailed] Migration 5 (Fail late) failed at operation 4 of 4")
                .contains("nowhere");
    }

    @Test
    void failingRollback_leavesTheMigrationInEffect() throws Exception {
        TestRegistry registry = four().reversible(5, "Up", schema -> schema.createTable("e", t -> t.id()), schema -> {
            schema.dropTable("e");
            schema.sql("DROP TABLE nowhere");
        });
        database.migrator(registry).apply();
        unchanged(() -> database.migrator(registry).rollbackSteps(1));
        assertThat(states(registry)).containsOnly(State.APPLIED);
    }

    @Test
    void irreversibleMigration_isNotRolledBack() throws Exception {
        TestRegistry registry =
                four().irreversible(5, "Forget", "the rows are gone", schema -> schema.sql("DELETE FROM a"));
        database.migrator(registry).apply();
        assertThat(unchanged(() -> database.migrator(registry).rollbackSteps(2)).code())
                .isEqualTo(ErrorCode.IRREVERSIBLE);
    }

    @Test
    void editedMigration_isRefused_untilRepaired() throws Exception {
        database.migrator(four()).apply();
        TestRegistry edited = four().edited(2).table(5, "e");
        assertThat(unchanged(() -> database.migrator(edited).apply()).code()).isEqualTo(ErrorCode.CHANGED_AFTER_APPLY);
        assertThat(states(edited)).contains(State.CHANGED);
        database.migrator(edited).repair("app", 2, "only the words changed");
        database.migrator(edited).apply();
        assertThat(database.history()).contains("5|repaired|app|2|Create b", "6|applied|app|5|Create e");
    }

    @Test
    void databaseWithoutHistory_isRefused_untilBaselined() throws Exception {
        database.execute("CREATE TABLE a (id INTEGER PRIMARY KEY)", "CREATE TABLE b (id INTEGER PRIMARY KEY)");
        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () -> database.migrator(four()).apply())
                .hasMessageContaining("[UnmanagedDatabase]");
        database.migrator(four()).baseline("app", 2);
        assertThat(database.migrator(four()).apply().migrations()).hasSize(2);
        assertThat(database.history())
                .containsExactly(
                        "1|baselined|app|1|Create a",
                        "2|baselined|app|2|Create b",
                        "3|applied|app|3|Create c",
                        "4|applied|app|4|Create d");
    }

    @Test
    void outOfOrder_isRefused_unlessAsked() throws Exception {
        database.migrator(four().without(2)).apply();
        assertThat(unchanged(() -> database.migrator(four()).apply()).code()).isEqualTo(ErrorCode.OUT_OF_ORDER);
        assertThat(states(four())).containsExactly(State.APPLIED, State.OUT_OF_ORDER, State.APPLIED, State.APPLIED);
        database.builder(four()).outOfOrder(OutOfOrder.APPLY).build().apply();
        assertThat(states(four())).containsOnly(State.APPLIED);
    }

    @Test
    void unknownNewer_isGoneOnWith_orRefused_andMissingAlwaysIs() throws Exception {
        database.migrator(four()).apply();
        assertThat(database.migrator(four().upTo(3)).apply().warnings()).hasSize(1);
        assertThat(unchanged(() -> database.builder(four().upTo(3))
                                .unknownNewer(UnknownNewer.REFUSE)
                                .build()
                                .apply())
                        .code())
                .isEqualTo(ErrorCode.NEWER_THAN_BUILD);
        assertThat(unchanged(() -> database.migrator(four().without(2)).apply()).code())
                .isEqualTo(ErrorCode.MIGRATION_MISSING);
        assertThat(states(four().upTo(3))).endsWith(State.NEWER);
    }

    @Test
    void twoModules_areOrderedByVersion_andKeptApart() throws Exception {
        TestRegistry app = TestRegistry.app().table(1, "a").table(3, "c");
        TestRegistry billing = TestRegistry.module("billing").table(2, "b").table(3, "d");
        database.migrator(app, billing).apply();
        assertThat(database.history())
                .containsExactly(
                        "1|applied|app|1|Create a",
                        "2|applied|billing|2|Create b",
                        "3|applied|app|3|Create c",
                        "4|applied|billing|3|Create d");
        database.migrator(app, billing).rollbackTo(2);
        assertThat(database.history()).endsWith("5|rolled back|billing|3|Create d", "6|rolled back|app|3|Create c");
    }

    @Test
    void stepsThatFailInTheMidst_areGoneOnWith() throws Exception {
        TestRegistry registry = start().reversible(
                        3,
                        "Steps",
                        schema -> {
                            schema.alterTable(
                                    "users",
                                    t -> t.addColumn("n", integer()).notNull().defaultValue(0));
                            schema.sql("UPDATE users SET n = n + 1");
                            schema.sql(
                                    "INSERT INTO posts (id, user_id, score) VALUES (3, 1, (SELECT a FROM posts WHERE id = 1))");
                            schema.sql("UPDATE users SET n = n + 10");
                        },
                        schema -> {})
                .inSteps(3);
        database.migrator(start()).apply();
        database.execute("UPDATE posts SET a = -1 WHERE id = 1");
        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () -> database.migrator(registry).apply())
                .hasMessageContaining("[StatementFailed] Migration 3 (Steps) failed at operation 3 of 4");
        assertThat(database.rows("SELECT n FROM users")).containsExactly("1", "1");
        assertThat(states(registry)).endsWith(State.HALF_APPLIED);

        database.execute("UPDATE posts SET a = 1 WHERE id = 1");
        database.migrator(registry).apply();

        assertThat(database.rows("SELECT n FROM users")).containsExactly("11", "11");
        assertThat(database.rows("SELECT event, step FROM mhc_history WHERE version = 3 ORDER BY seq"))
                .containsExactly("step done|1", "step done|2", "step done|3", "step done|4", "applied|null");
    }

    @Test
    void eightAtOnce_applyEachMigrationOnce() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        int applied = 0;
        try {
            List<Future<Integer>> runs = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                runs.add(threads.submit(
                        () -> database.migrator(four()).apply().migrations().size()));
            }
            for (Future<Integer> run : runs) {
                applied += run.get(2, TimeUnit.MINUTES);
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(applied).isEqualTo(4);
        assertThat(database.history()).hasSize(4);
    }

    @Test
    void connectionWithoutAutoCommit_worksAndComesBackSo() throws Exception {
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            DataSource lending = lending(connection);
            Migrator.builder(lending)
                    .registries(List.of(four()))
                    .entitySchemas(List.of())
                    .build()
                    .apply();
            assertThat(connection.getAutoCommit()).isFalse();
            try (Statement statement = connection.createStatement()) {
                statement.execute("INSERT INTO a (name) VALUES ('second')");
            }
            connection.rollback();
        }
        assertThat(database.rows("SELECT name FROM a")).containsExactly("first");
        assertThat(states(four())).containsOnly(State.APPLIED);
    }

    @Test
    void connectionInsideATransaction_isRefused_andItsWorkIsNotCommitted() throws Exception {
        database.migrator(four().upTo(2)).apply();
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute("INSERT INTO a (name) VALUES ('not yet')");
            }
            org.assertj.core.api.Assertions.assertThatThrownBy(() -> Migrator.builder(lending(connection))
                            .registries(List.of(four()))
                            .entitySchemas(List.of())
                            .build()
                            .apply())
                    .hasMessageContaining("[InsideTransaction]");
            connection.rollback();
        }
        assertThat(database.rows("SELECT name FROM a")).containsExactly("first");
        assertThat(database.history()).hasSize(2);
    }

    @Test
    void schemaThatIsAsDescribed_hasNoDifference_andOneMutationOne() throws Exception {
        database.migrator(start()).apply();
        database.execute("DROP INDEX ix_posts_title");
        assertThat(differences(schema -> {
                    users(schema);
                    posts(schema);
                }))
                .isEmpty();

        database.migrator(start().reversible(
                                3,
                                "Loosen",
                                schema -> {
                                    schema.alterTable(
                                            "posts",
                                            t -> t.alterColumn("user_id").nullable());
                                },
                                schema -> {}))
                .apply();
        assertThat(differences(schema -> {
                    users(schema);
                    posts(schema);
                }))
                .singleElement()
                .satisfies(difference -> {
                    assertThat(difference.place()).isEqualTo("posts.user_id");
                    assertThat(difference.severity()).isNotEqualTo(Difference.Severity.INFO);
                });
    }

    @Test
    void everyKindOfDifference_isFoundAlone() throws Exception {
        database.migrator(start()).apply();
        database.execute("DROP INDEX ix_posts_title");
        database.migrator(start().reversible(
                                3,
                                "Mutate",
                                schema -> {
                                    schema.alterTable("users", t -> {
                                        t.addUnique("email");
                                        t.addColumn("extra", text());
                                    });
                                    schema.alterTable("posts", t -> {
                                        t.dropForeignKey("user_id");
                                        t.addForeignKey("user_id").references("users", "id");
                                        t.alterColumn("title").type(integer()).using("1");
                                    });
                                },
                                schema -> {}))
                .apply();
        assertThat(differences(schema -> {
                    schema.createTable("users", t -> {
                        t.id();
                        t.column("email", varchar(255));
                        t.column("name", text());
                    });
                    schema.createTable("posts", t -> {
                        t.column("id", bigint()).primaryKey();
                        t.column("user_id", bigint())
                                .notNull()
                                .references("users", "id")
                                .onDelete(CASCADE);
                        t.column("title", text());
                        t.column("score", integer());
                        t.column("a", integer());
                        t.column("b", integer());
                        t.check("score_positive", "score > 0");
                    });
                }))
                .extracting(difference ->
                        difference.severity() + " " + difference.place().replaceAll("[ (].*", ""))
                .containsExactlyInAnyOrder(
                        "ERROR posts.title", "WARNING posts.user_id", "WARNING users.email", "INFO users.extra");
    }

    private static DataSource lending(Connection connection) {
        Connection lent = (Connection) java.lang.reflect.Proxy.newProxyInstance(
                EngineContractTest.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("close")) {
                        return null;
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (java.lang.reflect.InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
        return new LendingSource(lent);
    }

    /** Lends one connection to everybody. */
    private record LendingSource(Connection connection) implements DataSource {
        @Override
        public Connection getConnection() {
            return connection;
        }

        @Override
        public Connection getConnection(String user, String password) {
            return connection;
        }

        @Override
        public PrintWriter getLogWriter() {
            return new PrintWriter(java.io.Writer.nullWriter());
        }

        @Override
        public void setLogWriter(PrintWriter out) {}

        @Override
        public void setLoginTimeout(int seconds) {}

        @Override
        public int getLoginTimeout() {
            return 0;
        }

        @Override
        public Logger getParentLogger() {
            return Logger.getGlobal();
        }

        @Override
        public <T> T unwrap(Class<T> type) throws SQLException {
            throw new SQLException("wraps nothing");
        }

        @Override
        public boolean isWrapperFor(Class<?> type) {
            return false;
        }
    }
}
