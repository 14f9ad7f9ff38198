package dev.mhc.migrations.operation;

import java.sql.Connection;

/** Work of a migration that SQL alone cannot do. */
@FunctionalInterface
public interface JdbcWork {

    /**
     * Works on the migration's own connection, inside its transaction. The connection refuses what would end the
     * transaction ({@code commit}, {@code rollback}, {@code close}, {@code setAutoCommit}); what is left open is closed.
     * The body may run more than once when a database asks for a migration to be repeated, so its effects must all be
     * in the database.
     *
     * @throws Exception to roll the whole migration back
     */
    void run(Connection connection) throws Exception;
}
