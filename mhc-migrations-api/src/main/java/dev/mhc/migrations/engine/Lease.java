package dev.mhc.migrations.engine;

import dev.mhc.migrations.dialect.DatabaseSession;
import dev.mhc.migrations.dialect.Dialect;
import dev.mhc.migrations.error.ErrorCode;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;

/** A borrowed connection with its dialect and its session. Given back as it was lent. */
record Lease(Connection connection, Dialect dialect, DatabaseSession session) implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Migrator.class.getName());

    static Lease of(DataSource dataSource, Duration patience, String history) throws SQLException {
        Connection connection = borrow(dataSource);
        try {
            Dialect dialect = Dialects.of(connection);
            return new Lease(connection, dialect, dialect.open(connection, patience, history));
        } catch (SQLException | RuntimeException e) {
            giveBack(connection);
            throw e;
        }
    }

    /** A connection without a session, for what some databases do not have. */
    static Connection borrow(DataSource dataSource) {
        try {
            return dataSource.getConnection();
        } catch (SQLException | LinkageError e) {
            throw Dialects.notLoaded(e).orElseGet(() -> ErrorCode.CONNECTION_FAILED.causedBy(e, e.getMessage()));
        }
    }

    /** What was done is done, and what failed has failed, whatever becomes of the connection. */
    static void giveBack(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            LOG.log(System.Logger.Level.WARNING, "The connection could not be closed", e);
        }
    }

    /** The history table as SQL has it. */
    String history() {
        return dialect.qualified(session.history());
    }

    /** What to do about a failure, on a line of its own; empty where nothing is known. */
    String advice(SQLException failure) {
        return advice(dialect, failure);
    }

    /** Like {@link #advice(SQLException)}, for a connection that is not a lease. */
    static String advice(Dialect dialect, SQLException failure) {
        return dialect.adviceFor(failure).map(advice -> "\n" + advice).orElse("");
    }

    @Override
    public void close() {
        session.close();
        giveBack(connection);
    }
}
