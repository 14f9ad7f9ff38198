package dev.mhc.migrations.reliability;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * All that a database is: every definition, every row with the storage class of every value, every event of the history
 * but for its times.
 */
record Fingerprint(List<String> lines) {

    private static final String HISTORY = "SELECT seq, event, module, version, step, detail, description, checksum,"
            + " digest, duration_ms IS NULL FROM main.mhc_history ORDER BY seq";

    static Fingerprint of(Path database) throws SQLException {
        try (Connection connection = Databases.open(database);
                Statement statement = connection.createStatement()) {
            return of(statement);
        }
    }

    /** Of what a connection sees, an open transaction included. */
    static Fingerprint of(Statement statement) throws SQLException {
        List<String> lines = new ArrayList<>(
                rows(statement, "", "SELECT type, name, tbl_name, sql FROM main.sqlite_schema ORDER BY type, name"));
        for (String table : rows(
                statement,
                "",
                "SELECT name FROM main.sqlite_schema WHERE type = 'table' AND name <> 'mhc_history' ORDER BY name")) {
            lines.addAll(rows(
                    statement,
                    table + ": ",
                    "SELECT " + quotedColumns(statement, table) + " AS line FROM main." + table + " ORDER BY line"));
        }
        if (lines.stream().anyMatch(line -> line.startsWith("table|mhc_history|"))) {
            lines.addAll(rows(statement, "history: ", HISTORY));
        }
        return new Fingerprint(List.copyOf(lines));
    }

    private static String quotedColumns(Statement statement, String table) throws SQLException {
        List<String> columns =
                rows(statement, "", "SELECT 'quote(' || name || ')' FROM pragma_table_info('" + table + "', 'main')");
        return String.join(" || ',' || ", columns);
    }

    /** Each row as a line. */
    static List<String> rows(Statement statement, String prefix, String sql) throws SQLException {
        try (ResultSet rows = statement.executeQuery(sql)) {
            List<String> lines = new ArrayList<>();
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                StringBuilder line = new StringBuilder(prefix);
                for (int i = 1; i <= columns; i++) {
                    line.append(i == 1 ? "" : "|").append(rows.getString(i));
                }
                lines.add(line.toString());
            }
            return lines;
        }
    }

    /** The lines that only one of two has, for people. */
    String difference(Fingerprint other) {
        StringBuilder text = new StringBuilder();
        lines.stream()
                .filter(line -> !other.lines.contains(line))
                .limit(20)
                .forEach(line -> text.append("\n- ").append(line));
        other.lines.stream()
                .filter(line -> !lines.contains(line))
                .limit(20)
                .forEach(line -> text.append("\n+ ").append(line));
        return text.toString();
    }

    /** The versions in effect, oldest first. */
    @Override
    public String toString() {
        return lines.stream()
                .filter(line -> line.startsWith("history: "))
                .map(line -> line.split("\\|", -1))
                .map(event -> event[1] + " " + event[3])
                .toList()
                .toString();
    }
}
