package dev.mhc.migrations.dialect.sqlite;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Divides a table into ranges of its key. A position in the table is SQL: the literals of one row's key, as SQLite wrote
 * them, so that no value is ever changed by a journey through Java.
 */
final class KeyRanges {

    private final String table;
    private final List<String> keys;
    private final int size;

    /**
     * Ranges of a table.
     *
     * @param table as it stands behind FROM
     * @param keys the expressions of a key that the table is ordered by, none of them ever NULL
     * @param size how many rows a range has
     */
    KeyRanges(String table, List<String> keys, int size) {
        this.table = table;
        this.keys = List.copyOf(keys);
        this.size = size;
    }

    /**
     * The position of the last row of the range that begins behind {@code after}.
     *
     * @param after a position; empty for the beginning
     * @return empty if less than a whole range is left
     */
    Optional<String> next(Connection connection, Optional<String> after) throws SQLException {
        String literals = keys.stream().map(KeyRanges::literal).collect(Collectors.joining(" || ', ' || "));
        String query = "SELECT " + literals + " FROM " + table + where(after, Optional.empty()) + order()
                + " LIMIT 1 OFFSET " + (size - 1);
        return SqliteQuery.texts(connection, query).stream().findFirst();
    }

    /**
     * The condition of a range, with the word WHERE and a blank before it; empty for the whole table.
     *
     * @param after the range begins behind this position
     * @param last the range ends with this position
     */
    String where(Optional<String> after, Optional<String> last) {
        String conditions = Optional.of(
                        after.stream().map(it -> key() + " > (" + it + ")").collect(Collectors.joining()))
                .map(from -> last.map(it -> (from.isEmpty() ? "" : from + " AND ") + key() + " <= (" + it + ")")
                        .orElse(from))
                .orElseThrow();
        return conditions.isEmpty() ? "" : " WHERE " + conditions;
    }

    /** The order of the key, with a blank before it. */
    String order() {
        return " ORDER BY " + String.join(", ", keys);
    }

    private String key() {
        return "(" + String.join(", ", keys) + ")";
    }

    /**
     * SQL that writes a value as a literal. {@code quote()} ends a text at a NUL, writes infinity as a name in older
     * versions, and what is not ASCII would pass through Java. An expression has no affinity, unlike a bare CAST.
     */
    static String literal(String key) {
        return "CASE WHEN typeof(" + key + ") = 'text' AND (" + key + " GLOB '*[^ -~]*' OR length(" + key
                + ") <> length(CAST(" + key + " AS BLOB))) THEN 'coalesce(CAST(x''' || hex(CAST(" + key
                + " AS BLOB)) || ''' AS TEXT), 0)' WHEN typeof(" + key + ") = 'real' AND abs(" + key
                + ") = 9e999 THEN iif(" + key + " > 0, '9e999', '-9e999') ELSE quote(" + key + ") END";
    }
}
