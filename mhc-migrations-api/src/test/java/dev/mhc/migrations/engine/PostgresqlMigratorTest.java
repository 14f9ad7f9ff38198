package dev.mhc.migrations.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mhc.migrations.dialect.Step;
import dev.mhc.migrations.error.ErrorCode;
import dev.mhc.migrations.error.MigrationException;
import dev.mhc.migrations.fixture.PostgresqlServer;
import dev.mhc.migrations.fixture.PostgresqlServer.Database;
import dev.mhc.migrations.schema.ColumnType;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The engine's rules on a real PostgreSQL server. */
@ExtendWith(PostgresqlServer.class)
class PostgresqlMigratorTest {

    private Database database = new Database("");

    @BeforeEach
    void take(Database given) {
        database = given;
    }

    private static TestRegistry shop() {
        return TestRegistry.app().table(1, "orders").table(2, "lines").table(3, "customers");
    }

    private Migrator.Builder builder(TestRegistry registry) {
        return builder(registry, database.dataSource());
    }

    private static Migrator.Builder builder(TestRegistry registry, DataSource source) {
        return Migrator.builder(source)
                .registries(List.of(registry))
                .entitySchemas(List.of())
                .patience(Duration.ofSeconds(30));
    }

    private List<String> query(String sql) throws SQLException {
        try (Connection connection = database.connect()) {
            return query(connection, sql);
        }
    }

    private static List<String> query(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }

    @Test
    void migrations_areAppliedAndRolledBack() throws Exception {
        Migrator migrator = builder(shop()).build();

        assertThat(migrator.apply().migrations()).hasSize(3);
        assertThat(query("SELECT name FROM orders")).containsExactly("first");
        assertThat(migrator.apply().migrations()).isEmpty();
        assertThat(migrator.rollbackSteps(1).migrations()).hasSize(1);
        assertThat(migrator.status())
                .extracting(MigrationStatus::state)
                .containsExactly(
                        MigrationStatus.State.APPLIED, MigrationStatus.State.APPLIED, MigrationStatus.State.PENDING);
        assertThat(migrator.rollbackTo(0).migrations()).hasSize(2);
        assertThat(query("SELECT event FROM mhc_history ORDER BY seq"))
                .containsExactly("applied", "applied", "applied", "rolled back", "rolled back", "rolled back");
        assertThat(query("SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace"))
                .containsExactly("mhc_history");
    }

    @Test
    void aFailingMigration_leavesNothingOfItself() throws Exception {
        TestRegistry registry = shop().reversible(
                        4,
                        "Fail late",
                        schema -> {
                            schema.createTable("left_over", t -> t.id());
                            schema.sql("INSERT INTO orders (name) VALUES ('second')");
                            schema.sql("INSERT INTO nowhere VALUES (1)");
                        },
                        schema -> {});

        assertThatThrownBy(() -> builder(registry).build().apply())
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining("[StatementFailed] Migration 4 (Fail late) failed at operation 3 of 3")
                .hasMessageContaining("nowhere");
        assertThat(query("SELECT name FROM orders")).containsExactly("first");
        assertThat(query("SELECT version FROM mhc_history ORDER BY seq")).containsExactly("1", "2", "3");
        assertThat(query("SELECT to_regclass('left_over')")).containsExactly((String) null);
    }

    @Test
    void whatAMigrationSetsForTheSession_endsWithIt() throws Exception {
        executeAll("CREATE SCHEMA other", "CREATE ROLE guest");
        try (Connection lent = database.connect()) {
            TestRegistry registry = shop().reversible(
                            4,
                            "Paste a dump",
                            schema -> schema.sql("SELECT pg_catalog.set_config('search_path', '', false);"
                                    + " SET statement_timeout = 77; SET row_security = on;"
                                    + " CREATE TABLE public.pasted (id integer)"),
                            schema -> schema.dropTable("pasted"))
                    .reversible(
                            5,
                            "Be a guest",
                            schema -> schema.sql("SET search_path TO other; SET ROLE guest"),
                            schema -> {})
                    .table(6, "after");
            builder(registry, lending(lent)).build().apply();
            assertThat(query("SELECT relnamespace::regnamespace FROM pg_class WHERE relname IN ('after', 'pasted')"))
                    .containsExactly("public", "public");
            assertThat(query(
                            lent,
                            "SELECT concat_ws('|', current_setting('search_path'), current_setting('role'),"
                                    + " current_setting('statement_timeout'), current_setting('row_security'))"))
                    .containsExactly("\"$user\", public|none|0|on");
        }
    }

