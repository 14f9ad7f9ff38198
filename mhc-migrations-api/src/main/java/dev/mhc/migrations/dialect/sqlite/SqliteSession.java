package dev.mhc.migrations.dialect.sqlite;

import dev.mhc.migrations.dialect.DatabaseSession;
import dev.mhc.migrations.dialect.TransactionKind;
import dev.mhc.migrations.dialect.sqlite.SqliteSettings.Setting;
import dev.mhc.migrations.error.ErrorCode;
import dev.mhc.migrations.error.MigrationException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Transactions whose {@code BEGIN IMMEDIATE} and {@code COMMIT} are sent by hand, the driver being in auto-commit mode:
 * JDBC's own {@code commit} begins the next transaction at once and keeps a lock. A transaction that takes the write
 * lock only when it first writes fails when another one was faster, whatever the patience.
 *
 * @see <a href="https://www.sqlite.org/lang_transaction.html">SQLite on transactions</a>
 */
final class SqliteSession implements DatabaseSession {

    private static final Logger LOGGER = System.getLogger(SqliteSession.class.getName());

    private final Connection connection;
    private final Duration patience;
    private final String history;
    private final boolean lentInAutoCommit;
    private final List<String> lentDurability = new ArrayList<>();
    private Optional<SqliteSettings> lent = Optional.empty();
    private boolean durable;
    private Optional<WholeForeignKeys> before = Optional.empty();
    private boolean everBegun;
    private boolean begun;

    private SqliteSession(Connection connection, Duration patience, String history, boolean lentInAutoCommit) {
        this.connection = connection;
        this.patience = patience;
        this.history = history;
        this.lentInAutoCommit = lentInAutoCommit;
    }

    /** Sends nothing to a connection in auto-commit mode: most sessions only read one row of the history. */
    static SqliteSession open(Connection connection, Duration patience, String history) throws SQLException {
        boolean autoCommit = connection.getAutoCommit();
        if (!autoCommit) {
            if (isInUsedTransaction(connection)) {
                throw ErrorCode.INSIDE_TRANSACTION.with(SqliteFailures.database(connection));
            }
            connection.rollback();
            connection.setAutoCommit(true);
        }
        return new SqliteSession(connection, patience, history, autoCommit);
    }

    /**
     * Without auto-commit the driver is always inside a transaction, and nothing tells whether it has been used; but a
     * checkpoint is refused as locked just in a transaction that has read or written.
     */
    private static boolean isInUsedTransaction(Connection connection) throws SQLException {
        try {
            SqliteQuery.execute(connection, "PRAGMA wal_checkpoint(PASSIVE)");
            return false;
        } catch (SQLException failure) {
            Optional<MigrationException> unusable = SqliteFailures.ofDatabase(failure, connection);
            if (unusable.isPresent()) {
                throw unusable.get();
            }
            return SqliteFailures.isLocked(failure);
        }
    }

    @Override
    public String history() {
        return history;
    }

    @Override
    public void prepare() throws SQLException {
        if (lent.isEmpty()) {
            SqliteSettings settings = SqliteSettings.of(connection);
            lent = Optional.of(settings);
            settings.pin(connection);
        }
        setBusyTimeout(patience.toMillis());
    }

    private void setBusyTimeout(long milliseconds) throws SQLException {
        SqliteSettings.set(connection, Setting.BUSY_TIMEOUT, Math.min(Integer.MAX_VALUE, milliseconds));
    }

    @Override
    public void begin(TransactionKind kind) throws SQLException {
        if (begun) {
            throw new IllegalStateException("A transaction has begun already");
        }
        prepare();
        everBegun = true;
        // A cascade must not reach into a table that is being rebuilt.
        boolean foreignKeys = !kind.mayRebuild();
        boolean taken = SqliteSettings.setForeignKeys(connection, foreignKeys);
        SqliteSettings.set(connection, Setting.LEGACY_ALTER_TABLE, 0);
        beginImmediate();
        if (!taken) {
            rollback();
            throw ErrorCode.SETTING_REFUSED.with(
                    SqliteFailures.database(connection), "foreign_keys = " + (foreignKeys ? "ON" : "OFF"));
        }
        if (kind.mayRebuild() && kind.changesRows()) {
            captureForeignKeys();
        }
    }

    private void captureForeignKeys() throws SQLException {
        boolean captured = false;
        try {
            before = Optional.of(WholeForeignKeys.capture(connection));
            captured = true;
        } finally {
            if (!captured) {
                rollback();
            }
        }
    }

    private void requireNoOrphansAdded() throws SQLException {
        boolean kept = false;
        try {
            if (before.isPresent()) {
                before.get().requireNoneAdded();
            }
            kept = true;
        } finally {
            before = Optional.empty();
            if (!kept) {
                rollback();
            }
        }
    }

