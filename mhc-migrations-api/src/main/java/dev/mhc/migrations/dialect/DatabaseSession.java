package dev.mhc.migrations.dialect;

import java.sql.SQLException;

/** The transactions of one connection. Used by one thread. */
public interface DatabaseSession extends AutoCloseable {

    /**
     * Makes the connection fit for more than one query: what its last user left set changes no result any more, and
     * reading waits for other users of the database as long as the patience lasts.
     */
    default void prepare() throws SQLException {}

    /**
     * Where the history is, such that nothing else that the connection sees can stand in for it.
     *
     * @return the table as operations name it; before {@link #prepare}, as the user does
     */
    String history();

    /**
     * Waits until no other session is at work on what the history tells of, what a broken connection left behind
     * included, and keeps others out until this one is closed. Does nothing where a transaction alone does that.
     *
     * @throws dev.mhc.migrations.error.MigrationException if the patience ran out
     */
    default void exclude() throws SQLException {}

    /**
     * Begins a transaction that may write, waiting for other writers.
     *
     * @param kind what it may do
     * @throws dev.mhc.migrations.error.MigrationException if the patience ran out
     */
    void begin(TransactionKind kind) throws SQLException;

    /** Takes back what a migration's statements in the open transaction have set for more than themselves. */
    default void regain() throws SQLException {}

    /**
     * Commits. When this returns, the changes are there to stay.
     *
     * @throws dev.mhc.migrations.error.MigrationException if others kept the database busy until the patience ran out,
     *     or if rows would reference nothing that were in order before; the transaction was rolled back
     * @throws SQLException if nobody knows whether the changes are there
     */
    void commit() throws SQLException;

    /** Rolls back what was begun; does nothing if nothing was, or if the database has done it already. */
    void rollback();

    /** Rolls back, and gives the connection back as it was lent: auto-commit mode and settings restored. */
    @Override
    void close();
}
