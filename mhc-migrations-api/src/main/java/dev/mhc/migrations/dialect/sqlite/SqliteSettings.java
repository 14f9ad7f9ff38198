package dev.mhc.migrations.dialect.sqlite;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The settings of a connection that a migration changes. They outlive a transaction, and a pool hands them to the next
 * borrower.
 */
record SqliteSettings(boolean foreignKeys, boolean legacyAlterTable, long busyTimeout) {

    static SqliteSettings of(Connection connection) throws SQLException {
        return new SqliteSettings(
                read(connection, "foreign_keys") != 0,
                read(connection, "legacy_alter_table") != 0,
                read(connection, "busy_timeout"));
    }

    /** Gives the connection these settings again. */
    void restore(Connection connection) throws SQLException {
        setForeignKeys(connection, foreignKeys);
        setLegacyAlterTable(connection, legacyAlterTable);
        setBusyTimeout(connection, busyTimeout);
    }

    /** Whether the connection took the setting; it never does inside a transaction. */
    static boolean setForeignKeys(Connection connection, boolean on) throws SQLException {
        execute(connection, "PRAGMA foreign_keys = " + (on ? "ON" : "OFF"));
        return (read(connection, "foreign_keys") != 0) == on;
    }

    /** Whether renaming a table leaves the references to it behind. */
    static void setLegacyAlterTable(Connection connection, boolean on) throws SQLException {
        execute(connection, "PRAGMA legacy_alter_table = " + (on ? "ON" : "OFF"));
    }

    static void setBusyTimeout(Connection connection, long milliseconds) throws SQLException {
        execute(connection, "PRAGMA busy_timeout = " + milliseconds);
    }

    private static long read(Connection connection, String setting) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("PRAGMA " + setting)) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
