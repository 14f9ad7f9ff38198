package dev.mhc.migrations.dialect.sqlite;

import static dev.mhc.migrations.dialect.SqlWriter.identifier;

import dev.mhc.migrations.dialect.Step;
import dev.mhc.migrations.dialect.Step.Routine;
import dev.mhc.migrations.error.ErrorCode;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Finds the views and triggers that mention a column, before it is dropped. SQLite would not always complain: a name in
 * double quotes that no column has any more is a text to it, and the view goes on with another meaning. So SQLite is asked
 * to rename the column first, which it does in all that mentions it, and to take that back.
 *
 * @see <a href="https://www.sqlite.org/quirks.html#dblquote">SQLite on texts in double quotes</a>
 */
final class ColumnMentions {

    private static final String SAVEPOINT = "mhc_mentions";

    private ColumnMentions() {}

    /** A step that refuses to go on while a view or trigger mentions the column. */
    static Step refuse(String table, String column) {
        return new Routine(
                "check that no view or trigger uses " + table + "." + column,
                (connection, progress) -> refuse(connection, table, column));
    }

    private static void refuse(Connection connection, String table, String column) throws SQLException {
        Map<String, String> before = objects(connection);
        if (before.isEmpty()) {
            return;
        }
        SqliteQuery.execute(connection, "SAVEPOINT " + SAVEPOINT);
        Map<String, String> after;
        try {
            SqliteQuery.execute(
                    connection,
                    "ALTER TABLE main." + identifier(table) + " RENAME COLUMN " + identifier(column)
                            + " TO mhc_dropped_column");
            after = objects(connection);
        } catch (SQLException notRenamed) {
            if (!SqliteFailures.isOfStatement(notRenamed)) {
                throw notRenamed;
            }
            // SQLite renames no column that is called like the rowid; then every object with both names counts.
            after = new LinkedHashMap<>(before);
            after.values().removeIf(sql -> Expressions.mention(sql, column) && Expressions.mention(sql, table));
        }
        SqliteQuery.execute(connection, "ROLLBACK TO " + SAVEPOINT);
        SqliteQuery.execute(connection, "RELEASE " + SAVEPOINT);
        for (Map.Entry<String, String> object : before.entrySet()) {
            if (!object.getValue().equals(after.get(object.getKey()))) {
                throw ErrorCode.COLUMN_IN_USE.with(
                        table,
                        column,
                        object.getKey() + " mentions it",
                        "Drop that before the alterTable in the same migration, and create it again afterwards as it"
                                + " should be.");
            }
        }
    }

    private static Map<String, String> objects(Connection connection) throws SQLException {
        Map<String, String> objects = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT type || ' ' || name, sql FROM main.sqlite_schema"
                        + " WHERE type IN ('view', 'trigger') ORDER BY rowid")) {
            while (rows.next()) {
                objects.put(rows.getString(1), rows.getString(2));
            }
        }
        return objects;
    }
}
