package dev.mhc.migrations.maven;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * What a connection reached.
 *
 * @param version of the server, for example {@code 17.4}
 * @param isEmpty whether nobody has made anything in the database
 * @param locks those that it takes to restore the database as it is
 */
record PostgresqlServer(String user, String database, String version, boolean isEmpty, LockTable locks) {

    private static final String QUERY = """
            SELECT session_user, pg_catalog.current_database(), pg_catalog.current_setting('server_version'), NOT EXISTS (
              SELECT FROM pg_catalog.pg_namespace n
              WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema' AND (
                n.nspname <> 'public'
                OR EXISTS (SELECT FROM pg_catalog.pg_class c WHERE c.relnamespace = n.oid)
                OR EXISTS (SELECT FROM pg_catalog.pg_proc p WHERE p.pronamespace = n.oid)
                OR EXISTS (SELECT FROM pg_catalog.pg_type t WHERE t.typnamespace = n.oid)))
            """;

    /** Asks the server. */
    static PostgresqlServer at(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return at(statement, LockTable.at(statement));
        }
    }

    private static PostgresqlServer at(Statement statement, LockTable locks) throws SQLException {
        try (ResultSet result = statement.executeQuery(QUERY)) {
            if (!result.next()) {
                throw new SQLException("The server did not say what it is");
            }
            return new PostgresqlServer(
                    result.getString(1), result.getString(2), result.getString(3), result.getBoolean(4), locks);
        }
    }
}
