package dev.mhc.migrations.engine;

import dev.mhc.migrations.dialect.DatabaseFile;
import dev.mhc.migrations.dialect.Dialect;
import dev.mhc.migrations.error.ErrorCode;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;

/**
 * Where connections come from, and how failures that nobody else understood are told.
 *
 * @param patience how long to wait for other users of the database
 * @param history the name of the history table, as the user gives it
 */
record Leases(DataSource dataSource, Duration patience, String history) {

    /** What a call does with a connection. */
    @FunctionalInterface
    interface Use<T> {
        T with(Lease lease) throws SQLException;
    }

    /** What a call does with a database that is a file. */
    @FunctionalInterface
    interface FileUse<T> {
        T with(Lease lease, DatabaseFile file) throws SQLException;
    }

    /** A connection that the caller closes. */
    Lease open() throws SQLException {
        return Lease.of(dataSource, patience, history);
    }

    /** Lends a connection that is fit for more than one query. */
    <T> T prepared(Use<T> use) {
        return lent(lease -> {
            lease.session().prepare();
            return use.with(lease);
        });
    }

    /** Lends a connection as it is. */
    <T> T lent(Use<T> use) {
        try (Lease lease = open()) {
            try {
                return use.with(lease);
            } catch (SQLException e) {
                throw lease.dialect()
                        .unusable(e, lease.connection())
                        .orElseGet(() -> ErrorCode.DATABASE_FAILED.causedBy(e, e.getMessage(), lease.advice(e)));
            }
        } catch (SQLException e) {
            throw ErrorCode.CONNECTION_FAILED.causedBy(e, e.getMessage());
        }
    }

    /**
     * Lends a connection to a database that is a file.
     *
     * @throws dev.mhc.migrations.error.MigrationException if it is none
     */
    <T> T toFile(FileUse<T> use) {
        requireFile();
        return prepared(lease ->
                use.with(lease, lease.dialect().file(lease.connection()).orElseThrow()));
    }

    /** Asks before a session is opened, which some databases do not have. */
    private void requireFile() {
        Connection connection = Lease.borrow(dataSource);
        try {
            Dialect dialect = Dialects.of(connection);
            if (dialect.file(connection).isEmpty()) {
                throw ErrorCode.NO_DATABASE_FILE.with(dialect.name(), dialect.backupTool());
            }
        } catch (SQLException e) {
            throw ErrorCode.CONNECTION_FAILED.causedBy(e, e.getMessage());
        } finally {
            Lease.giveBack(connection);
        }
    }
}
