package dev.mhc.migrations.change;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** A connection that remembers what was sent, so that a failure can be repeated by hand. */
final class Script implements AutoCloseable {

    final Connection connection;
    final List<String> log = new ArrayList<>();
    private final Statement statement;

    Script(Connection connection) throws SQLException {
        this.connection = connection;
        this.statement = connection.createStatement();
    }

    void execute(String sql) throws SQLException {
        statement.execute(sql);
        log.add(sql);
    }

    /** Executes what may fail; returns the message, or nothing. */
    String attempt(String sql) {
        try {
            execute(sql);
            return "";
        } catch (SQLException e) {
            return String.valueOf(e.getMessage());
        }
    }

    List<List<String>> table(String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            List<List<String>> result = new ArrayList<>();
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= columns; i++) {
                    row.add(String.valueOf(rows.getString(i)));
                }
                result.add(row);
            }
            return result;
        }
    }

    List<String> rows(String query) throws SQLException {
        return table(query).stream().map(row -> String.join("|", row)).toList();
    }

    @Override
    public void close() throws SQLException {
        statement.close();
        connection.close();
    }
}
