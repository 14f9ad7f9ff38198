package dev.mhc.migrations.dialect.sqlite;

import dev.mhc.migrations.dialect.SqlWriter;
import dev.mhc.migrations.error.ErrorCode;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * What a connection has besides its database. A name in a statement may mean a temporary table, or a table of an attached
 * database, just as well as one of the database that is migrated.
 */
final class SqliteSurroundings {

    private static final String TEMPORARY =
            "SELECT type, name FROM temp.sqlite_schema WHERE type IN ('table', 'view', 'trigger')";

    private static final String FOUND = "SELECT 'the temporary ' || type || ' ' || name FROM (" + TEMPORARY + ")"
            + " UNION ALL SELECT 'the attached database ' || name FROM pragma_database_list"
            + " WHERE name NOT IN ('main', 'temp')";

    private SqliteSurroundings() {}

    /**
     * Refuses a connection that has anything besides its database.
     *
     * @throws dev.mhc.migrations.error.MigrationException naming all of it
     */
    static void requireNone(Connection connection) throws SQLException {
        List<String> found = SqliteQuery.texts(connection, FOUND);
        if (!found.isEmpty()) {
            throw ErrorCode.CONNECTION_NOT_CLEAN.with(SqliteFailures.database(connection), String.join(", ", found));
        }
    }

    /** Drops the temporary objects that a migration left. */
    static void clear(Connection connection) throws SQLException {
        List<String> drops = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            try (ResultSet rows = statement.executeQuery(TEMPORARY)) {
                while (rows.next()) {
                    drops.add(
                            "DROP " + rows.getString(1) + " IF EXISTS temp." + SqlWriter.identifier(rows.getString(2)));
                }
            }
            for (String drop : drops) {
                statement.execute(drop);
            }
        }
    }
}
