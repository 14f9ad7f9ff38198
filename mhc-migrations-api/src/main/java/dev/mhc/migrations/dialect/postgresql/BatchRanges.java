package dev.mhc.migrations.dialect.postgresql;

import static dev.mhc.migrations.dialect.SqlExpression.enclosedOnPostgresql;
import static dev.mhc.migrations.dialect.postgresql.PostgresqlNames.identifier;

import dev.mhc.migrations.dialect.Step;
import dev.mhc.migrations.operation.Backfill;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.stream.Collectors;

/** The rows of a table from one key to the next, and the update of those between. */
final class BatchRanges implements Step.Batches.Ranges {

    private final Backfill backfill;
    private final String table;
    private final String set;
    private final String where;

    /**
     * The batches of a backfill.
     *
     * @throws dev.mhc.migrations.error.MigrationException if what is set is no expression
     */
    BatchRanges(Backfill backfill) {
        this.backfill = backfill;
        this.table = PostgresqlNames.table(backfill.table());
        this.set = backfill.assignments().stream()
                .map(it -> identifier(it.column()) + " = "
                        + enclosedOnPostgresql(
                                it.expression(), "The expression of column " + backfill.table() + "." + it.column()))
                .collect(Collectors.joining(", "));
        this.where = backfill.where()
                .map(it -> " AND "
                        + enclosedOnPostgresql(it, "The condition of the backfill of table " + backfill.table()))
                .orElse("");
    }

    @Override
    public String example(Connection connection) throws SQLException {
        BatchKey key = key(connection);
        return update(
                key,
                Optional.of(key.columns().parameter("after")),
                key.columns().parameter("last"));
    }

    @Override
    public String order(Connection connection) throws SQLException {
        return key(connection).order();
    }

    @Override
    public Optional<String> end(Connection connection) throws SQLException {
        BatchKey key = key(connection);
        String query = "SELECT " + key.literalOfRow() + " FROM " + table + " ORDER BY "
                + key.columns().list(" DESC") + " LIMIT 1";
        return Optional.ofNullable(PostgresqlQuery.text(connection, query));
    }

    @Override
    public long count(Connection connection, Optional<String> after) throws SQLException {
        String query = "SELECT pg_catalog.count(*) FROM " + table
                + key(connection).columns().after(after);
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Counts the rows and finds the last of them in one statement, since others may write between two. */
    @Override
    public Optional<Step.Batches.Range> next(Connection connection, Optional<String> after, String end)
            throws SQLException {
        BatchKey key = key(connection);
        String query = "WITH batch AS MATERIALIZED (SELECT " + key.columns().list("") + " FROM " + table
                + key.columns().between(after, end) + " ORDER BY "
                + key.columns().list("") + " LIMIT " + backfill.batchRows() + ")"
                + " SELECT (SELECT pg_catalog.count(*) FROM batch), " + key.literalOfRow() + " FROM batch ORDER BY "
                + key.columns().list(" DESC") + " LIMIT 1";
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            if (!row.next()) {
                return Optional.empty();
            }
            String last = row.getString(2);
            return Optional.of(new Step.Batches.Range(update(key, after, last), row.getLong(1), last));
        }
    }

    private String update(BatchKey key, Optional<String> after, String last) {
        return "UPDATE " + table + " SET " + set + key.columns().between(after, last) + where;
    }

    private BatchKey key(Connection connection) throws SQLException {
        BatchKey key = BatchKey.of(connection, backfill.table());
        backfill.assignments().forEach(it -> key.requireKept(backfill.table(), it.column()));
        return key;
    }
}
