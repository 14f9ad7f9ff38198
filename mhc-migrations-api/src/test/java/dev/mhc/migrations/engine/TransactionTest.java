package dev.mhc.migrations.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mhc.migrations.error.ErrorCode;
import dev.mhc.migrations.error.MigrationException;
import dev.mhc.migrations.operation.JdbcWork;
import dev.mhc.migrations.schema.ColumnType;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What happens inside and around a migration's transaction. Every database here has rows. */
class TransactionTest {

    @TempDir
    Path folder;

    private SqliteFile database;

    @BeforeEach
    void applyFirst() {
        database = SqliteFile.in(folder);
        database.migrator(first()).apply();
    }

    private static TestRegistry first() {
        return TestRegistry.app().table(1, "a");
    }

    private static TestRegistry withWork(JdbcWork work) {
        return first().reversible(
                        2,
                        "Work",
                        schema -> {
                            schema.sql("INSERT INTO a (name) VALUES ('before')");
                            schema.run("do the work", work);
                        },
                        schema -> {});
    }

    private void assertUntouched() throws SQLException {
        assertThat(database.query("SELECT name FROM a")).containsExactly("first");
        assertThat(database.history()).containsExactly("1|applied|app|1");
    }

    @Test
    void work_isCommittedWithItsMigration() throws Exception {
        database.migrator(withWork(connection -> {
                    try (PreparedStatement insert = connection.prepareStatement("INSERT INTO a (name) VALUES (?)")) {
                        for (String name : new String[] {"x", "y"}) {
                            insert.setString(1, name);
                            insert.addBatch();
                        }
                        insert.executeBatch();
                    }
                }))
                .apply();
        assertThat(database.query("SELECT name FROM a ORDER BY id")).containsExactly("first", "before", "x", "y");
    }

    @TestFactory
    Stream<DynamicTest> whatWouldEndTheTransaction_isRefused() {
        return Stream.<JdbcWork>of(
                        Connection::commit,
                        Connection::rollback,
                        Connection::close,
                        connection -> connection.setAutoCommit(true),
                        Connection::setSavepoint,
                        connection -> connection.unwrap(Connection.class),
                        connection -> connection.createStatement().execute("COMMIT"),
                        connection -> connection.createStatement().execute("/* hidden */ rollback"),
                        connection -> connection.prepareStatement("END").execute(),
                        connection -> connection.createStatement().addBatch("SAVEPOINT x"),
                        connection ->
                                connection.createStatement().getConnection().commit(),
                        connection -> connection.getMetaData().getConnection().commit(),
                        connection -> connection.createStatement().execute("DELETE FROM a; DELETE FROM a"))
                .map(work -> DynamicTest.dynamicTest("refused", () -> {
                    assertThatThrownBy(() -> database.migrator(withWork(work)).apply())
                            .isInstanceOf(MigrationException.class)
                            .extracting(e -> ((MigrationException) e).code())
                            .isIn(
                                    ErrorCode.REFUSED_IN_WORK,
                                    ErrorCode.TRANSACTION_WORD,
                                    ErrorCode.ONE_STATEMENT_AT_A_TIME);
                    assertUntouched();
                }));
    }

    @Test
    void aRefusalThatTheWorkSwallows_changesNothing() throws Exception {
        database.migrator(withWork(connection -> {
                    try {
                        connection.commit();
                    } catch (MigrationException ignored) {
                        connection.createStatement().execute("INSERT INTO a (name) VALUES ('after')");
                    }
                }))
                .apply();
        assertThat(database.query("SELECT name FROM a ORDER BY id")).containsExactly("first", "before", "after");
    }

    @Test
    void aTransactionThatTheDatabaseEnded_isNoticed_beforeTheNextStatementCommitsAlone() throws Exception {
        database.execute("CREATE UNIQUE INDEX a_name ON a (name)");
        assertThatThrownBy(() -> database.migrator(withWork(connection -> {
                            Statement statement = connection.createStatement();
                            try {
                                statement.execute("INSERT OR ROLLBACK INTO a (name) VALUES ('first')");
                            } catch (SQLException swallowed) {
                                statement.execute("INSERT INTO a (name) VALUES ('alone')");
                            }
                        }))
                        .apply())
                .hasMessageContaining("[TransactionLost]");
        assertUntouched();
    }

