package dev.mhc.migrations.dialect.sqlite;

import dev.mhc.migrations.schema.IgnoredTable;
import dev.mhc.migrations.schema.Schema;
import dev.mhc.migrations.schema.Table;
import dev.mhc.migrations.schema.View;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the live schema in four queries, however many tables there are. Only the main database counts: a temporary
 * table that hides one of its tables changes nothing here.
 */
final class SqliteInspector {

    /** Virtual tables have no root page. Everything else under these names belongs to SQLite. */
    private static final String OF_TABLES =
            " WHERE s.type = 'table' AND s.rootpage > 0 AND s.name NOT LIKE 'sqlite\\_%' ESCAPE '\\'";

    /** The list is read once: for each name that is asked for, SQLite would try all views that do not work again. */
    private static final String OBJECTS = "WITH l AS MATERIALIZED (SELECT name, wr FROM pragma_table_list"
            + " WHERE schema = 'main' AND type = 'table')"
            + " SELECT s.type, s.name, s.tbl_name, s.sql, l.wr"
            + " FROM main.sqlite_schema s LEFT JOIN l ON l.name = s.name AND s.type = 'table'"
            + " WHERE s.type IN ('table', 'index', 'trigger', 'view') AND s.sql IS NOT NULL"
            + " AND s.tbl_name NOT LIKE 'sqlite\\_%' ESCAPE '\\'";

    private static final String COLUMNS = "SELECT s.name, x.name, x.type, x.\"notnull\", x.dflt_value, x.pk, x.hidden"
            + " FROM main.sqlite_schema s JOIN pragma_table_xinfo(s.name, 'main') x"
            + OF_TABLES
            + " AND x.hidden <> 1";

    /** A reference that names no columns means the other table's primary key. */
    private static final String FOREIGN_KEYS =
            "SELECT s.name, f.id, f.\"table\", f.\"from\", coalesce(f.\"to\", p.name, '?'), f.on_delete, f.on_update"
                    + " FROM main.sqlite_schema s JOIN pragma_foreign_key_list(s.name, 'main') f"
                    + " LEFT JOIN pragma_table_xinfo(CASE WHEN f.\"to\" IS NULL THEN f.\"table\" END, 'main') p"
                    + " ON p.pk = f.seq + 1"
                    + OF_TABLES;

    private static final String INDEXES = "SELECT s.name, i.name, i.\"unique\", i.origin, x.seqno, x.name, x.\"desc\""
            + " FROM main.sqlite_schema s JOIN pragma_index_list(s.name, 'main') i"
            + " JOIN pragma_index_xinfo(i.name, 'main') x"
            + OF_TABLES
            + " AND x.key = 1";

    private static final String VIRTUAL = "SELECT name, type FROM pragma_table_list"
            + " WHERE schema = 'main' AND type IN ('virtual', 'shadow') ORDER BY name";

    private final Connection connection;
    private final List<String> names;
    private final boolean all;

    private SqliteInspector(Connection connection, Collection<String> names, boolean all) {
        this.connection = connection;
        this.names = List.copyOf(names);
        this.all = all;
    }

    static Schema inspect(Connection connection) throws SQLException {
        return new SqliteInspector(connection, List.of(), true).read();
    }

    static Schema inspect(Connection connection, Set<String> tables) throws SQLException {
        return tables.isEmpty() ? Schema.EMPTY : new SqliteInspector(connection, tables, false).read();
    }

