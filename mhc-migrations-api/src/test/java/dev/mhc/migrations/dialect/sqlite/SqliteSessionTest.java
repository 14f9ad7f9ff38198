package dev.mhc.migrations.dialect.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mhc.migrations.dialect.DatabaseSession;
import dev.mhc.migrations.dialect.TransactionKind;
import dev.mhc.migrations.error.ErrorCode;
import dev.mhc.migrations.error.MigrationException;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SqliteSessionTest {

    private static final Duration SHORT = Duration.ofMillis(150);
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final String SETTINGS =
            "SELECT * FROM pragma_foreign_keys, pragma_legacy_alter_table, pragma_busy_timeout";

    @TempDir
    Path folder;

    private Path file;
    private Database ours;
    private Database theirs;

    @BeforeEach
    void open() throws SQLException {
        file = folder.resolve("session.db");
        ours = Database.open(file)
                .execute("CREATE TABLE t (id INTEGER PRIMARY KEY, v TEXT)", "INSERT INTO t VALUES (1, 'a')");
        theirs = Database.open(file).execute("PRAGMA busy_timeout = 50");
    }

    @AfterEach
    void close() throws SQLException {
        theirs.close();
        ours.close();
    }

    private DatabaseSession session(Duration patience) throws SQLException {
        return ours.dialect.open(ours.connection, patience, "mhc_history");
    }

    @Test
    void open_sendsNothingToAConnectionInAutoCommitMode() throws SQLException {
        List<String> calls = new ArrayList<>();
        Connection watched = (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    calls.add(method.getName());
                    try {
                        return method.invoke(ours.connection, arguments);
                    } catch (InvocationTargetException failure) {
                        throw failure.getCause();
                    }
                });

        ours.dialect.open(watched, LONG, "mhc_history").close();

        assertThat(calls).doesNotContain("createStatement", "prepareStatement", "prepareCall", "commit", "rollback");
    }

    @Test
    void committedWork_isThereForOthers_andRolledBackWorkIsNot() throws SQLException {
        try (DatabaseSession session = session(LONG)) {
            session.begin(TransactionKind.ORDINARY);
            ours.execute("INSERT INTO t VALUES (2, 'b')");
            session.commit();
            session.begin(TransactionKind.ORDINARY);
            ours.execute("INSERT INTO t VALUES (3, 'c')", "CREATE TABLE u (x)");
            session.rollback();
            session.begin(new TransactionKind(true, false));
            ours.execute("INSERT INTO t VALUES (4, 'd')");
        }

        assertThat(theirs.rows("SELECT id FROM t")).containsExactly("1", "2");
        assertThat(theirs.rows("SELECT name FROM sqlite_schema")).containsExactly("t");
    }

    @Test
    void afterCommit_noLockIsKept() throws SQLException {
        try (DatabaseSession session = session(LONG)) {
            session.begin(TransactionKind.ORDINARY);
            ours.execute("INSERT INTO t VALUES (2, 'b')");
            session.commit();
            assertThatCode(() -> theirs.execute("INSERT INTO t VALUES (3, 'c')"))
                    .doesNotThrowAnyException();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"DELETE", "WAL"})
    void databaseKeptLocked_isReportedWhenThePatienceEnds(String journal) throws SQLException {
        theirs.execute("PRAGMA journal_mode = " + journal, "BEGIN IMMEDIATE");
        try (DatabaseSession session = session(SHORT)) {
            assertThatThrownBy(() -> session.begin(TransactionKind.ORDINARY))
                    .isInstanceOf(MigrationException.class)
                    .hasMessageStartingWith("[DatabaseBusy]")
                    .hasMessageContaining(file.toString())
                    .hasMessageContaining("0.15 seconds");
            theirs.execute("COMMIT");
            session.begin(TransactionKind.ORDINARY);
            session.commit();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"DELETE", "WAL"})
    void begin_waitsForAWriter(String journal) throws Exception {
        ExecutorService other = Executors.newSingleThreadExecutor();
        theirs.execute("PRAGMA journal_mode = " + journal, "BEGIN IMMEDIATE", "INSERT INTO t VALUES (2, 'b')");
        CountDownLatch started = new CountDownLatch(1);
        try (DatabaseSession session = session(LONG)) {
            Future<List<String>> seen = other.submit(() -> {
                started.countDown();
                session.begin(TransactionKind.ORDINARY);
                List<String> rows = ours.rows("SELECT id FROM t");
                session.commit();
                return rows;
            });
            started.await();
            theirs.execute("COMMIT");
            assertThat(seen.get()).containsExactly("1", "2");
        } finally {
            other.shutdownNow();
        }
    }

    @Test
    void commitBehindAReader_isSentAgainUntilItSucceeds() throws Exception {
        ExecutorService other = Executors.newSingleThreadExecutor();
        theirs.execute("BEGIN");
        assertThat(theirs.rows("SELECT id FROM t")).hasSize(1);
        CountDownLatch started = new CountDownLatch(1);
        try (DatabaseSession session = session(LONG)) {
            session.begin(TransactionKind.ORDINARY);
            ours.execute("INSERT INTO t VALUES (2, 'b')");
            Future<?> commit = other.submit(() -> {
                started.countDown();
                session.commit();
                return null;
            });
            started.await();
            theirs.execute("COMMIT");
            commit.get();
        } finally {
            other.shutdownNow();
        }
        assertThat(theirs.rows("SELECT id FROM t")).containsExactly("1", "2");
    }

    @Test
    void commitBehindAReaderThatStays_isRolledBackAndReported() throws SQLException {
        theirs.execute("BEGIN");
        assertThat(theirs.rows("SELECT id FROM t")).hasSize(1);
        try (DatabaseSession session = session(SHORT)) {
            session.begin(TransactionKind.ORDINARY);
            ours.execute("INSERT INTO t VALUES (2, 'b')");
            assertThatThrownBy(session::commit).hasMessageStartingWith("[DatabaseBusy]");
            theirs.execute("COMMIT");
        }
        assertThat(theirs.rows("SELECT id FROM t")).containsExactly("1");
    }

    @Test
    void commitBehindAReaderInWalMode_succeedsAtOnce() throws SQLException {
        theirs.execute("PRAGMA journal_mode = WAL", "BEGIN");
        assertThat(theirs.rows("SELECT id FROM t")).hasSize(1);
        try (DatabaseSession session = session(SHORT)) {
            session.begin(TransactionKind.ORDINARY);
            ours.execute("INSERT INTO t VALUES (2, 'b')");
            session.commit();
        }
        theirs.execute("COMMIT");
        assertThat(theirs.rows("SELECT id FROM t")).containsExactly("1", "2");
    }

    @Test
    void settings_areAsTheWorkNeedsThem() throws SQLException {
        ours.execute("PRAGMA legacy_alter_table = ON");
        try (DatabaseSession session = session(LONG)) {
            session.begin(TransactionKind.ORDINARY);
            assertThat(ours.rows("SELECT * FROM pragma_foreign_keys, pragma_legacy_alter_table"))
                    .containsExactly("1|0");
            session.commit();
            session.begin(new TransactionKind(true, false));
            assertThat(ours.value("PRAGMA foreign_keys")).isEqualTo("0");
            session.commit();
            session.begin(TransactionKind.ORDINARY);
            assertThat(ours.value("PRAGMA foreign_keys")).isEqualTo("1");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void connection_isGivenBackAsItWasLent(boolean on) throws SQLException {
        String setting = on ? "ON" : "OFF";
        ours.execute(
                "PRAGMA foreign_keys = " + setting,
                "PRAGMA legacy_alter_table = " + setting,
                "PRAGMA busy_timeout = 4321");
        List<String> before = ours.rows(SETTINGS);
        ours.connection.setAutoCommit(on);

        try (DatabaseSession session = session(LONG)) {
            session.begin(new TransactionKind(on, true));
            ours.execute("INSERT INTO t VALUES (2, 'b')", "PRAGMA legacy_alter_table = ON");
            session.commit();
            session.begin(new TransactionKind(!on, true));
            ours.execute("INSERT INTO t VALUES (3, 'c')");
        }

        assertThat(ours.connection.getAutoCommit()).isEqualTo(on);
        assertThat(ours.rows(SETTINGS)).isEqualTo(before);
        assertThat(ours.rows("SELECT id FROM t")).containsExactly("1", "2");
    }

    @Test
    void connectionOutsideAutoCommitMode_isTakenWhileItsTransactionIsUnused() throws SQLException {
        ours.connection.setAutoCommit(false);
        try (DatabaseSession session = session(LONG)) {
            session.begin(TransactionKind.ORDINARY);
            ours.execute("INSERT INTO t VALUES (2, 'b')");
            session.commit();
        }
        assertThat(theirs.rows("SELECT id FROM t")).containsExactly("1", "2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"INSERT INTO t VALUES (2, 'b')", "SELECT * FROM t"})
    void connectionInsideAUsedTransaction_isRefusedAndTheTransactionLeftAlone(String use) throws SQLException {
        ours.connection.setAutoCommit(false);
        ours.execute(use);

        assertThatThrownBy(() -> session(LONG))
                .hasMessageStartingWith("[InsideTransaction]")
                .hasMessageContaining(file.toString());

        assertThat(ours.connection.getAutoCommit()).isFalse();
        ours.execute("INSERT INTO t VALUES (3, 'c')");
        ours.connection.commit();
        assertThat(theirs.rows("SELECT id FROM t")).contains("1", "3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"BEGIN", "BEGIN IMMEDIATE", "SAVEPOINT s"})
    void transactionBegunByHand_isRefusedAndLeftAlone(String begin) throws SQLException {
        ours.execute(
                "PRAGMA legacy_alter_table = ON", "PRAGMA busy_timeout = 4321", begin, "INSERT INTO t VALUES (2, 'b')");
        List<String> before = ours.rows(SETTINGS);

        try (DatabaseSession session = session(LONG)) {
            assertThatThrownBy(() -> session.begin(TransactionKind.ORDINARY))
                    .isInstanceOfSatisfying(
                            MigrationException.class,
                            refused -> assertThat(refused.code()).isEqualTo(ErrorCode.INSIDE_TRANSACTION));
        }

        assertThat(ours.rows(SETTINGS)).isEqualTo(before);
        ours.execute("COMMIT");
        assertThat(theirs.rows("SELECT id FROM t")).containsExactly("1", "2");
    }

    @Test
    void transactionThatTheDatabaseHasEnded_isRolledBackWithoutHarm() throws SQLException {
        try (DatabaseSession session = session(LONG)) {
            session.begin(TransactionKind.ORDINARY);
            ours.execute("INSERT INTO t VALUES (2, 'b')");
            assertThatThrownBy(() -> ours.execute("INSERT OR ROLLBACK INTO t VALUES (1, 'again')"))
                    .isInstanceOf(SQLException.class);
            session.rollback();
            session.rollback();
            session.begin(TransactionKind.ORDINARY);
            ours.execute("INSERT INTO t VALUES (3, 'c')");
            session.commit();
        }
        assertThat(theirs.rows("SELECT id FROM t")).containsExactly("1", "3");
    }

    @Test
    void commitOfATransactionThatIsGone_failsAsUnknown() throws SQLException {
        try (DatabaseSession session = session(LONG)) {
            session.begin(TransactionKind.ORDINARY);
            ours.execute("ROLLBACK");
            assertThatThrownBy(session::commit).isInstanceOf(SQLException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"DELETE", "WAL"})
    void databaseThatCannotBeWritten_isReportedBeforeAnythingIsDone(String journal) throws SQLException {
        theirs.execute("PRAGMA journal_mode = " + journal);
        try (Connection readOnly = DriverManager.getConnection("jdbc:sqlite:file:" + file + "?mode=ro");
                DatabaseSession session = ours.dialect.open(readOnly, LONG, "mhc_history")) {
            assertThatThrownBy(() -> session.begin(TransactionKind.ORDINARY))
                    .hasMessageStartingWith("[ReadOnlyDatabase]")
                    .hasMessageContaining(file.toString());
        }
    }

    @Test
    void readOnlyConnection_isReported() throws SQLException {
        ours.execute("PRAGMA query_only = ON");
        try (DatabaseSession session = session(LONG)) {
            assertThatThrownBy(() -> session.begin(TransactionKind.ORDINARY))
                    .hasMessageStartingWith("[ReadOnlyDatabase]");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void fileThatIsNoDatabase_isReportedAndItsBytesLeftAlone(boolean autoCommit) throws SQLException, IOException {
        Path notes = folder.resolve("notes.txt");
        Files.writeString(notes, "These are notes and no database.\n".repeat(200));
        byte[] before = Files.readAllBytes(notes);
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + notes)) {
            connection.setAutoCommit(autoCommit);
            assertThatThrownBy(() -> {
                        try (DatabaseSession session = ours.dialect.open(connection, LONG, "mhc_history")) {
                            session.begin(TransactionKind.ORDINARY);
                        }
                    })
                    .hasMessageStartingWith("[NotADatabase]")
                    .hasMessageContaining("notes.txt");
        }
        assertThat(Files.readAllBytes(notes)).isEqualTo(before);
    }

    @Test
    void closedConnection_isNoTrouble() throws SQLException {
        DatabaseSession session = session(LONG);
        session.begin(TransactionKind.ORDINARY);
        ours.execute("INSERT INTO t VALUES (2, 'b')");
        ours.connection.close();
        session.close();
        assertThat(theirs.rows("SELECT id FROM t")).containsExactly("1");
    }

    @Test
    void oldestSqlite_keepsTheSameRules() throws Exception {
        // Two copies of SQLite in one process do not see each other's locks, so both connections are of the oldest.
        Path old = folder.resolve("oldest.db");
        try (OldestSqlite oldest = OldestSqlite.load();
                Database other = Database.of(oldest.connect(old)).execute("CREATE TABLE t (id INTEGER PRIMARY KEY)");
                Database database = Database.of(oldest.connect(old))) {
            database.connection.setAutoCommit(false);
            try (DatabaseSession session = database.dialect.open(database.connection, SHORT, "mhc_history")) {
                session.begin(TransactionKind.ORDINARY);
                database.execute("INSERT INTO t VALUES (2)");
                session.commit();
                other.execute("BEGIN IMMEDIATE");
                assertThatThrownBy(() -> session.begin(new TransactionKind(true, false)))
                        .hasMessageStartingWith("[DatabaseBusy]");
                other.execute("COMMIT");
            }
            database.execute("INSERT INTO t VALUES (3)");
            assertThatThrownBy(() -> database.dialect.open(database.connection, SHORT, "mhc_history"))
                    .hasMessageStartingWith("[InsideTransaction]");
            database.connection.rollback();
            assertThat(other.rows("SELECT id FROM t")).containsExactly("2");
        }
    }
}