    @Test
    void aTransactionThatTheDatabaseEnded_isNoticed_whenTheWorkJustReturns() throws Exception {
        database.execute("CREATE UNIQUE INDEX a_name ON a (name)");
        assertThatThrownBy(() -> database.migrator(withWork(connection -> {
                            try {
                                connection
                                        .createStatement()
                                        .execute("INSERT OR ROLLBACK INTO a (name) VALUES ('first')");
                            } catch (SQLException swallowed) {
                                assertThat(swallowed.getMessage()).contains("UNIQUE");
                            }
                        }))
                        .apply())
                .hasMessageContaining("[TransactionLost]");
        assertUntouched();
    }

    @Test
    void aFailureThatTheTransactionSurvives_mayBeSwallowed() throws Exception {
        database.migrator(withWork(connection -> {
                    try {
                        connection.createStatement().execute("INSERT INTO nowhere VALUES (1)");
                    } catch (SQLException expected) {
                        connection.createStatement().execute("INSERT INTO a (name) VALUES ('instead')");
                    }
                }))
                .apply();
        assertThat(database.query("SELECT name FROM a ORDER BY id")).containsExactly("first", "before", "instead");
    }

    @Test
    void whatTheWorkLeftOpen_isClosed_soThatTheTableCanBeDropped() throws Exception {
        TestRegistry registry = first().reversible(
                        2,
                        "Read and drop",
                        schema -> {
                            schema.run("read without closing", connection -> {
                                ResultSet rows = connection.createStatement().executeQuery("SELECT * FROM a");
                                assertThat(rows.next()).isTrue();
                            });
                            schema.dropTable("a");
                        },
                        schema -> {});
        database.migrator(registry).apply();
        assertThat(database.tables()).containsExactly("mhc_history");
    }

    @Test
    void anErrorInTheWork_rollsBackAndNamesTheMigration() throws Exception {
        assertThatThrownBy(() ->
                        database.migrator(withWork(TransactionTest::recurse)).apply())
                .hasMessageContaining("[WorkFailed] Migration 2 (Work) failed in its JDBC work")
                .hasRootCauseInstanceOf(StackOverflowError.class);
        assertUntouched();
    }

    @SuppressWarnings("InfiniteRecursion")
    private static void recurse(Connection connection) {
        recurse(connection);
    }