    private void beginImmediate() throws SQLException {
        try {
            if (!durable) {
                SqliteDurability.pin(connection, lentDurability);
                durable = true;
            }
            // Also if it reports a failure: nobody knows then whether it has begun.
            begun = true;
            if (!executePatiently("BEGIN IMMEDIATE")) {
                throw busy();
            }
            SqliteSurroundings.requireNone(connection);
            touch();
        } catch (MigrationException refusal) {
            rollback();
            throw refusal;
        } catch (SQLException failure) {
            begun &= !SqliteFailures.isInsideTransaction(failure);
            rollback();
            if (SqliteFailures.isInsideTransaction(failure)) {
                throw ErrorCode.INSIDE_TRANSACTION.causedBy(failure, SqliteFailures.database(connection));
            }
            Optional<MigrationException> unusable = SqliteFailures.ofDatabase(failure, connection);
            if (unusable.isPresent()) {
                throw unusable.get();
            }
            throw failure;
        }
    }

    /**
     * Writes the header as it is. {@code BEGIN IMMEDIATE} succeeds on a database that cannot be written; this fails
     * there, before anything else has been done. Every migration writes this page anyway.
     */
    private void touch() throws SQLException {
        long version = SqliteQuery.number(connection, "PRAGMA user_version");
        SqliteQuery.execute(connection, "PRAGMA user_version = " + version);
    }

    @Override
    public void commit() throws SQLException {
        if (!begun) {
            throw new IllegalStateException("No transaction has begun");
        }
        requireNoOrphansAdded();
        // A COMMIT that finds readers in its way keeps the transaction, and may be sent again.
        if (!executePatiently("COMMIT")) {
            rollback();
            throw busy();
        }
        begun = false;
        SqliteSurroundings.clear(connection);
    }

    /** Whether the statement succeeded before the patience ended. */
    private boolean executePatiently(String sql) throws SQLException {
        long deadline = System.nanoTime() + patience.toNanos();
        do {
            long left = Math.max(0, deadline - System.nanoTime());
            setBusyTimeout(left / 1_000_000 + 1);
            try {
                SqliteQuery.execute(connection, sql);
                return true;
            } catch (SQLException failure) {
                if (!SqliteFailures.isBusy(failure)) {
                    throw failure;
                }
            }
        } while (System.nanoTime() - deadline < 0);
        return false;
    }

    private MigrationException busy() {
        return ErrorCode.DATABASE_BUSY.with(
                SqliteFailures.database(connection), patience.toMillis() / 1000.0 + " seconds");
    }

    @Override
    public void rollback() {
        if (!begun) {
            return;
        }
        begun = false;
        before = Optional.empty();
        boolean rolledBack = twice("A transaction could not be rolled back", () -> {
            try {
                SqliteQuery.execute(connection, "ROLLBACK");
            } catch (SQLException failure) {
                // SQLite leaves a transaction by itself after a full disk or an OR ROLLBACK.
                if (!SqliteFailures.isOutsideTransaction(failure)) {
                    throw failure;
                }
            }
        });
        if (!rolledBack) {
            // Given back to a pool, it would keep its lock and take the work of others into its transaction.
            twice(
                    "The connection could not be closed",
                    () -> connection.unwrap(Connection.class).close());
        }
    }

    /** Something that gives a connection back as it was lent. */
    @FunctionalInterface
    private interface Restoring {
        void restore() throws SQLException;
    }

    /**
     * A pool would lend what is not restored to others, and one more try costs nothing. A failure must hide neither the
     * result nor the failure that came before it.
     */
    private static boolean twice(String otherwise, Restoring restoring) {
        try {
            restoring.restore();
            return true;
        } catch (SQLException first) {
            try {
                restoring.restore();
                return true;
            } catch (SQLException second) {
                LOGGER.log(Level.WARNING, otherwise, second);
                return false;
            }
        }
    }

    @Override
    public void close() {
        rollback();
        if (isClosed()) {
            return;
        }
        lent.ifPresent(settings -> settings.changed(everBegun)
                .forEach((setting, value) -> twice(
                        "The connection is given back with another value of " + setting,
                        () -> SqliteSettings.set(connection, setting, value))));
        lentDurability.forEach(setting -> twice(
                "The connection is given back without " + setting, () -> SqliteQuery.execute(connection, setting)));
        twice(
                "The connection is given back in another auto-commit mode",
                () -> connection.setAutoCommit(lentInAutoCommit));
    }

    private boolean isClosed() {
        try {
            return connection.isClosed();
        } catch (SQLException unknown) {
            return false;
        }
    }
}
