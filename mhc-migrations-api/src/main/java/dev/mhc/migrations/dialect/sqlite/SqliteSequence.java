package dev.mhc.migrations.dialect.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.OptionalLong;

/**
 * What SQLite remembers of the numbers that {@code AUTOINCREMENT} gave, which outlives the rows.
 *
 * @see <a href="https://www.sqlite.org/autoinc.html">SQLite on AUTOINCREMENT</a>
 */
final class SqliteSequence {

    private SqliteSequence() {}

    static OptionalLong highest(Connection connection, String table) throws SQLException {
        String sql = "SELECT seq FROM main.sqlite_sequence WHERE name = ? COLLATE NOCASE";
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setString(1, table);
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? OptionalLong.of(row.getLong(1)) : OptionalLong.empty();
            }
        } catch (SQLException failure) {
            if (SqliteFailures.isMissingTable(failure)) {
                return OptionalLong.empty();
            }
            throw failure;
        }
    }
}