    @Test
    void rowsThatAPolicyHides_failTheMigrationThatWouldSkipThem() throws Exception {
        executeAll("CREATE ROLE keeper LOGIN", "GRANT ALL ON SCHEMA public TO keeper");
        try (Connection lent = database.connect()) {
            query(lent, "SELECT set_config('role', 'keeper', false)");
            TestRegistry registry = TestRegistry.app()
                    .reversible(
                            1,
                            "Hide rows",
                            schema -> schema.sql(
                                    "CREATE TABLE docs (id integer PRIMARY KEY, tenant text, state text);"
                                            + " INSERT INTO docs SELECT i, 'a' FROM generate_series(1, 100) i;"
                                            + " ALTER TABLE docs ENABLE ROW LEVEL SECURITY;"
                                            + " ALTER TABLE docs FORCE ROW LEVEL SECURITY;"
                                            + " CREATE POLICY mine ON docs USING (tenant = current_setting('app.tenant', true))"),
                            schema -> schema.dropTable("docs"))
                    .reversible(2, "Say all", schema -> schema.sql("UPDATE docs SET state = 'new'"), schema -> {});
            assertThatThrownBy(() -> builder(registry, lending(lent)).build().apply())
                    .hasMessageContaining("row-level security")
                    .hasMessageContaining("BYPASSRLS");
            assertThat(query(lent, "SELECT current_setting('role')")).containsExactly("keeper");
        }
    }

