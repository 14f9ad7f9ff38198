package dev.mhc.migrations.dialect.sqlite;

import static dev.mhc.migrations.dialect.SqlWriter.identifier;

import dev.mhc.migrations.dialect.SqlExpression;
import dev.mhc.migrations.dialect.Step;
import dev.mhc.migrations.error.ErrorCode;
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
     * @param name of the table, as the database has it
     * @throws dev.mhc.migrations.error.MigrationException if what is set is no expression
     */
    BatchRanges(Backfill backfill, String name) {
        this.backfill = backfill;
        this.table = name;
        this.set = backfill.assignments().stream()
                .map(it -> identifier(it.column()) + " = "
                        + SqlExpression.enclosedOnSqlite(
                                it.expression(), "The expression of column " + name + "." + it.column()))
                .collect(Collectors.joining(", "));
        this.where = backfill.where()
                .map(it ->
                        " AND " + SqlExpression.enclosedOnSqlite(it, "The condition of the backfill of table " + name))
                .orElse("");
    }

    @Override
    public String example(Connection connection) throws SQLException {
        BatchKey key = key(connection);
        return update(key, Optional.of(key.parameter("after")), key.parameter("last"));
    }

    @Override
    public long count(Connection connection, Optional<String> after) throws SQLException {
        return SqliteQuery.number(connection, "SELECT count(*) FROM " + from(key(connection), after));
    }

    @Override
    public Optional<Step.Batches.Range> next(Connection connection, Optional<String> after) throws SQLException {
        BatchKey key = key(connection);
        String rows = from(key, after) + " ORDER BY " + key.order("") + " LIMIT " + backfill.batchRows();
        long count = SqliteQuery.number(connection, "SELECT count(*) FROM (SELECT 1 FROM " + rows + ")");
        if (count == 0) {
            return Optional.empty();
        }
        String last = last(connection, "SELECT " + key.literalOfRow() + " FROM " + rows + " OFFSET " + (count - 1));
        return Optional.of(new Step.Batches.Range(update(key, after, last), count, last));
    }

    private static String last(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            return row.next() ? String.valueOf(row.getString(1)) : "";
        }
    }

    private String from(BatchKey key, Optional<String> after) {
        return target() + after.map(it -> " WHERE " + key.sql() + " > " + it).orElse("");
    }

    private String update(BatchKey key, Optional<String> after, String last) {
        return "UPDATE " + target() + " SET " + set + " WHERE "
                + after.map(it -> key.sql() + " > " + it + " AND ").orElse("") + key.sql() + " <= " + last + where;
    }

    private String target() {
        return "main." + identifier(table);
    }

    private BatchKey key(Connection connection) throws SQLException {
        BatchKey key = BatchKey.of(connection, table);
        for (Backfill.Assignment it : backfill.assignments()) {
            if (key.has(it.column())) {
                throw ErrorCode.BACKFILL_KEY.with(
                        table,
                        "it would change " + it.column() + ", which is what orders the rows, so that nobody could tell"
                                + " which of them are done",
                        "Write it as schema.sql(\"UPDATE …\"), in one transaction.");
            }
        }
        return key;
    }
}