    @Test
    void foreignKeys_areEnforcedWhateverThePoolSays_andTheConnectionComesBackAsItWas() throws Exception {
        TestRegistry registry = first().reversible(
                        2,
                        "Reference nothing",
                        schema -> {
                            schema.createTable("child", t -> {
                                t.id();
                                t.column("a_id", ColumnType.bigint()).notNull().references("a", "id");
                            });
                            schema.sql("INSERT INTO child (a_id) VALUES (99)");
                        },
                        schema -> {});
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA foreign_keys = OFF");
            statement.execute("PRAGMA busy_timeout = 1234");
            var pool = InterceptedDataSource.plain(() -> withoutClose(connection));
            assertThatThrownBy(() -> Migrator.builder(pool)
                            .registries(List.of(registry))
                            .build()
                            .apply())
                    .hasMessageContaining("FOREIGN KEY constraint failed");
            assertThat(pragma(statement, "foreign_keys")).isZero();
            assertThat(pragma(statement, "busy_timeout")).isEqualTo(1234);
            assertThat(connection.getAutoCommit()).isTrue();
        }
        assertUntouched();
    }

    private static int pragma(Statement statement, String name) throws SQLException {
        try (ResultSet rows = statement.executeQuery("PRAGMA " + name)) {
            return rows.getInt(1);
        }
    }

    private static Connection withoutClose(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                TransactionTest.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) ->
                        method.getName().equals("close") ? null : method.invoke(connection, arguments));
    }

    @Test
    void aConnectionInsideATransaction_isRefused_andItsWorkIsNotCommitted() throws Exception {
        for (boolean byDriver : new boolean[] {true, false}) {
            try (Connection connection = database.connect();
                    Statement statement = connection.createStatement()) {
                if (byDriver) {
                    connection.setAutoCommit(false);
                } else {
                    statement.execute("BEGIN");
                }
                statement.execute("INSERT INTO a (name) VALUES ('of somebody else')");
                var pool = InterceptedDataSource.plain(() -> withoutClose(connection));
                assertThatThrownBy(() -> Migrator.builder(pool)
                                .registries(List.of(first().table(2, "b")))
                                .build()
                                .apply())
                        .isInstanceOf(MigrationException.class)
                        .hasMessageContaining("transaction");
                assertUntouched();
                try (ResultSet rows = statement.executeQuery("SELECT count(*) FROM a")) {
                    assertThat(rows.getInt(1))
                            .as("their transaction is still theirs")
                            .isEqualTo(2);
                }
            }
        }
    }

    @Test
    void aPoolWithoutAutoCommit_works_andStaysWithoutAutoCommit() throws Exception {
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            var pool = InterceptedDataSource.plain(() -> withoutClose(connection));
            Migrator.builder(pool)
                    .registries(List.of(first().table(2, "b")))
                    .build()
                    .apply();
            assertThat(connection.getAutoCommit()).isFalse();
        }
        assertThat(database.tables()).contains("b");
    }

    @Test
    void aReaderAtCommit_isWaitedFor() throws Exception {
        try (Connection reader = database.connect();
                Statement statement = reader.createStatement()) {
            reader.setAutoCommit(false);
            ResultSet rows = statement.executeQuery("SELECT * FROM a");
            assertThat(rows.next()).isTrue();
            assertThatThrownBy(() -> database.builder(first().table(2, "b"))
                            .patience(Duration.ofMillis(300))
                            .build()
                            .apply())
                    .hasMessageContaining("[DatabaseBusy]");
            assertUntouched();
            reader.rollback();
        }
        database.migrator(first().table(2, "b")).apply();
        assertThat(database.tables()).contains("b");
    }

    @Test
    void commitThatFailsBeforeItHappened_isReportedAsNotCommitted() throws Exception {
        var failing = InterceptedDataSource.of(database::connect, new InterceptedDataSource.Interceptor() {
            @Override
            public void before(String sql) throws SQLException {
                if (sql.equals("COMMIT")) {
                    throw new SQLException("the line went dead");
                }
            }
        });
        assertThatThrownBy(() -> Migrator.builder(failing)
                        .registries(List.of(first().table(2, "b")))
                        .build()
                        .apply())
                .hasMessageContaining("[CommitFailed] The transaction of migration 2 (Create b) was not committed")
                .hasMessageContaining("the line went dead");
        assertUntouched();
    }

    @Test
    void commitThatFailsAfterItHappened_isFoundInTheHistory_andTheRunGoesOn() throws Exception {
        var failing = InterceptedDataSource.of(database::connect, new InterceptedDataSource.Interceptor() {
            @Override
            public void after(String sql) throws SQLException {
                if (sql.equals("COMMIT")) {
                    throw new SQLException("the line went dead");
                }
            }
        });
        MigrationReport report = Migrator.builder(failing)
                .registries(List.of(first().table(2, "b").table(3, "c")))
                .build()
                .apply();
        assertThat(report.migrations()).hasSize(2);
        assertThat(database.history()).containsExactly("1|applied|app|1", "2|applied|app|2", "3|applied|app|3");
    }

    @Test
    void metadataOfResultsAndParameters_isThereForWork() throws Exception {
        database.migrator(withWork(connection -> {
                    try (PreparedStatement select = connection.prepareStatement("SELECT name FROM a WHERE id = ?")) {
                        String name = select.getMetaData().getColumnName(1);
                        select.setInt(1, select.getParameterMetaData().getParameterCount());
                        try (ResultSet row = select.executeQuery();
                                PreparedStatement insert =
                                        connection.prepareStatement("INSERT INTO a (name) VALUES (?)")) {
                            insert.setString(
                                    1, name + " and " + row.getMetaData().getColumnCount());
                            insert.executeUpdate();
                        }
                    }
                }))
                .apply();
        assertThat(database.query("SELECT name FROM a ORDER BY id")).containsExactly("first", "before", "name and 1");
    }

    @Test
    void databaseThatIsBusyInTheMiddleOfARun_isNotSaidToBeUnchanged() throws Exception {
        try (Connection other = database.connect();
                Statement statement = other.createStatement()) {
            MigrationListener locking = new MigrationListener() {
                @Override
                public void finished(PlannedMigration migration, Duration duration) {
                    try {
                        statement.execute("BEGIN IMMEDIATE");
                    } catch (SQLException e) {
                        throw new IllegalStateException(e);
                    }
                }
            };
            Migrator migrator = database.builder(first().table(2, "b").table(3, "c"))
                    .listener(locking)
                    .patience(Duration.ofMillis(50))
                    .build();
            assertThatThrownBy(migrator::apply)
                    .hasMessageContaining("[DatabaseBusy]")
                    .hasMessageContaining("what was committed before stays")
                    .hasMessageNotContaining("Nothing was changed");
        }
        assertThat(database.history()).containsExactly("1|applied|app|1", "2|applied|app|2");
    }
}
