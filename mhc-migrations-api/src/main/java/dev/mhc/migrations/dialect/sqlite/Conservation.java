package dev.mhc.migrations.dialect.sqlite;

import static dev.mhc.migrations.dialect.SqlWriter.identifier;
import static dev.mhc.migrations.dialect.SqlWriter.literal;

import dev.mhc.migrations.error.ErrorCode;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Compares what there is after a rebuild with what there was, and with what was asked for, letter by letter. */
final class Conservation {

    private static final String OF_TABLE = " (type IN ('table', 'index', 'trigger') AND tbl_name = %s COLLATE NOCASE)";

    private final NewShape shape;
    private final Map<String, String> others = new LinkedHashMap<>();
    private long rows;

    Conservation(NewShape shape) {
        this.shape = shape;
    }

    private String table() {
        return shape.before().name();
    }

    /** Remembers what must be the same afterwards; what the shape was not made from would go unnoticed. */
    void before(Connection connection) throws SQLException {
        requireOwn(connection, shape.before().definition());
        rows = SqliteQuery.number(connection, "SELECT count(*) FROM main." + identifier(table()));
        others.clear();
        others.putAll(others(connection));
    }

    /** How many rows the table had. */
    long rows() {
        return rows;
    }

    /** Refuses a copy that has not as many rows as there were. */
    void requireAllRows(long copied) {
        if (copied != rows) {
            throw ErrorCode.ROWS_NOT_CONSERVED.with(table(), rows, copied);
        }
    }

    /** Refuses any difference that nobody asked for. */
    void after(Connection connection) throws SQLException {
        requireAllRows(SqliteQuery.number(connection, "SELECT count(*) FROM main." + identifier(table())));
        requireOthers(others(connection));
        List<String> wanted = new ArrayList<>(shape.objects());
        wanted.add(0, shape.createTable());
        requireOwn(connection, wanted);
    }

    private Map<String, String> others(Connection connection) throws SQLException {
        Map<String, String> found = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet objects = statement.executeQuery(
                        "SELECT type || ' ' || name, tbl_name || ' ' || coalesce(sql, '') FROM main.sqlite_schema WHERE NOT"
                                + OF_TABLE.formatted(literal(table())) + " AND name <> 'sqlite_sequence'")) {
            while (objects.next()) {
                found.put(objects.getString(1), objects.getString(2));
            }
        }
        return found;
    }

    private void requireOthers(Map<String, String> now) {
        TreeSet<String> names = new TreeSet<>(others.keySet());
        names.addAll(now.keySet());
        for (String name : names) {
            String was = others.getOrDefault(name, "");
            String is = now.getOrDefault(name, "");
            if (!was.equals(is)) {
                throw notConserved(name, was, is);
            }
        }
    }

    /** Refuses to go on where the table has something that is not known, or the other way round. */
    private void requireOwn(Connection connection, List<String> wanted) throws SQLException {
        List<String> missing = new ArrayList<>(wanted);
        missing.replaceAll(String::strip);
        List<String> more = new ArrayList<>();
        for (String sql : SqliteQuery.texts(
                connection,
                "SELECT sql FROM main.sqlite_schema WHERE sql IS NOT NULL AND" + OF_TABLE.formatted(literal(table()))
                        + " ORDER BY type <> 'table', rowid")) {
            if (!missing.remove(sql.strip())) {
                more.add(sql);
            }
        }
        if (!missing.isEmpty() || !more.isEmpty()) {
            throw notConserved(
                    "what belongs to table " + table(), String.join("\n  ", missing), String.join("\n  ", more));
        }
    }

    private RuntimeException notConserved(String object, String expected, String found) {
        return ErrorCode.NOT_CONSERVED.with(
                table(), object, expected.isEmpty() ? "nothing" : expected, found.isEmpty() ? "nothing" : found);
    }
}
