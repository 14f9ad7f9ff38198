package dev.mhc.migrations.dialect.sqlite;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** The statements that build the live schema again. */
final class SqliteDefinition {

    private static final String NAMES = "SELECT name FROM main.sqlite_schema WHERE type IN ('table', 'view')"
            + " AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"
            + " AND name NOT IN (SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'shadow')";

    /** A virtual table makes its shadow tables itself. */
    private static final String DEFINITIONS = "SELECT s.sql FROM main.sqlite_schema s"
            + " WHERE s.sql IS NOT NULL AND s.name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"
            + " AND s.tbl_name NOT IN (SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'shadow')"
            + " ORDER BY CASE s.type WHEN 'table' THEN 1 WHEN 'index' THEN 2 WHEN 'view' THEN 3 ELSE 4 END, s.rowid";

    private SqliteDefinition() {}

    static List<String> read(Connection connection) throws SQLException {
        return SqliteQuery.texts(connection, DEFINITIONS);
    }

    /** The names of tables and views, virtual ones among them. */
    static List<String> objects(Connection connection) throws SQLException {
        return SqliteQuery.texts(connection, NAMES);
    }
}