    @Test
    void emptySchemaBesideAMigratedOne_isNotTakenForMigrated() throws Exception {
        builder(shop()).build().apply();
        executeAll("CREATE SCHEMA tenant_b");
        try (Connection lent = database.connect()) {
            query(lent, "SELECT set_config('search_path', 'tenant_b, public', false)");
            assertThatThrownBy(() -> builder(shop(), lending(lent)).build().apply())
                    .isInstanceOfSatisfying(
                            MigrationException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.HISTORY_ELSEWHERE));
        }
    }

    private void executeAll(String... statements) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    @Test
    void aFailureThatJdbcWorkSwallows_isNoticed() throws Exception {
        TestRegistry registry = shop().reversible(
                        4,
                        "Swallow",
                        schema -> schema.run("Swallow", connection -> {
                            try (Statement statement = connection.createStatement()) {
                                statement.execute("INSERT INTO orders (name) VALUES ('lost')");
                                try {
                                    statement.execute("SELECT 1 / 0");
                                } catch (SQLException ignored) {
                                    // As careless code does.
                                }
                            }
                        }),
                        schema -> {});

        assertThatThrownBy(() -> builder(registry).build().apply())
                .isInstanceOfSatisfying(
                        MigrationException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.TRANSACTION_LOST))
                .hasMessageContaining("division by zero");
        assertThat(query("SELECT name FROM orders")).containsExactly("first");
    }

    @Test
    void sixteenAtOnce_applyEachMigrationOnce() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(16);
        try {
            List<Future<MigrationReport>> runs = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                runs.add(threads.submit(() -> builder(shop()).build().apply()));
            }
            int applied = 0;
            for (Future<MigrationReport> run : runs) {
                applied += run.get(60, TimeUnit.SECONDS).migrations().size();
            }
            assertThat(applied).isEqualTo(3);
        } finally {
            threads.shutdownNow();
        }
        assertThat(query("SELECT version FROM mhc_history ORDER BY seq")).containsExactly("1", "2", "3");
    }

    @Test
    void whoeverMigrates_isNamedToThoseWhoseWaitEnds() throws Exception {
        builder(shop()).build().apply();
        TestRegistry registry = shop().table(4, "more");
        CompletableFuture<Void> inside = new CompletableFuture<>();
        CompletableFuture<Void> goOn = new CompletableFuture<>();
        TestRegistry slow = shop().reversible(
                        4,
                        "Slow",
                        schema -> schema.run("Wait", connection -> {
                            inside.complete(null);
                            goOn.get(60, TimeUnit.SECONDS);
                        }),
                        schema -> {});
        CompletableFuture<MigrationReport> run =
                CompletableFuture.supplyAsync(() -> builder(slow).build().apply());
        inside.get(60, TimeUnit.SECONDS);

        assertThatThrownBy(() -> builder(registry)
                        .patience(Duration.ofMillis(200))
                        .build()
                        .apply())
                .isInstanceOfSatisfying(
                        MigrationException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.LOCK_HELD))
                .hasMessageContaining("of user postgres")
                .hasMessageContaining("PostgreSQL JDBC Driver")
                .hasMessageContaining("pg_terminate_backend(");
        goOn.complete(null);
        assertThat(run.get(60, TimeUnit.SECONDS).migrations()).hasSize(1);
    }

    @Test
    void theHolderThatDies_freesTheLock_andTheWaiterGoesOn() throws Exception {
        builder(shop()).build().apply();
        CompletableFuture<Void> inside = new CompletableFuture<>();
        CompletableFuture<Void> goOn = new CompletableFuture<>();
        TestRegistry stuck = shop().reversible(
                        4,
                        "Add to orders",
                        schema -> {
                            schema.sql("INSERT INTO orders (name) VALUES ('once')");
                            schema.run("Wait", connection -> {
                                if (inside.complete(null)) {
                                    goOn.get(60, TimeUnit.SECONDS);
                                }
                            });
                        },
                        schema -> {});
        CompletableFuture<MigrationReport> first =
                CompletableFuture.supplyAsync(() -> builder(stuck).build().apply());
        inside.get(60, TimeUnit.SECONDS);
        CompletableFuture<MigrationReport> second =
                CompletableFuture.supplyAsync(() -> builder(stuck).build().apply());

        query("SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND granted");
        assertThat(second.get(60, TimeUnit.SECONDS).migrations()).hasSize(1);
        goOn.complete(null);
        assertThatThrownBy(() -> first.get(60, TimeUnit.SECONDS)).hasCauseInstanceOf(MigrationException.class);
        assertThat(query("SELECT name FROM orders ORDER BY id")).containsExactly("first", "once");
    }

    @Test
    void aTableThatOthersHold_makesTheWholeMigrationRunAgain() throws Exception {
        builder(shop()).build().apply();
        AtomicInteger runs = new AtomicInteger();
        List<String> notes = new ArrayList<>();
        try (Connection reader = database.connect()) {
            reader.setAutoCommit(false);
            query(reader, "SELECT name FROM orders");
            TestRegistry registry = shop().reversible(
                            4,
                            "Widen",
                            schema -> {
                                schema.sql("INSERT INTO customers (name) VALUES ('once')");
                                schema.run("Let the reader go the second time", connection -> {
                                    if (runs.incrementAndGet() == 2) {
                                        reader.commit();
                                    }
                                });
                                schema.alterTable("orders", t -> t.addColumn("note", ColumnType.text()));
                            },
                            schema -> {});

            MigrationReport report = builder(registry)
                    .listener(new MigrationListener() {
                        @Override
                        public void noted(PlannedMigration migration, String line) {
                            notes.add(line);
                        }

                        @Override
                        public void failed(PlannedMigration migration) {
                            notes.add("failed");
                        }
                    })
                    .build()
                    .apply();

            assertThat(report.migrations()).hasSize(1);
        }
        assertThat(runs).hasValue(2);
        assertThat(notes).singleElement().asString().contains("runs again").contains("lock timeout");
        assertThat(query("SELECT name FROM customers ORDER BY id")).containsExactly("first", "once");
    }

    @Test
    void aTableThatIsNeverLetGoOf_stopsTheRun_andIsFreeForOthers() throws Exception {
        builder(shop()).build().apply();
        TestRegistry registry = shop().reversible(
                        4,
                        "Widen",
                        schema -> schema.alterTable("orders", t -> t.addColumn("note", ColumnType.text())),
                        schema -> {});
        try (Connection reader = database.connect()) {
            reader.setAutoCommit(false);
            query(reader, "SELECT name FROM orders");

            assertThatThrownBy(() -> builder(registry)
                            .patience(Duration.ofMillis(300))
                            .build()
                            .apply())
                    .isInstanceOf(MigrationException.class)
                    .hasMessageContaining("lock timeout")
                    .hasMessageContaining("Others work with the table");
            assertThat(query("SELECT name FROM orders")).containsExactly("first");
            reader.rollback();
        }
        assertThat(query("SELECT count(*) FROM mhc_history")).containsExactly("3");
    }

    @Test
    void settings_lockAndAutoCommit_areGivenBack() throws Exception {
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            for (String setting : List.of(
                    "statement_timeout = '5min'",
                    "lock_timeout = '7s'",
                    "TimeZone = 'America/New_York'",
                    "DateStyle = 'ISO, DMY'",
                    "default_transaction_isolation = 'serializable'")) {
                query(
                        connection,
                        "SELECT set_config(split_part($$" + setting + "$$, ' = ', 1),"
                                + " trim(both '''' from split_part($$" + setting + "$$, ' = ', 2)), false)");
            }
            connection.commit();
            List<String> before = condition(connection);

            builder(shop(), lending(connection)).build().apply();

            assertThat(connection.getAutoCommit()).isFalse();
            assertThat(condition(connection)).isEqualTo(before);
            assertThat(query(connection, "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory'"))
                    .containsExactly("0");
        }
        assertThat(query("SELECT name FROM orders")).containsExactly("first");
    }

    private static List<String> condition(Connection connection) throws SQLException {
        List<String> settings = query(
                connection,
                "SELECT name || ' ' || setting FROM pg_settings WHERE name !~ '^transaction_' ORDER BY name");
        connection.commit();
        return settings;
    }

    private static DataSource lending(Connection connection) {
        Connection lent = standIn(
                (method, arguments) -> method.getName().equals("close") ? null : send(connection, method, arguments));
        return InterceptedDataSource.plain(() -> lent);
    }

    /** What a stand-in for a connection does with a call. */
    @FunctionalInterface
    private interface Call {
        @Nullable
        Object made(Method method, Object @Nullable [] arguments) throws Throwable;
    }

    private static Connection standIn(Call call) {
        return (Connection) Proxy.newProxyInstance(
                PostgresqlMigratorTest.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> call.made(method, arguments));
    }

    private static @Nullable Object send(Connection connection, Method method, Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(connection, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }

    @Test
    void aConnectionInsideATransaction_isLeftAlone() throws Exception {
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            query(connection, "SELECT 1");

            assertThatThrownBy(
                            () -> builder(shop(), lending(connection)).build().apply())
                    .isInstanceOfSatisfying(
                            MigrationException.class,
                            e -> assertThat(e.code()).isEqualTo(ErrorCode.INSIDE_TRANSACTION));
        }
    }

    @Test
    void aPoolerInTransactionMode_isNoticed() throws Exception {
        try (Connection one = database.connect();
                Connection other = database.connect()) {
            AtomicInteger transactions = new AtomicInteger();
            Connection pooled = standIn((method, arguments) -> {
                if (method.getName().equals("setAutoCommit")) {
                    transactions.incrementAndGet();
                }
                return send(transactions.get() == 0 ? one : other, method, arguments);
            });

            assertThatThrownBy(() -> builder(shop(), InterceptedDataSource.plain(() -> pooled))
                            .build()
                            .apply())
                    .isInstanceOfSatisfying(
                            MigrationException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.LOCK_LOST))
                    .hasMessageContaining("pooler in transaction mode");
        }
        assertThat(query("SELECT to_regclass('mhc_history')")).containsExactly((String) null);
    }

    @Test
    void sqlThatLetsGoOfTheLock_stopsTheMigration() throws Exception {
        // Nothing in the text of the call says what the function does.
        database.execute(
                "CREATE FUNCTION public.let_go() RETURNS void LANGUAGE sql AS 'SELECT pg_advisory_unlock_all()'");
        TestRegistry registry = shop().reversible(4, "Unlock", schema -> schema.sql("SELECT let_go()"), schema -> {});

        assertThatThrownBy(() -> builder(registry).build().apply())
                .isInstanceOfSatisfying(
                        MigrationException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.LOCK_LOST));
        assertThat(query("SELECT count(*) FROM mhc_history")).containsExactly("3");
    }

    @Test
    void readOnlyTransactions_areRefusedBeforeAnythingIsDone() throws Exception {
        try (Connection connection = database.connect()) {
            query(connection, "SELECT set_config('default_transaction_read_only', 'on', false)");

            assertThatThrownBy(
                            () -> builder(shop(), lending(connection)).build().apply())
                    .isInstanceOfSatisfying(
                            MigrationException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.READ_ONLY_SERVER));
        }
    }

    @Test
    void aSearchPathThatWasChanged_makesNoSecondHistory() throws Exception {
        builder(shop()).build().apply();
        database.execute("CREATE SCHEMA app");
        Database elsewhere = new Database(database.url() + "&currentSchema=app");

        assertThatThrownBy(() -> builder(shop().table(4, "more"), elsewhere.dataSource())
                        .build()
                        .apply())
                .isInstanceOfSatisfying(
                        MigrationException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.HISTORY_ELSEWHERE))
                .hasMessageContaining("is in schema public")
                .hasMessageContaining("history(\"app.mhc_history\")");

        Migrator own = builder(shop(), elsewhere.dataSource())
                .history("app.mhc_history")
                .build();
        assertThat(own.apply().migrations()).hasSize(3);
        assertThat(query("SELECT name FROM app.orders")).containsExactly("first");
        assertThat(query("SELECT count(*) FROM app.mhc_history")).containsExactly("3");
        assertThat(own.apply().migrations()).isEmpty();
    }

    @Test
    void anotherSchemaThanPublic_hasTablesAndHistory() throws Exception {
        database.execute("CREATE SCHEMA \"My app\"");
        Database other = new Database(database.url() + "&currentSchema=%22My%20app%22");

        Migrator migrator = builder(shop(), other.dataSource()).build();
        assertThat(migrator.apply().migrations()).hasSize(3);
        assertThat(migrator.rollbackSteps(1).migrations()).hasSize(1);
        assertThat(query("SELECT count(*) FROM \"My app\".mhc_history")).containsExactly("4");
        assertThat(query("SELECT count(*) FROM pg_class WHERE relnamespace = 'public'::regnamespace"))
                .containsExactly("0");
    }

    @Test
    void aSchemaThatDoesNotExist_isNamed() {
        Database nowhere = new Database(database.url() + "&currentSchema=nowhere");

        assertThatThrownBy(() -> builder(shop(), nowhere.dataSource()).build().apply())
                .isInstanceOfSatisfying(
                        MigrationException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.NO_CURRENT_SCHEMA))
                .hasMessageContaining("nowhere");
    }

    @Test
    void aDatabaseWithTablesOfOthers_isNotGuessedAbout() throws Exception {
        database.execute("CREATE TABLE theirs (id int)", "INSERT INTO theirs VALUES (1)");

        assertThatThrownBy(() -> builder(shop()).build().apply())
                .isInstanceOfSatisfying(
                        MigrationException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.UNMANAGED_DATABASE))
                .hasMessageContaining("theirs");
    }

    @Test
    void aCommitWhoseAnswerIsLost_isLookedUpInTheHistory() throws Exception {
        builder(shop()).build().apply();
        AtomicInteger commits = new AtomicInteger();
        DataSource source = InterceptedDataSource.plain(() -> {
            Connection connection = database.connect();
            return standIn((method, arguments) -> {
                Object result = send(connection, method, arguments);
                if (method.getName().equals("commit") && commits.incrementAndGet() == 1) {
                    connection.close();
                    throw new SQLException("An I/O error occurred while sending to the backend.", "08006");
                }
                return result;
            });
        });

        MigrationReport report = builder(shop().table(4, "more").table(5, "most"), source)
                .build()
                .apply();

        assertThat(report.migrations()).hasSize(2);
        assertThat(query("SELECT name FROM more")).containsExactly("first");
        assertThat(query("SELECT version FROM mhc_history ORDER BY seq")).containsExactly("1", "2", "3", "4", "5");
    }

    @Test
    void withNothingToDo_startUpIsOneStatement() throws Exception {
        builder(shop()).build().apply();
        List<String> sent = new ArrayList<>();
        DataSource source = InterceptedDataSource.plain(() -> {
            Connection connection = database.connect();
            return standIn((method, arguments) -> {
                if (method.getName().endsWith("Statement") || method.getName().endsWith("Schema")) {
                    sent.add(method.getName());
                }
                return send(connection, method, arguments);
            });
        });

        builder(shop(), source).build().apply();

        assertThat(sent).containsExactly("createStatement");
    }

    @Test
    void aDryRun_showsTheStatements_andDoesNothing() throws Exception {
        builder(shop()).build().apply();
        List<String> before =
                query("SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace ORDER BY 1");
        TestRegistry registry = shop().reversible(
                        4,
                        "Link",
                        schema -> {
                            schema.alterTable(
                                    "lines",
                                    t -> t.addColumn("order_id", ColumnType.bigint())
                                            .references("orders", "id"));
                            schema.renameTable("lines", "order_lines");
                        },
                        schema -> {})
                .reversible(
                        5,
                        "Unlink",
                        schema -> {
                            schema.alterTable("order_lines", t -> {
                                t.renameColumn("order_id", "of_order");
                                t.dropForeignKey("of_order");
                            });
                            schema.createTable("notes", t -> {
                                t.id();
                                t.column("code", ColumnType.varchar(10)).unique();
                            });
                            schema.alterTable("notes", t -> t.dropUnique("code"));
                        },
                        schema -> {})
                .reversible(6, "Fill", schema -> schema.backfill("order_lines").set("name", "'x'"), schema -> {})
                .reversible(
                        7,
                        "After SQL",
                        schema -> {
                            schema.sql("CREATE TABLE by_hand (id bigint PRIMARY KEY, n int UNIQUE)");
                            schema.alterTable("by_hand", t -> t.dropUnique("n"));
                        },
                        schema -> {});
        Migrator migrator = builder(registry).build();

        DryRun dryRun = migrator.dryRun(migrator.plan());

        assertThat(dryRun.migrations().stream()
                        .flatMap(it -> it.steps().stream())
                        .map(step -> step instanceof Step.Statement it ? it.sql() : ((Step.Note) step).text()))
                .satisfiesExactly(
                        it -> assertThat(it).startsWith("ALTER TABLE \"lines\" ADD COLUMN \"order_id\" bigint"),
                        it -> assertThat(it).isEqualTo("ALTER TABLE \"lines\" RENAME TO \"order_lines\""),
                        it -> assertThat(it).startsWith("ALTER TABLE \"order_lines\" RENAME COLUMN"),
                        it -> assertThat(it)
                                .isEqualTo("ALTER TABLE \"order_lines\" DROP CONSTRAINT \"lines_order_id_fkey\""),
                        it -> assertThat(it).startsWith("CREATE TABLE \"notes\""),
                        it -> assertThat(it).isEqualTo("ALTER TABLE \"notes\" DROP CONSTRAINT \"notes_code_key\""),
                        it -> assertThat(it).startsWith("UPDATE of table order_lines in batches of"),
                        it -> assertThat(it).startsWith("CREATE TABLE by_hand"),
                        it -> assertThat(it).contains("by_hand").contains("depends on what was done before it"));
        assertThat(query("SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace ORDER BY 1"))
                .isEqualTo(before);
        migrator.apply();
        assertThat(query(
                        "SELECT conname FROM pg_constraint WHERE conrelid = 'order_lines'::regclass AND contype = 'f'"))
                .isEmpty();
    }
}
