package dev.mhc.migrations.dialect.sqlite;

import static dev.mhc.migrations.dialect.SqlWriter.identifier;
import static dev.mhc.migrations.dialect.SqlWriter.literal;

import dev.mhc.migrations.dialect.SqlExpression;
import dev.mhc.migrations.dialect.Step;
import dev.mhc.migrations.error.ErrorCode;
import dev.mhc.migrations.operation.Backfill;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
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
        return update(
                connection,
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
        List<String> last = SqliteQuery.texts(
                connection,
                "SELECT " + key.literalOfRow() + " FROM " + target() + " ORDER BY "
                        + key.columns().list(" DESC") + " LIMIT 1");
        return last.stream().findFirst();
    }

    @Override
    public long count(Connection connection, Optional<String> after) throws SQLException {
        return SqliteQuery.number(
                connection,
                "SELECT count(*) FROM " + target() + key(connection).columns().after(after));
    }

    @Override
    public Optional<Step.Batches.Range> next(Connection connection, Optional<String> after, String end)
            throws SQLException {
        BatchKey key = key(connection);
        String rows = target() + key.columns().between(after, end) + " ORDER BY "
                + key.columns().list("") + " LIMIT " + backfill.batchRows();
        long count = SqliteQuery.number(connection, "SELECT count(*) FROM (SELECT 1 FROM " + rows + ")");
        if (count == 0) {
            return Optional.empty();
        }
        String last = last(connection, "SELECT " + key.literalOfRow() + " FROM " + rows + " OFFSET " + (count - 1));
        return Optional.of(new Step.Batches.Range(update(connection, key, after, last), count, last));
    }

    private static String last(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            return row.next() ? String.valueOf(row.getString(1)) : "";
        }
    }

    private String update(Connection connection, BatchKey key, Optional<String> after, String last)
            throws SQLException {
        return "UPDATE " + (mayResolveConflicts(connection) ? "OR ABORT " : "") + target() + " SET " + set
                + key.columns().between(after, last) + where;
    }

    /**
     * Whether a constraint may say ON CONFLICT REPLACE or IGNORE, and so delete or leave out rows. What overrides it
     * overrides what the statements of triggers say too, so it is said only where it is needed.
     */
    private boolean mayResolveConflicts(Connection connection) throws SQLException {
        return SqliteQuery.number(
                        connection,
                        "SELECT count(*) FROM main.sqlite_master WHERE type = 'table' AND name = " + literal(table)
                                + " COLLATE NOCASE AND instr(lower(sql), 'conflict') > 0")
                > 0;
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
