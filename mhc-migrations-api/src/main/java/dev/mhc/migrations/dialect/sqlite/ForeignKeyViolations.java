package dev.mhc.migrations.dialect.sqlite;

import static dev.mhc.migrations.dialect.SqlWriter.literal;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The rows that reference nothing, as a temporary table keeps them, since there may be a million. A foreign key is known
 * by its columns and by the table that it references: its number changes when others come or go.
 *
 * @see <a href="https://www.sqlite.org/pragma.html#pragma_foreign_key_check">SQLite on foreign_key_check</a>
 */
final class ForeignKeyViolations {

    /** How many keys a message names. */
    static final int NAMED = 5;

    private static final String WITH_KEYS = "SELECT DISTINCT s.name FROM main.sqlite_schema s"
            + " JOIN pragma_foreign_key_list(s.name, 'main') f WHERE s.type = 'table' AND s.rootpage > 0";

    private final Connection connection;
    private final String store;

    /**
     * Violations of one foreign key.
     *
     * @param table that has the key
     * @param key its columns and the table that it references: {@code (user_id) to users}
     * @param rows how many rows violate it
     * @param first the first of them
     */
    record Violated(String table, String key, long rows, List<String> first) {

        @Override
        public String toString() {
            return table + " " + key + ": " + rows + (rows == 1 ? " row" : " rows")
                    + (first.isEmpty()
                            ? ""
                            : " (rowid " + String.join(", ", first) + (rows > first.size() ? ", …" : "") + ")");
        }
    }

    /** Keeps the violations in {@code store}, the name of a temporary table. */
    ForeignKeyViolations(Connection connection, String store) {
        this.connection = connection;
        this.store = "temp." + store;
    }

    /** The tables that have foreign keys. */
    static List<String> tables(Connection connection) throws SQLException {
        return SqliteQuery.texts(connection, WITH_KEYS + " ORDER BY s.name");
    }

    /** The tables that have foreign keys to {@code table}; it may be among them. */
    static List<String> referencing(Connection connection, String table) throws SQLException {
        return SqliteQuery.texts(
                connection, WITH_KEYS + " AND f.\"table\" = " + literal(table) + " COLLATE NOCASE ORDER BY s.name");
    }

    /** What SQLite says if a foreign key of {@code table} references columns that are no key. */
    static Optional<String> mismatch(Connection connection, String table) throws SQLException {
        try {
            SqliteQuery.execute(connection, "EXPLAIN PRAGMA main.foreign_key_check(" + literal(table) + ")");
            return Optional.empty();
        } catch (SQLException failure) {
            String message = String.valueOf(failure.getMessage());
            if (message.contains("foreign key mismatch")) {
                return Optional.of(message.replaceFirst(".*(foreign key mismatch.*?)\\)?$", "$1"));
            }
            throw failure;
        }
    }

    /** The keys of {@code table}, as {@link Violated#key} has them. */
    static List<String> keys(Connection connection, String table) throws SQLException {
        return SqliteQuery.texts(connection, "SELECT DISTINCT k FROM (" + keyed(table) + ")");
    }

    private static String keyed(String table) {
        return "SELECT id, '(' || group_concat(lower(\"from\"), ', ') || ') to ' || lower(\"table\") AS k,"
                + " lower(\"table\") AS parent FROM (SELECT * FROM pragma_foreign_key_list(" + literal(table)
                + ", 'main') ORDER BY id, seq) GROUP BY id";
    }

    /** A query with the columns {@code tbl}, {@code k} and {@code r}, one row for each violation. */
    private static String violations(String table, Optional<String> parent) {
        return "SELECT " + literal(table) + " AS tbl, k.k AS k, c.rowid AS r FROM pragma_foreign_key_check("
                + literal(table) + ", 'main') c JOIN (" + keyed(table) + ") k ON k.id = c.fkid"
                + parent.map(it -> " WHERE k.parent = lower(" + literal(it) + ")")
                        .orElse("");
    }

    void create() throws SQLException {
        SqliteQuery.execute(connection, "DROP TABLE IF EXISTS " + store);
        SqliteQuery.execute(connection, "CREATE TABLE " + store + " (tbl, k, r)");
    }

    void drop() throws SQLException {
        SqliteQuery.execute(connection, "DROP TABLE IF EXISTS " + store);
    }

