package dev.mhc.migrations.engine;

import dev.mhc.migrations.dialect.Dialect;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Adds rows to the history inside an open transaction. */
final class HistoryWriter {

    private final String table;
    private final Connection connection;
    private final Dialect dialect;

    HistoryWriter(Lease lease) {
        this.table = lease.history();
        this.connection = lease.connection();
        this.dialect = lease.dialect();
    }

    /** Adds events whose transaction is open: how long it takes is not known yet. */
    void insert(List<HistoryEvent> events) throws SQLException {
        String sql = "INSERT INTO " + table + " (" + HistoryTable.COLUMNS
                + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULL, ?, ?, ?, ?)";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            for (HistoryEvent event : events) {
                insert.setLong(1, event.seq());
                insert.setString(2, event.type().text());
                insert.setString(3, event.key().module());
                insert.setLong(4, event.key().version());
                insert.setObject(5, event.step().orElse(null));
                insert.setString(6, event.detail().orElse(null));
                insert.setString(7, event.description());
                insert.setString(8, event.checksum());
                insert.setString(9, event.digest());
                insert.setString(10, HistoryTable.time(event.at()));
                insert.setString(11, event.by());
                insert.setString(12, Origin.HOST);
                insert.setString(13, Origin.TOOL_VERSION);
                insert.setInt(14, HistoryTable.FORMAT);
                insert.executeUpdate();
            }
        }
    }

    /** Fills in how long the transaction took that added event {@code first} and those after it. */
    void setDuration(long first, long millis) throws SQLException {
        String sql = "UPDATE " + table + " SET duration_ms = ? WHERE seq >= ? AND duration_ms IS NULL";
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            update.setLong(1, millis);
            update.setLong(2, first);
            update.executeUpdate();
        }
    }

    /**
     * Whether the transaction that inserted event {@code seq} is still open: only in there can a row without duration be
     * seen.
     */
    boolean isOpen(long seq) throws SQLException {
        String sql = "SELECT 1 FROM " + table + " WHERE seq = ? AND duration_ms IS NULL";
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setLong(1, seq);
            try (ResultSet rows = query.executeQuery()) {
                return rows.next();
            }
        } catch (SQLException e) {
            if (dialect.isLostTransaction(e)) {
                return false;
            }
            throw e;
        }
    }
}