    /** Virtual tables, and those in which they keep what they have. */
    static List<IgnoredTable> owned(Connection connection) throws SQLException {
        List<String> virtual = new ArrayList<>();
        List<String> shadows = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(VIRTUAL);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                (rows.getString(2).equals("virtual") ? virtual : shadows).add(rows.getString(1));
            }
        }
        List<IgnoredTable> owned = new ArrayList<>();
        virtual.forEach(name -> owned.add(new IgnoredTable(name, IgnoredTable.Rule.VIRTUAL_TABLE, name)));
        shadows.forEach(
                name -> owned.add(new IgnoredTable(name, IgnoredTable.Rule.VIRTUAL_TABLE, ownerOf(name, virtual))));
        return List.copyOf(owned);
    }

    /** SQLite takes for a shadow what is named as a virtual table, an underscore, and more. */
    private static String ownerOf(String shadow, List<String> virtual) {
        String folded = SqliteRules.fold(shadow);
        return virtual.stream()
                .filter(name -> folded.startsWith(SqliteRules.fold(name) + "_"))
                .max(Comparator.comparingInt(String::length))
                .orElse(shadow);
    }

    private Schema read() throws SQLException {
        Map<String, LiveTable> tables = new LinkedHashMap<>();
        List<View> views = new ArrayList<>();
        query(OBJECTS, "s.tbl_name", "s.type <> 'table', s.rowid", row -> {
            if (row.getString(1).equals("view")) {
                // To tell its columns, SQLite compiles it, and one that does not compile would fail the query.
                views.add(new View(row.getString(2), List.of()));
            } else {
                readObject(row, tables);
            }
        });
        query(
                COLUMNS,
                "s.name",
                "s.rowid, x.cid",
                row -> readColumn(row, tables.get(SqliteRules.fold(row.getString(1)))));
        // SQLite numbers foreign keys and indexes from the last to the first.
        query(
                FOREIGN_KEYS,
                "s.name",
                "s.rowid, f.id DESC, f.seq",
                row -> readForeignKey(row, tables.get(SqliteRules.fold(row.getString(1)))));
        query(
                INDEXES,
                "s.name",
                "s.rowid, i.seq DESC, x.seqno",
                row -> readIndexPart(row, tables.get(SqliteRules.fold(row.getString(1)))));
        List<Table> read = new ArrayList<>();
        for (LiveTable table : tables.values()) {
            read.add(table.toTable());
        }
        return new Schema(read, views);
    }

    private static void readObject(ResultSet row, Map<String, LiveTable> tables) throws SQLException {
        String name = row.getString(2);
        if (row.getString(1).equals("table")) {
            boolean withoutRowid = row.getBoolean(5);
            boolean listed = !row.wasNull();
            if (listed) {
                tables.put(SqliteRules.fold(name), new LiveTable(name, row.getString(4), withoutRowid));
            }
        } else {
            // A trigger keeps the name of its table as its own statement spells it.
            String owner = SqliteRules.fold(row.getString(3));
            LiveTable table = tables.get(owner);
            if (table != null) {
                table.addObject(row.getString(1), name, row.getString(4));
            }
        }
    }

    private static void readColumn(ResultSet row, @Nullable LiveTable table) throws SQLException {
        if (table != null) {
            table.addColumn(new LiveTable.ColumnRow(
                    row.getString(2),
                    row.getString(3),
                    row.getBoolean(4),
                    Optional.ofNullable(row.getString(5)),
                    row.getInt(6),
                    row.getInt(7) > 0));
        }
    }

    private static void readForeignKey(ResultSet row, @Nullable LiveTable table) throws SQLException {
        if (table != null) {
            table.addForeignKeyColumn(new LiveTable.ForeignKeyRow(
                    row.getInt(2),
                    row.getString(3),
                    row.getString(4),
                    row.getString(5),
                    row.getString(6),
                    row.getString(7)));
        }
    }

    private static void readIndexPart(ResultSet row, @Nullable LiveTable table) throws SQLException {
        if (table != null) {
            table.addIndexPart(new LiveTable.IndexRow(
                    row.getString(2),
                    row.getBoolean(3),
                    row.getString(4),
                    row.getInt(5),
                    Optional.ofNullable(row.getString(6)),
                    row.getBoolean(7)));
        }
    }

    private interface RowReader {
        void read(ResultSet row) throws SQLException;
    }

    private void query(String sql, String tableName, String order, RowReader reader) throws SQLException {
        String filter = all ? "" : " AND " + tableName + " COLLATE NOCASE IN (" + "?, ".repeat(names.size() - 1) + "?)";
        try (PreparedStatement statement = connection.prepareStatement(sql + filter + " ORDER BY " + order)) {
            for (int i = 0; i < names.size(); i++) {
                statement.setString(i + 1, names.get(i));
            }
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    reader.read(rows);
                }
            }
        }
    }
}
