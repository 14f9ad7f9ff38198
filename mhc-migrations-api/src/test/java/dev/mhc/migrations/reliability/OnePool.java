package dev.mhc.migrations.reliability;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** A pool of one connection, which it lends as the last borrower left it. */
final class OnePool {

    private static final List<String> SETTINGS = List.of(
            "foreign_keys",
            "legacy_alter_table",
            "busy_timeout",
            "query_only",
            "recursive_triggers",
            "ignore_check_constraints",
            "defer_foreign_keys",
            "reverse_unordered_selects",
            "writable_schema",
            "full_column_names",
            "short_column_names",
            "count_changes",
            "trusted_schema",
            "synchronous",
            "temp_store",
            "cell_size_check",
            "cache_size",
            "locking_mode",
            "journal_mode");

    private OnePool() {}

    static DataSource of(Connection connection) {
        Connection lent = (Connection) Proxy.newProxyInstance(
                OnePool.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("close")) {
                        return null;
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause() == null ? e : e.getCause();
                    }
                });
        return new FaultDriver.PlainDataSource(() -> lent);
    }

    /** All that the next borrower would notice. */
    static List<String> condition(Connection connection) throws SQLException {
        List<String> condition = new ArrayList<>();
        condition.add("auto-commit " + connection.getAutoCommit());
        try (Statement statement = connection.createStatement()) {
            for (String setting : SETTINGS) {
                condition.addAll(Fingerprint.rows(statement, setting + " ", "PRAGMA " + setting));
            }
            condition.addAll(Fingerprint.rows(
                    statement, "database ", "SELECT name, file FROM pragma_database_list WHERE name <> 'temp'"));
            condition.addAll(Fingerprint.rows(
                    statement, "temporary ", "SELECT type, name, sql FROM temp.sqlite_schema ORDER BY name"));
            condition.add("LIKE " + Fingerprint.rows(statement, "", "SELECT 'a' LIKE 'A'"));
        }
        condition.add("in a transaction " + isInTransaction(connection));
        return condition;
    }

    /** Only inside a transaction of its own can a connection not begin another one. */
    private static boolean isInTransaction(Connection connection) throws SQLException {
        if (!connection.getAutoCommit()) {
            return false;
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("BEGIN");
            statement.execute("ROLLBACK");
            return false;
        } catch (SQLException e) {
            if (String.valueOf(e.getMessage()).contains("within a transaction")) {
                return true;
            }
            throw e;
        }
    }
}
