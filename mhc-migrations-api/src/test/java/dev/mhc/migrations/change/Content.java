package dev.mhc.migrations.change;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/** What a database has, in a form that two databases made in different ways share. */
final class Content {

    private static final String TABLES = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'mhc_%'"
            + " AND name NOT LIKE 'sqlite_stat%' ORDER BY name COLLATE NOCASE";

    private final Script script;
    private final List<String> lines = new ArrayList<>();

    private Content(Script script) {
        this.script = script;
    }

    /** Every definition to the letter, and every row. */
    static List<String> exact(Script script) throws SQLException {
        List<String> lines = new ArrayList<>(definitions(script));
        lines.addAll(rows(script));
        return lines;
    }

    /** Every definition to the letter. */
    static List<String> definitions(Script script) throws SQLException {
        return script.rows(
                "SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE name NOT LIKE 'mhc_%' AND tbl_name NOT LIKE"
                        + " 'mhc_%' ORDER BY type, name");
    }

    /** The rows of all tables, each value with its storage class, and the rowids. */
    static List<String> rows(Script script) throws SQLException {
        Content content = new Content(script);
        content.rows();
        return content.lines;
    }

    /** What the pragmas say of the tables and their indexes, and which rows reference nothing. */
    static List<String> shape(Script script) throws SQLException {
        Content content = new Content(script);
        for (String table : content.tables()) {
            if (!table.startsWith("sqlite_")) {
                content.shape(table);
            }
        }
        content.lines.addAll(script.rows(
                "SELECT type, lower(name) FROM sqlite_schema WHERE type IN ('view', 'trigger')" + " ORDER BY 1, 2"));
        content.lines.addAll(orphans(script));
        content.lines.add("integrity " + script.rows("PRAGMA integrity_check"));
        return content.lines;
    }

    /** Rows that reference nothing. */
    static List<String> orphans(Script script) {
        try {
            return new ArrayList<>(script.table("PRAGMA foreign_key_check").stream()
                    .map(row -> "orphan " + row.get(0).toLowerCase(Locale.ROOT) + " " + row.get(1) + " of "
                            + row.get(2).toLowerCase(Locale.ROOT))
                    .sorted()
                    .toList());
        } catch (SQLException mismatch) {
            return List.of("foreign key mismatch");
        }
    }

    /**
     * Rows that reference nothing, and by which columns; those of {@code table} by numbers that outlive a new name. A new
     * key may give the rows other rowids, so they are counted.
     */
    static List<String> orphans(Script script, TableModel table) {
        try {
            List<String> orphans = new ArrayList<>();
            for (List<String> row : script.table("PRAGMA foreign_key_check")) {
                boolean itself = row.get(0).equalsIgnoreCase(table.name);
                List<String> columns = script
                        .rows("SELECT \"from\" FROM pragma_foreign_key_list(" + text(row.get(0)) + ") WHERE id = "
                                + row.get(3) + " ORDER BY seq")
                        .stream()
                        .map(name -> itself ? number(table, name) : name)
                        .toList();
                orphans.add("orphan " + row.get(0).toLowerCase(Locale.ROOT) + " of "
                        + row.get(2).toLowerCase(Locale.ROOT) + " by " + columns);
            }
            return orphans;
        } catch (SQLException mismatch) {
            return List.of("foreign key mismatch");
        }
    }

    private static String number(TableModel table, String column) {
        return table.columns.stream()
                .filter(it -> it.name.equalsIgnoreCase(column))
                .map(it -> "" + it.id)
                .findFirst()
                .orElse(column);
    }

    private List<String> tables() throws SQLException {
        return script.rows(TABLES);
    }

    private static String text(String value) {
        return "'" + value.replace("'", "''") + "'";
    }

    private static String name(String value) {
        return '"' + value.replace("\"", "\"\"") + '"';
    }

    private void rows() throws SQLException {
        for (String table : tables()) {
            boolean hasRowid = !script.rows("SELECT 1 FROM pragma_table_list WHERE schema = 'main' AND name = "
                            + text(table) + " AND wr = 0")
                    .isEmpty();
            List<String> columns = script.rows("SELECT name FROM pragma_table_xinfo(" + text(table) + ")");
            List<String> parts = new ArrayList<>();
            if (hasRowid) {
                List<String> rowid = new ArrayList<>(List.of("rowid", "oid", "_rowid_"));
                columns.forEach(column -> rowid.removeIf(column::equalsIgnoreCase));
                boolean matters = !table.equals("audit") && !table.startsWith("sqlite_");
                rowid.stream().filter(it -> matters).findFirst().ifPresent(it -> parts.add(it + " || ':'"));
            }
            if (table.equals("sqlite_sequence")) {
                script.rows("SELECT lower(name), seq FROM sqlite_sequence WHERE name NOT LIKE 'mhc_%' ORDER BY 1")
                        .forEach(row -> lines.add("sequence " + row));
                continue;
            }
            columns.forEach(
                    column -> parts.add("typeof(" + name(column) + ") || ' ' || quote(" + name(column) + ") || ' | '"));
            List<String> rows =
                    script.rows("SELECT " + String.join(" || ", parts) + " FROM " + name(table) + " ORDER BY 1");
            rows.forEach(row -> lines.add(table.toLowerCase(Locale.ROOT) + ": " + row));
        }
    }

    private void shape(String table) throws SQLException {
        String named = table.toLowerCase(Locale.ROOT) + " ";
        String of = "(" + text(table) + ")";
        script.rows("SELECT wr, strict FROM pragma_table_list WHERE schema = 'main' AND name = " + text(table))
                .forEach(row -> lines.add(named + "options " + row));
        script.rows("SELECT cid, lower(name), upper(replace(type, ' ', '')),"
                        // The rowid is never NULL, whatever is declared.
                        + " \"notnull\" OR (pk = 1 AND type = 'INTEGER' COLLATE NOCASE), dflt_value, pk, hidden"
                        + " FROM pragma_table_xinfo" + of)
                .forEach(row -> lines.add(named + "column " + row));
        TreeSet<String> keys = new TreeSet<>(script.rows(
                "SELECT lower(\"table\"), group_concat(lower(\"from\") || '>' || coalesce(lower(\"to\"), '-')), on_update,"
                        + " on_delete, \"match\" FROM (SELECT * FROM pragma_foreign_key_list" + of
                        + " ORDER BY id, seq) GROUP BY id"));
        keys.forEach(row -> lines.add(named + "foreign key " + row));
        List<String> indexes = new ArrayList<>(script.rows(
                "SELECT CASE origin WHEN 'c' THEN lower(l.name) ELSE 'auto' END, \"unique\", origin, partial,"
                        + " (SELECT group_concat(coalesce(lower(name), cid) || ' ' || \"desc\" || ' ' || upper(coll) || ' ' || key)"
                        + " FROM pragma_index_xinfo(l.name)) FROM pragma_index_list" + of + " l"));
        indexes.stream().sorted().forEach(row -> lines.add(named + "index " + row));
    }
}
