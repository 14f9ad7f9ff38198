package dev.mhc.coach;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A table as an SQLite file stores its text, to be put back in a changed form with its rows and indexes. Knows the form
 * in which this project's dialect writes tables: a definition for each column, then constraints.
 */
final class StoredTable {

    /** What may follow the type in a column's definition. */
    private static final Pattern CONSTRAINT = Pattern.compile(
            "\\b(CONSTRAINT|PRIMARY|NOT|NULL|UNIQUE|CHECK|DEFAULT|COLLATE|REFERENCES|GENERATED|AS)\\b",
            Pattern.CASE_INSENSITIVE);

    private final SqliteFile file;
    private final String table;
    private final List<String> definitions;

    private StoredTable(SqliteFile file, String table, List<String> definitions) {
        this.file = file;
        this.table = table;
        this.definitions = definitions;
    }

    static StoredTable read(SqliteFile file, String table) throws SQLException {
        String text = file.query("SELECT sql FROM sqlite_master WHERE type = 'table' AND name = '" + table + "'")
                .get(0);
        return new StoredTable(file, table, split(text.substring(text.indexOf('(') + 1, text.lastIndexOf(')'))));
    }

    /** The definition of a column as it is stored. */
    String definition(String column) {
        return definitions.stream()
                .filter(definition -> defines(definition, column))
                .findFirst()
                .orElseThrow(() -> new AssertionError(table + "." + column + " is not in " + definitions));
    }

    void drop(String column) throws SQLException {
        put(definitions.stream()
                .filter(definition -> !defines(definition, column))
                .filter(definition -> !constrains(definition, column))
                .toList());
    }

    void rename(String column, String to) throws SQLException {
        file.execute(List.of("ALTER TABLE " + table + " RENAME COLUMN " + column + " TO " + to));
    }

    void retype(String column, String type) throws SQLException {
        change(column, definition -> {
            String rest = definition.substring(nameLength(definition));
            Matcher constraint = CONSTRAINT.matcher(rest);
            String constraints = constraint.find() ? rest.substring(constraint.start()) : "";
            return column + " " + type + " " + constraints.replaceFirst("(?i)\\s*AUTOINCREMENT", "");
        });
    }

    void makeNullable(String column) throws SQLException {
        change(column, definition -> definition.replaceFirst("(?i)\\s*NOT NULL", ""));
    }

    private void change(String column, UnaryOperator<String> change) throws SQLException {
        put(definitions.stream()
                .map(definition -> defines(definition, column) ? change.apply(definition) : definition)
                .toList());
    }

    private void put(List<String> changed) throws SQLException {
        List<String> kept = definitions.stream()
                .filter(definition -> !isConstraint(definition))
                .map(StoredTable::name)
                .filter(column -> changed.stream().anyMatch(definition -> defines(definition, column)))
                .toList();
        String columns = String.join(", ", kept);
        List<String> indexes =
                file.query("SELECT sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL AND tbl_name = '"
                        + table + "'");
        file.execute(Stream.concat(
                        Stream.of(
                                "CREATE TEMP TABLE kept AS SELECT * FROM " + table,
                                "DROP TABLE " + table,
                                "CREATE TABLE " + table + " (" + String.join(", ", changed) + ")",
                                "INSERT INTO " + table + " (" + columns + ") SELECT " + columns + " FROM kept",
                                "DROP TABLE kept"),
                        indexes.stream())
                .toList());
    }

    private static boolean defines(String definition, String column) {
        return !isConstraint(definition) && name(definition).equals(column);
    }

    private static boolean constrains(String definition, String column) {
        return isConstraint(definition)
                && Pattern.compile("\\(\\s*[^)]*\\b" + column + "\\b")
                        .matcher(definition)
                        .find();
    }

    private static boolean isConstraint(String definition) {
        return definition.matches("(?is)(CONSTRAINT|PRIMARY KEY|UNIQUE|FOREIGN KEY|CHECK)\\b.*");
    }

    private static String name(String definition) {
        return definition.substring(0, nameLength(definition)).replace("\"", "");
    }

    private static int nameLength(String definition) {
        int space = definition.indexOf(' ');
        return space < 0 ? definition.length() : space;
    }

    /** Splits at the commas outside parentheses. */
    private static List<String> split(String body) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i < body.length(); i++) {
            char c = body.charAt(i);
            if (c == '(') {
                depth++;
            } else if (c == ')') {
                depth--;
            } else if (c == ',' && depth == 0) {
                parts.add(body.substring(start, i).strip());
                start = i + 1;
            }
        }
        parts.add(body.substring(start).strip());
        return parts;
    }
}
