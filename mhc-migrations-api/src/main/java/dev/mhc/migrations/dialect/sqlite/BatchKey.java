package dev.mhc.migrations.dialect.sqlite;

import static dev.mhc.migrations.dialect.SqlWriter.identifier;
import static dev.mhc.migrations.dialect.SqlWriter.literal;

import dev.mhc.migrations.dialect.KeyColumns;
import dev.mhc.migrations.error.ErrorCode;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What tells the rows of a table apart, and puts them in an order: the rowid, or the primary key where there is none.
 *
 * @param parts at least one
 * @param order which columns these are, and how each is compared; the same for as long as the order is the same
 */
record BatchKey(List<Part> parts, String order) {

    /**
     * A column of the key.
     *
     * @param name of a column, or of the rowid
     * @param collation by which the key compares it; empty where the column itself compares so
     */
    record Part(String name, Optional<String> collation) {

        String sql() {
            return identifier(name)
                    + collation.map(it -> " COLLATE " + identifier(it)).orElse("");
        }
    }

    /** The key of a table, as the connection sees it now. */
    static BatchKey of(Connection connection, String table) throws SQLException {
        String name = literal(table);
        boolean withoutRowid = SqliteQuery.number(
                        connection,
                        "SELECT wr FROM pragma_table_list WHERE schema = 'main' AND name = " + name + " COLLATE NOCASE")
                == 1;
        List<Part> primaryKey = parts(
                connection,
                "SELECT x.name, x.coll FROM pragma_index_list(" + name + ", 'main') i"
                        + " JOIN pragma_index_xinfo(i.name, 'main') x WHERE i.origin = 'pk' AND x.key = 1"
                        + " ORDER BY x.seqno");
        if (withoutRowid) {
            String order = primaryKey.stream()
                    .map(part -> new Part(part.name(), part.collation().filter(it -> !TableState.same(it, "BINARY"))))
                    .map(Part::sql)
                    .collect(Collectors.joining(", "));
            BatchKey plain = new BatchKey(
                    primaryKey.stream()
                            .map(part -> new Part(part.name(), Optional.empty()))
                            .toList(),
                    order);
            return plain.isOrderOf(connection, table) ? plain : new BatchKey(primaryKey, order);
        }
        // A primary key without an index is the rowid under another name.
        List<Part> alias = primaryKey.isEmpty()
                ? parts(connection, "SELECT name, NULL FROM pragma_table_xinfo(" + name + ", 'main') WHERE pk = 1")
                : List.of();
        if (!alias.isEmpty()) {
            return new BatchKey(alias, alias.get(0).sql());
        }
        List<String> columns =
                SqliteQuery.texts(connection, "SELECT name FROM pragma_table_xinfo(" + name + ", 'main')");
        return List.of("rowid", "_rowid_", "oid").stream()
                .filter(it -> !TableState.contains(columns, it))
                .findFirst()
                .map(it -> new BatchKey(List.of(new Part(it, Optional.empty())), "rowid"))
                .orElseThrow(() -> ErrorCode.BACKFILL_KEY.with(
                        table,
                        "its columns rowid, _rowid_ and oid hide the number of a row, and it has no INTEGER PRIMARY KEY",
                        "Write it as schema.sql(\"UPDATE …\"), in one transaction."));
    }

    /**
     * Whether the table is stored in the order that its columns have by themselves. Only the planner knows it, and a
     * comparison that names collations is right too, but reads the whole table.
     */
    private boolean isOrderOf(Connection connection, String table) throws SQLException {
        boolean scan = false;
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("EXPLAIN QUERY PLAN SELECT 1 FROM main." + identifier(table)
                        + " NOT INDEXED ORDER BY " + columns().list(""))) {
            while (rows.next()) {
                if (!String.valueOf(rows.getString("detail")).startsWith("SCAN ")) {
                    return false;
                }
                scan = true;
            }
        }
        return scan;
    }

    private static List<Part> parts(Connection connection, String query) throws SQLException {
        List<Part> parts = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                parts.add(new Part(rows.getString(1), Optional.ofNullable(rows.getString(2))));
            }
        }
        return parts;
    }

    boolean has(String column) {
        return parts.stream().anyMatch(part -> TableState.same(part.name(), column));
    }

    KeyColumns columns() {
        return new KeyColumns(parts.stream().map(Part::sql).toList());
    }

    /** An expression that gives the key of a row as a literal. */
    String literalOfRow() {
        return KeyColumns.literalOfRow(parts.stream()
                .map(part -> KeyRanges.literal(identifier(part.name())))
                .toList());
    }
}
