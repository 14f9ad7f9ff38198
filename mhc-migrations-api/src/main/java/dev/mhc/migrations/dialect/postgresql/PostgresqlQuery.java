package dev.mhc.migrations.dialect.postgresql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Queries of one row or one column. */
final class PostgresqlQuery {

    private PostgresqlQuery() {}

    /** The columns of the first row, as text; empty if there is none. */
    static List<@Nullable String> row(Connection connection, String sql, @Nullable Object... parameters)
            throws SQLException {
        try (PreparedStatement statement = prepare(connection, sql, parameters);
                ResultSet rows = statement.executeQuery()) {
            List<@Nullable String> row = new ArrayList<>();
            if (rows.next()) {
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    row.add(rows.getString(i));
                }
            }
            return row;
        }
    }

    /** The first column of the first row. */
    static @Nullable String text(Connection connection, String sql, @Nullable Object... parameters)
            throws SQLException {
        List<@Nullable String> row = row(connection, sql, parameters);
        return row.isEmpty() ? null : row.get(0);
    }

    /** Whether the first column of the first row is true. */
    static boolean holds(Connection connection, String sql, @Nullable Object... parameters) throws SQLException {
        return "t".equals(text(connection, sql, parameters));
    }

    private static PreparedStatement prepare(Connection connection, String sql, @Nullable Object... parameters)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
        return statement;
    }
}
