package dev.mhc.migrations.dialect.sqlite;

import static dev.mhc.migrations.dialect.SqlWriter.identifier;

import dev.mhc.migrations.dialect.Progress;
import dev.mhc.migrations.dialect.SqlWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Copies the rows of one table into another, inside SQLite and range by range. {@code OR ABORT} overrules what the
 * constraints of the table say: one that ignores or replaces would lose rows without a word.
 *
 * @param from the table that has the rows
 * @param alias what the values call it
 * @param to the table that gets them
 * @param columns of the table that gets them, quoted
 * @param values one expression for each of them
 * @param keys what the rows are ordered by, quoted; empty if nothing names it
 * @param copiedKey the column that gets the only key as it is, quoted; its greatest value tells how far the copy is
 */
record RowCopy(
        String from,
        String alias,
        String to,
        List<String> columns,
        List<String> values,
        List<String> keys,
        Optional<String> copiedKey) {

    /** Rows of one statement: enough to make its preparation cheap, and few enough to stay in SQLite's cache. */
    static final int RANGE = 10_000;

    RowCopy {
        columns = List.copyOf(columns);
        values = List.copyOf(values);
        keys = List.copyOf(keys);
    }

    /** What it does, for people. */
    String describe() {
        return sql(keys.isEmpty() ? "" : new KeyRanges("", keys, RANGE).order())
                + (keys.isEmpty() ? "" : String.format(Locale.ROOT, " -- in ranges of %,d rows", RANGE));
    }

    /** Copies all rows, and returns how many. */
    long run(Connection connection, Progress progress, long total) throws SQLException {
        if (total == 0) {
            // Even a statement that inserts nothing makes an entry in sqlite_sequence.
            return 0;
        }
        if (keys.isEmpty() || isDescending(connection)) {
            long copied = execute(connection, sql(""));
            progress.rows(alias, copied, total);
            return copied;
        }
        return copiedKey.isPresent()
                ? runBehind(copiedKey.get(), connection, progress, total)
                : runRanges(connection, progress, total);
    }

    private long runRanges(Connection connection, Progress progress, long total) throws SQLException {
        KeyRanges ranges = new KeyRanges(source(), keys, RANGE);
        long copied = 0;
        Optional<String> after = Optional.empty();
        do {
            Optional<String> last = ranges.next(connection, after);
            copied += execute(connection, sql(ranges.where(after, last) + ranges.order()));
            progress.rows(alias, copied, total);
            after = last;
        } while (after.isPresent());
        return copied;
    }

    /** Reads every row once: the end of a range is looked up where it was copied to. */
    private long runBehind(String key, Connection connection, Progress progress, long total) throws SQLException {
        String rest = " ORDER BY " + keys.get(0) + " LIMIT " + RANGE;
        String last = "SELECT max(" + key + ") FROM main." + identifier(to);
        long copied = execute(connection, sql(rest));
        progress.rows(alias, copied, total);
        for (long range = copied; range == RANGE; ) {
            long after = SqliteQuery.number(connection, last);
            range = execute(connection, sql(" WHERE " + keys.get(0) + " > " + after + rest));
            copied += range;
            if (range > 0) {
                progress.rows(alias, copied, total);
            }
        }
        return copied;
    }

    private String source() {
        return "main." + identifier(from) + " AS " + identifier(alias);
    }

    private String sql(String range) {
        return "INSERT OR ABORT INTO main." + identifier(to) + " (" + String.join(", ", columns) + ") SELECT "
                + String.join(", ", values) + " FROM " + source() + range;
    }

    /** Ranges of a key that the table is not ordered by would be found by sorting the whole table for each. */
    private boolean isDescending(Connection connection) throws SQLException {
        return SqliteQuery.number(
                        connection,
                        "SELECT count(*) FROM pragma_index_list(" + SqlWriter.literal(from) + ", 'main') i"
                                + " JOIN pragma_index_xinfo(i.name, 'main') x"
                                + " WHERE i.origin = 'pk' AND x.key = 1 AND x.\"desc\" = 1")
                > 0;
    }

    private static long execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        }
    }
}
