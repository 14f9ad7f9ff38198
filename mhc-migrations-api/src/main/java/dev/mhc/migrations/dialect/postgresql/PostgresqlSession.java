package dev.mhc.migrations.dialect.postgresql;

import dev.mhc.migrations.dialect.DatabaseSession;
import dev.mhc.migrations.dialect.TransactionKind;
import dev.mhc.migrations.error.ErrorCode;
import dev.mhc.migrations.error.MigrationException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/**
 * Transactions under a lock that belongs to the session, not to a transaction: what cannot run in a transaction needs it
 * too. One connection locks and works, so a lock that is lost with its connection takes the work along. Between transactions
 * the connection is in auto-commit mode.
 */
final class PostgresqlSession implements DatabaseSession {

    private static final Logger LOGGER = System.getLogger(PostgresqlSession.class.getName());

    /** Whoever waits for a lock makes all others wait behind it, readers too; so the wait is short, and tried again. */
    private static final Duration LOCK_TIMEOUT = Duration.ofSeconds(2);

    /** What the driver says of a change that is only possible between transactions. */
    private static final String ACTIVE_TRANSACTION = "25001";

    private final Connection connection;
    private final Duration patience;
    private final String history;
    private final boolean lentInAutoCommit;
    private Optional<PostgresqlSettings> lent = Optional.empty();
    private Optional<HistoryPlace> place = Optional.empty();
    private Optional<AdvisoryLock> lock = Optional.empty();
    private boolean begun;

    private PostgresqlSession(Connection connection, Duration patience, String history, boolean lentInAutoCommit) {
        this.connection = connection;
        this.patience = patience;
        this.history = history;
        this.lentInAutoCommit = lentInAutoCommit;
    }

    /** Sends nothing: most sessions only read one row of the history. */
    static PostgresqlSession open(Connection connection, Duration patience, String history) throws SQLException {
        requireOutsideTransaction(connection);
        boolean autoCommit = connection.getAutoCommit();
        if (!autoCommit) {
            connection.setAutoCommit(true);
        }
        return new PostgresqlSession(connection, patience, history, autoCommit);
    }

    /** The driver knows whether a transaction is open, and tells it only by what it refuses then. */
    private static void requireOutsideTransaction(Connection connection) throws SQLException {
        try {
            connection.setReadOnly(connection.isReadOnly());
        } catch (SQLException failure) {
            if (ACTIVE_TRANSACTION.equals(failure.getSQLState())) {
                throw ErrorCode.INSIDE_TRANSACTION.causedBy(failure, connection.getCatalog());
            }
            throw failure;
        }
    }

    @Override
    public String history() {
        return place.map(HistoryPlace::name).orElse(history);
    }

    @Override
    public void prepare() throws SQLException {
        if (lent.isPresent()) {
            return;
        }
        PostgresqlSettings settings = PostgresqlSettings.of(connection);
        lent = Optional.of(settings);
        settings.pin(connection);
        place = Optional.of(HistoryPlace.find(connection, history));
    }

    @Override
    public void exclude() throws SQLException {
        prepare();
        if (lock.isEmpty()) {
            AdvisoryLock taken = AdvisoryLock.of(connection, history());
            taken.take(patience);
            lock = Optional.of(taken);
        }
    }

    @Override
    public void begin(TransactionKind kind) throws SQLException {
        if (begun) {
            throw new IllegalStateException("A transaction has begun already");
        }
        exclude();
        begun = true;
        boolean ready = false;
        try {
            connection.setAutoCommit(false);
            lock.orElseThrow().requireHeld();
            PostgresqlSettings.enter(connection, LOCK_TIMEOUT.compareTo(patience) < 0 ? LOCK_TIMEOUT : patience);
            ready = true;
        } finally {
            if (!ready) {
                rollback();
            }
        }
    }

    @Override
    public void regain() throws SQLException {
        try {
            lent.orElseThrow().regain(connection);
        } catch (SQLException failure) {
            // That the transaction is lost is told by whoever asks for it.
            if (!PostgresqlFailures.isLostTransaction(failure)) {
                throw failure;
            }
        }
    }

    @Override
    public void commit() throws SQLException {
        if (!begun) {
            throw new IllegalStateException("No transaction has begun");
        }
        try {
            lock.orElseThrow().requireHeld();
        } catch (MigrationException e) {
            rollback();
            throw e;
        }
        connection.commit();
        begun = false;
        // What is committed is committed; a connection that fails now is found broken by whoever uses it next.
        attempt("The connection stays without auto-commit", () -> connection.setAutoCommit(true));
    }

    @Override
    public void rollback() {
        if (!begun) {
            return;
        }
        begun = false;
        if (isClosed()) {
            return;
        }
        boolean ended = attempt("A transaction could not be rolled back", connection::rollback)
                && attempt("The connection stays without auto-commit", () -> connection.setAutoCommit(true));
        if (!ended) {
            discard();
        }
    }

    /** Something that gives a connection back as it was lent. */
    @FunctionalInterface
    private interface Restoring {
        void restore() throws SQLException;
    }

    /** A failure must hide neither the result nor the failure that came before it. */
    private static boolean attempt(String otherwise, Restoring restoring) {
        try {
            restoring.restore();
            return true;
        } catch (SQLException | MigrationException failure) {
            LOGGER.log(Level.WARNING, otherwise, failure);
            return false;
        }
    }

    @Override
    public void close() {
        rollback();
        if (isClosed()) {
            return;
        }
        boolean restored = true;
        if (lock.isPresent()) {
            restored = attempt(
                    "The lock was not let go of; it ends with its connection",
                    () -> lock.orElseThrow().release());
        }
        if (lent.isPresent()) {
            restored &= attempt(
                    "The connection is given back with other settings",
                    () -> lent.orElseThrow().restore(connection));
        }
        restored &= attempt(
                "The connection is given back in another auto-commit mode",
                () -> connection.setAutoCommit(lentInAutoCommit));
        if (!restored) {
            discard();
        }
    }

    /** Given back to a pool, it would keep the lock, or a transaction, or settings that surprise others. */
    private void discard() {
        attempt(
                "The connection could not be closed",
                () -> connection.unwrap(Connection.class).close());
    }

    private boolean isClosed() {
        try {
            return connection.isClosed();
        } catch (SQLException unknown) {
            return false;
        }
    }
}