    /** Keeps the violations of the foreign keys of {@code table}, or of those that reference {@code parent}. */
    void capture(String table, Optional<String> parent) throws SQLException {
        SqliteQuery.execute(connection, "INSERT INTO " + store + " " + violations(table, parent));
    }

    /** Called once, when all is captured: makes the comparisons fast. */
    void index() throws SQLException {
        String name = store.substring("temp.".length());
        SqliteQuery.execute(connection, "CREATE INDEX temp." + name + "_rows ON " + name + " (tbl, k, r)");
        SqliteQuery.execute(connection, "CREATE INDEX temp." + name + "_rowids ON " + name + " (r)");
    }

    /** The violations there are, those of each foreign key together. */
    List<Violated> now(String table, Optional<String> parent) throws SQLException {
        return grouped(violations(table, parent));
    }

    /**
     * The violations that are not among those which are kept. Rows without a rowid, and rows whose rowids changed, are
     * counted instead.
     *
     * @param byRowid whether the rows have the rowids that they had
     */
    List<Violated> added(String table, Optional<String> parent, boolean byRowid) throws SQLException {
        List<Violated> added = new ArrayList<>();
        if (byRowid) {
            added.addAll(grouped("SELECT tbl, k, r FROM (" + violations(table, parent) + ") v WHERE r IS NOT NULL"
                    + " AND NOT EXISTS (SELECT 1 FROM " + store
                    + " o WHERE o.tbl = v.tbl AND o.k = v.k AND o.r = v.r)"));
        }
        for (Violated key : grouped(
                "SELECT tbl, k, r FROM (" + violations(table, parent) + ")" + (byRowid ? " WHERE r IS NULL" : ""))) {
            long before = SqliteQuery.number(
                    connection,
                    "SELECT count(*) FROM " + store + " WHERE tbl = " + literal(key.table()) + " AND k = "
                            + literal(key.key()) + (byRowid ? " AND r IS NULL" : ""));
            if (key.rows() > before) {
                added.add(new Violated(key.table(), key.key(), key.rows() - before, List.of()));
            }
        }
        return added;
    }

    /**
     * The violations of a foreign key that is not among those which are kept, less the rows that violated one which is
     * no longer there: a table or a column may have another name now.
     */
    List<Violated> addedBesides(String table, String key, List<String> vanished) throws SQLException {
        String gone = vanished.isEmpty()
                ? "('')"
                : "("
                        + String.join(
                                ", ", vanished.stream().map(it -> literal(it)).toList()) + ")";
        String of = "SELECT * FROM (" + violations(table, Optional.empty()) + ") v WHERE k = " + literal(key);
        List<Violated> added = new ArrayList<>(grouped(of + " AND r IS NOT NULL AND NOT EXISTS (SELECT 1 FROM " + store
                + " o WHERE o.r = v.r AND o.tbl || ' ' || o.k IN " + gone + ")"));
        long before = SqliteQuery.number(
                connection, "SELECT count(*) FROM " + store + " WHERE r IS NULL AND tbl || ' ' || k IN " + gone);
        grouped(of + " AND r IS NULL").stream()
                .filter(it -> it.rows() > before)
                .map(it -> new Violated(it.table(), it.key(), it.rows() - before, List.of()))
                .forEach(added::add);
        return added;
    }

    /** Reads row by row, so that a million takes no more memory than one. */
    private List<Violated> grouped(String violations) throws SQLException {
        List<Violated> groups = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(violations)) {
            while (rows.next()) {
                String table = rows.getString(1);
                String key = rows.getString(2);
                OptionalLong rowid = OptionalLong.of(rows.getLong(3));
                add(groups, table, key, rows.wasNull() ? OptionalLong.empty() : rowid);
            }
        }
        return groups;
    }

    private static void add(List<Violated> groups, String table, String key, OptionalLong rowid) {
        for (int i = 0; i < groups.size(); i++) {
            Violated group = groups.get(i);
            if (group.table().equals(table) && group.key().equals(key)) {
                groups.set(i, one(table, key, group.rows() + 1, group.first(), rowid));
                return;
            }
        }
        groups.add(one(table, key, 1, List.of(), rowid));
    }

    private static Violated one(String table, String key, long rows, List<String> first, OptionalLong rowid) {
        if (rowid.isEmpty() || first.size() >= NAMED) {
            return new Violated(table, key, rows, first);
        }
        List<String> more = new ArrayList<>(first);
        more.add(String.valueOf(rowid.getAsLong()));
        return new Violated(table, key, rows, List.copyOf(more));
    }
}
