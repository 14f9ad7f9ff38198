package dev.mhc.migrations.dialect.sqlite;

import static dev.mhc.migrations.dialect.SqlWriter.literal;

import dev.mhc.migrations.error.ErrorCode;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What SQLite keeps of a table beside its rows, and forgets when the table is dropped: the highest number that was given,
 * and what {@code ANALYZE} found.
 *
 * @see <a href="https://www.sqlite.org/fileformat2.html#the_sqlite_sequence_table">SQLite on its own tables</a>
 */
final class TableCounters {

    private static final List<String> STATISTICS = List.of("sqlite_stat1", "sqlite_stat4");
    private static final String SEQUENCE = "main.sqlite_sequence";
    private static final String STORE = "temp.mhc_rebuild_";

    private final String table;
    private final boolean autoincrement;
    private final Map<String, String> indexesBefore = new LinkedHashMap<>();

    /**
     * Counters of a table.
     *
     * @param autoincrement whether the table has and will have a number that is never given again
     */
    TableCounters(String table, boolean autoincrement) {
        this.table = table;
        this.autoincrement = autoincrement;
    }

    void before(Connection connection) throws SQLException {
        indexesBefore.clear();
        indexesBefore.putAll(indexes(connection));
        keep(connection, "sqlite_sequence", "name = " + literal(table));
        for (String statistics : STATISTICS) {
            keep(connection, statistics, "tbl = " + literal(table) + " COLLATE NOCASE");
        }
    }

    private static void keep(Connection connection, String source, String condition) throws SQLException {
        SqliteQuery.execute(connection, "DROP TABLE IF EXISTS " + STORE + source);
        if (exists(connection, source)) {
            SqliteQuery.execute(
                    connection,
                    "CREATE TABLE " + STORE + source + " AS SELECT * FROM main." + source + " WHERE " + condition);
        }
    }

    private static boolean exists(Connection connection, String own) throws SQLException {
        return SqliteQuery.number(
                        connection,
                        "SELECT count(*) FROM main.sqlite_schema WHERE type = 'table' AND name = " + literal(own))
                > 0;
    }

    private static boolean isKept(Connection connection, String own) throws SQLException {
        return SqliteQuery.number(
                        connection,
                        "SELECT count(*) FROM temp.sqlite_schema WHERE name = " + literal("mhc_rebuild_" + own))
                > 0;
    }

    /** The number that no row of the table had yet, where it is remembered. */
    Optional<String> next(Connection connection) throws SQLException {
        return autoincrement
                ? SqliteQuery.texts(connection, "SELECT seq + 1 FROM " + SEQUENCE + " WHERE name = " + literal(table))
                        .stream()
                        .findFirst()
                : Optional.empty();
    }

    /** Gives the table what it had. */
    void restore(Connection connection) throws SQLException {
        if (autoincrement && isKept(connection, "sqlite_sequence")) {
            SqliteQuery.execute(connection, "DELETE FROM " + SEQUENCE + " WHERE name = " + literal(table));
            SqliteQuery.execute(
                    connection,
                    "INSERT INTO " + SEQUENCE + " (name, seq) SELECT name, seq FROM " + STORE + "sqlite_sequence");
        }
        Map<String, String> now = indexes(connection);
        for (String statistics : STATISTICS) {
            if (isKept(connection, statistics)) {
                restoreStatistics(connection, statistics, now);
            }
        }
    }

    /** What was found of an index says nothing of another one that got its name. */
    private void restoreStatistics(Connection connection, String statistics, Map<String, String> now)
            throws SQLException {
        String kept = STORE + statistics;
        for (Map.Entry<String, String> index : indexesBefore.entrySet()) {
            if (!index.getValue().equals(now.get(index.getKey()))) {
                SqliteQuery.execute(connection, "DELETE FROM " + kept + " WHERE idx = " + literal(index.getKey()));
            }
        }
        SqliteQuery.execute(
                connection, "DELETE FROM main." + statistics + " WHERE tbl = " + literal(table) + " COLLATE NOCASE");
        SqliteQuery.execute(connection, "INSERT INTO main." + statistics + " SELECT * FROM " + kept);
    }

    /** Refuses another number than there was, and forgets what was kept. */
    void after(Connection connection) throws SQLException {
        if (autoincrement && isKept(connection, "sqlite_sequence")) {
            String was = sequence(connection, STORE + "sqlite_sequence");
            String is = sequence(connection, SEQUENCE);
            if (!was.equals(is)) {
                throw ErrorCode.NOT_CONSERVED.with(table, "the entry in sqlite_sequence", was, is);
            }
        }
        SqliteQuery.execute(connection, "DROP TABLE IF EXISTS " + STORE + "sqlite_sequence");
        for (String statistics : STATISTICS) {
            SqliteQuery.execute(connection, "DROP TABLE IF EXISTS " + STORE + statistics);
        }
    }

    private String sequence(Connection connection, String source) throws SQLException {
        return SqliteQuery.text(
                connection, "SELECT group_concat(quote(seq)) FROM " + source + " WHERE name = " + literal(table));
    }

    private Map<String, String> indexes(Connection connection) throws SQLException {
        Map<String, String> indexes = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT i.name, group_concat(coalesce(x.name, '?'))"
                        + " FROM pragma_index_list(" + literal(table) + ", 'main') i"
                        + " JOIN pragma_index_xinfo(i.name, 'main') x WHERE x.key = 1 GROUP BY i.name")) {
            while (rows.next()) {
                indexes.put(rows.getString(1), rows.getString(2));
            }
        }
        return indexes;
    }
}
