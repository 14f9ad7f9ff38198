package dev.mhc.coach;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * All rows of a file's tables, the history left out: by table, in the order of the key, a value by its column. A value is
 * of the class in which SQLite stores it, so 1, 1.0 and '1' differ.
 */
record DatabaseRows(Map<String, List<Map<String, @Nullable Object>>> tables) {

    static DatabaseRows of(SqliteFile file) throws SQLException {
        Map<String, List<Map<String, @Nullable Object>>> tables = new TreeMap<>();
        try (Connection connection = DriverManager.getConnection(file.url());
                Statement statement = connection.createStatement()) {
            for (String table : file.query("SELECT name FROM sqlite_master WHERE type = 'table'"
                    + " AND name NOT LIKE 'sqlite%' AND name NOT LIKE 'mhc%'")) {
                try (ResultSet rows = statement.executeQuery("SELECT * FROM " + table + " ORDER BY id")) {
                    tables.put(table, read(rows));
                }
            }
        }
        return new DatabaseRows(tables);
    }

    private static List<Map<String, @Nullable Object>> read(ResultSet rows) throws SQLException {
        List<Map<String, @Nullable Object>> read = new ArrayList<>();
        while (rows.next()) {
            Map<String, @Nullable Object> row = new TreeMap<>();
            for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                Object value = rows.getObject(i);
                row.put(rows.getMetaData().getColumnName(i), value instanceof Integer n ? Long.valueOf(n) : value);
            }
            read.add(row);
        }
        return read;
    }

    List<Map<String, @Nullable Object>> table(String name) {
        return tables.getOrDefault(name, List.of());
    }

    /** How many rows each table has, those without rows left out. */
    Map<String, Integer> counts() {
        Map<String, Integer> counts = new LinkedHashMap<>();
        tables.forEach((table, rows) -> {
            if (!rows.isEmpty()) {
                counts.put(table, rows.size());
            }
        });
        return counts;
    }

    /** The same rows after a change of each row of one table. */
    DatabaseRows with(String table, UnaryOperator<Map<String, @Nullable Object>> change) {
        Map<String, List<Map<String, @Nullable Object>>> changed = new TreeMap<>(tables);
        changed.put(
                table,
                table(table).stream()
                        .map(row -> change.apply(new TreeMap<>(row)))
                        .toList());
        return new DatabaseRows(changed);
    }

    /** The same rows without those of some tables. */
    DatabaseRows emptied(Set<String> emptied) {
        Map<String, List<Map<String, @Nullable Object>>> changed = new TreeMap<>(tables);
        emptied.forEach(table -> changed.put(table, List.of()));
        return new DatabaseRows(changed);
    }
}
