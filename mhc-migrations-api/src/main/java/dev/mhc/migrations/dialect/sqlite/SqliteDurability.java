package dev.mhc.migrations.dialect.sqlite;

import dev.mhc.migrations.error.ErrorCode;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * What a database file needs so that a rollback, or the next start after a kill, can restore what was overwritten: a journal
 * on disk, and writes that reach the disk in order.
 *
 * @see <a href="https://www.sqlite.org/pragma.html#pragma_journal_mode">SQLite on journal_mode</a>
 */
final class SqliteDurability {

    private static final String JOURNAL = "PRAGMA main.journal_mode";
    private static final String SYNCHRONOUS = "PRAGMA main.synchronous";

    private SqliteDurability() {}

    /**
     * Makes a connection outside a transaction durable.
     *
     * @param giveBack gets the statements that give back what it had, each before it is changed
     */
    static void pin(Connection connection, List<String> giveBack) throws SQLException {
        if (SqliteFile.of(connection).isEmpty()) {
            // In memory there is nothing to survive, and no journal but one in memory.
            return;
        }
        String journal = SqliteQuery.text(connection, JOURNAL);
        if (journal.equalsIgnoreCase("off") || journal.equalsIgnoreCase("memory")) {
            giveBack.add(JOURNAL + " = " + journal);
            if (!SqliteQuery.text(connection, JOURNAL + " = DELETE").equalsIgnoreCase("delete")) {
                throw ErrorCode.SETTING_REFUSED.with(SqliteFailures.database(connection), "journal_mode = DELETE");
            }
        }
        if (SqliteQuery.text(connection, SYNCHRONOUS).equals("0")) {
            giveBack.add(SYNCHRONOUS + " = OFF");
            SqliteQuery.execute(connection, SYNCHRONOUS + " = FULL");
        }
    }
}
