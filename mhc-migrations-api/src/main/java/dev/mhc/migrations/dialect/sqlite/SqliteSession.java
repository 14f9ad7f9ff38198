package dev.mhc.migrations.dialect.sqlite;

import dev.mhc.migrations.dialect.DatabaseSession;
import dev.mhc.migrations.error.ErrorCode;
import dev.mhc.migrations.error.MigrationException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
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
    private final boolean lentInAutoCommit;
    private Optional<SqliteSettings> lent = Optional.empty();
    private boolean begun;

    private SqliteSession(Connection connection, Duration patience, boolean lentInAutoCommit) {
        this.connection = connection;
        this.patience = patience;
        this.lentInAutoCommit = lentInAutoCommit;
    }

    /** Sends nothing to a connection in auto-commit mode: most sessions only read one row of the history. */
    static SqliteSession open(Connection connection, Duration patience) throws SQLException {
        boolean autoCommit = connection.getAutoCommit();
        if (!autoCommit) {
            if (isInUsedTransaction(connection)) {
                throw ErrorCode.INSIDE_TRANSACTION.with(SqliteFailures.database(connection));
            }
            connection.rollback();
            connection.setAutoCommit(true);
        }
        return new SqliteSession(connection, patience, autoCommit);
    }

    /**
     * Without auto-commit the driver is always inside a transaction, and nothing tells whether it has been used; but a
     * checkpoint is refused as locked just in a transaction that has read or written.
     */
    private static boolean isInUsedTransaction(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA wal_checkpoint(PASSIVE)");
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
    public void begin(boolean mayRebuild) throws SQLException {
        if (begun) {
            throw new IllegalStateException("A transaction has begun already");
        }
        if (lent.isEmpty()) {
            lent = Optional.of(SqliteSettings.of(connection));
        }
        // A cascade must not reach into a table that is being rebuilt.
        boolean foreignKeys = !mayRebuild;
        boolean taken = SqliteSettings.setForeignKeys(connection, foreignKeys);
        SqliteSettings.setLegacyAlterTable(connection, false);
        beginImmediate();
        if (!taken) {
            rollback();
            throw ErrorCode.SETTING_REFUSED.with(
                    SqliteFailures.database(connection), "foreign_keys = " + (foreignKeys ? "ON" : "OFF"));
        }
    }

    private void beginImmediate() throws SQLException {
        try {
            if (!executePatiently("BEGIN IMMEDIATE")) {
                throw busy();
            }
            begun = true;
            touch();
        } catch (SQLException failure) {
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
        try (Statement statement = connection.createStatement()) {
            long version;
            try (ResultSet row = statement.executeQuery("PRAGMA user_version")) {
                version = row.next() ? row.getLong(1) : 0;
            }
            statement.execute("PRAGMA user_version = " + version);
        }
    }

    @Override
    public void commit() throws SQLException {
        if (!begun) {
            throw new IllegalStateException("No transaction has begun");
        }
        // A COMMIT that finds readers in its way keeps the transaction, and may be sent again.
        if (!executePatiently("COMMIT")) {
            rollback();
            throw busy();
        }
        begun = false;
    }

    /** Whether the statement succeeded before the patience ended. */
    private boolean executePatiently(String sql) throws SQLException {
        long deadline = System.nanoTime() + patience.toNanos();
        do {
            long left = Math.max(0, deadline - System.nanoTime());
            SqliteSettings.setBusyTimeout(connection, Math.min(Integer.MAX_VALUE, left / 1_000_000 + 1));
            try (Statement statement = connection.createStatement()) {
                statement.execute(sql);
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
        try (Statement statement = connection.createStatement()) {
            statement.execute("ROLLBACK");
        } catch (SQLException failure) {
            // The driver leaves a transaction by itself after a full disk or an OR ROLLBACK.
            LOGGER.log(Level.DEBUG, "Nothing to roll back", failure);
        }
    }

    @Override
    public void close() {
        rollback();
        try {
            if (connection.isClosed()) {
                return;
            }
            if (lent.isPresent()) {
                lent.get().restore(connection);
            }
            connection.setAutoCommit(lentInAutoCommit);
        } catch (SQLException failure) {
            LOGGER.log(Level.WARNING, "The connection could not be given back with its own settings", failure);
        }
    }
}
