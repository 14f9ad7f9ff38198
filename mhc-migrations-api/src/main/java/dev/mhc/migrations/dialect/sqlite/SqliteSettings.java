package dev.mhc.migrations.dialect.sqlite;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;

/**
 * The settings of a connection that a migration depends on. They outlive a transaction, and a pool hands them to the next
 * borrower.
 */
record SqliteSettings(Map<Setting, Long> values) {

    /** What a pool may have set otherwise. */
    enum Setting {
        FOREIGN_KEYS,
        LEGACY_ALTER_TABLE,
        /** Rows that break a check would be taken. */
        IGNORE_CHECK_CONSTRAINTS,
        /** Rows that reference nothing would be noticed at COMMIT only, where nobody can tell whose they are. */
        DEFER_FOREIGN_KEYS,
        /** What SQLite keeps of a table could be overwritten, and errors in it would be overlooked. */
        WRITABLE_SCHEMA,
        /** INSERT, UPDATE and DELETE would answer with a row. */
        COUNT_CHANGES,
        /** The columns of a result would be called otherwise. */
        FULL_COLUMN_NAMES,
        BUSY_TIMEOUT
    }

    static SqliteSettings of(Connection connection) throws SQLException {
        Map<Setting, Long> values = new EnumMap<>(Setting.class);
        for (Setting setting : Setting.values()) {
            values.put(setting, read(connection, setting));
        }
        return new SqliteSettings(values);
    }

    /** Gives the connection the settings that every migration runs with. */
    void pin(Connection connection) throws SQLException {
        for (Setting setting : changed(false).keySet()) {
            if (setting != Setting.BUSY_TIMEOUT) {
                set(connection, setting, 0);
            }
        }
    }

    /**
     * What may have to be given back.
     *
     * @param inTransaction whether there was a transaction, in which anything may have been set
     */
    Map<Setting, Long> changed(boolean inTransaction) {
        Map<Setting, Long> changed = new EnumMap<>(Setting.class);
        values.forEach((setting, value) -> {
            boolean pinned = value != 0 && setting != Setting.FOREIGN_KEYS;
            if (inTransaction || pinned || setting == Setting.BUSY_TIMEOUT) {
                changed.put(setting, value);
            }
        });
        return changed;
    }

    /** Whether the connection took the setting; it never does inside a transaction. */
    static boolean setForeignKeys(Connection connection, boolean on) throws SQLException {
        set(connection, Setting.FOREIGN_KEYS, on ? 1 : 0);
        return (read(connection, Setting.FOREIGN_KEYS) != 0) == on;
    }

    static void set(Connection connection, Setting setting, long value) throws SQLException {
        SqliteQuery.execute(connection, "PRAGMA " + setting + " = " + value);
    }

    private static long read(Connection connection, Setting setting) throws SQLException {
        return SqliteQuery.number(connection, "PRAGMA " + setting);
    }
}
