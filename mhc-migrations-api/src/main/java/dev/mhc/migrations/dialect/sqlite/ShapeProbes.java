package dev.mhc.migrations.dialect.sqlite;

import static dev.mhc.migrations.dialect.SqlWriter.identifier;
import static dev.mhc.migrations.dialect.SqlWriter.identifiers;

import dev.mhc.migrations.dialect.Step;
import dev.mhc.migrations.schema.Check;
import dev.mhc.migrations.schema.ForeignKey;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Finds the rows that cannot be what a new shape wants them to be, before one of them is copied. */
final class ShapeProbes {

    private static final String FIRST_ROWS = " LIMIT 5";
    private static final String ROW = "\"row of the table\"";

    private final String table;
    private final String rowKey;
    private final Map<String, NewValue> values;
    private final List<Step> steps = new ArrayList<>();

    /**
     * For one table.
     *
     * @param rowKey an SQL expression that tells people which row is meant
     * @param values how the new columns get their values, by name
     */
    ShapeProbes(String table, String rowKey, Map<String, NewValue> values) {
        this.table = table;
        this.rowKey = rowKey;
        this.values = values;
    }

    List<Step> steps() {
        return List.copyOf(steps);
    }

    private void add(String select, String refusal) {
        steps.add(new Step.Probe(select + FIRST_ROWS, refusal));
    }

    private String rowsWhere(String condition) {
        return "SELECT count(*) OVER (), " + rowKey + " FROM " + identifier(table) + " WHERE " + condition;
    }

    private NewValue value(String column) {
        NewValue value = values.get(SqliteRules.fold(column));
        if (value == null) {
            throw new IllegalStateException("No column " + column);
        }
        return value;
    }

    /** Rows exist at all. */
    void rows(String column) {
        add(
                "SELECT count(*) OVER (), " + rowKey + " FROM " + identifier(table),
                "Column " + table + "." + column + " refuses NULL and has no default, but the table has rows, which"
                        + " have no value for it. Give it a default; or add it without notNull() and then fill it:"
                        + " alterColumn(\"" + column + "\").notNull().fillNulls(\"…\").");
    }

    /** Values that the new type would change or lose. */
    void misfits(String column, Conversion conversion, boolean converted) {
        conversion
                .misfit(value(column).sql())
                .ifPresent(condition -> add(
                        rowsWhere(condition),
                        "Column " + table + "." + column + " cannot become what it should: it would hold "
                                + conversion.fitting() + ", and rows hold something else. "
                                + (converted
                                        ? "Let using(\"…\") make one of every value."
                                        : "Say how to convert them, for example " + conversion.example(column)
                                                + ", or correct the rows first.")));
    }

    void nulls(String column, boolean filled) {
        add(
                rowsWhere("(" + value(column).sql() + ") IS NULL"),
                "Column " + table + "." + column + " cannot refuse NULL: rows hold NULL. "
                        + (filled
                                ? "Let fillNulls(\"…\") give every one of them a value."
                                : "Fill them with fillNulls(\"…\"), or delete the rows first."));
    }

    /** Tells how many values a conversion takes away: it may be meant, and may be a format that it does not know. */
    void emptied(String column) {
        String rows = rowsWhere(identifier(column) + " IS NOT NULL AND ("
                        + value(column).sql() + ") IS NULL")
                + FIRST_ROWS;
        steps.add(new Step.Routine(
                "warns if this finds rows whose value the conversion makes NULL: " + rows, (connection, progress) -> {
                    try (Statement statement = connection.createStatement();
                            ResultSet found = statement.executeQuery(rows)) {
                        List<String> first = new ArrayList<>();
                        long count = 0;
                        while (found.next()) {
                            count = found.getLong(1);
                            first.add(String.valueOf(found.getString(2)));
                        }
                        if (count > 0) {
                            progress.warn(String.format(
                                    Locale.ROOT,
                                    "the conversion of %s.%s makes NULL of %,d values, the first in: %s",
                                    table,
                                    column,
                                    count,
                                    String.join(", ", first)));
                        }
                    }
                }));
    }

    void duplicates(List<String> columns, String what) {
        List<Integer> places = IntStream.range(0, columns.size()).boxed().toList();
        // A constant to group by would be the number of a column of the result, so the keys get names first.
        String keys = places.stream()
                .map(i -> ", " + value(columns.get(i)).stored() + " AS k" + i)
                .collect(Collectors.joining());
        String present = places.stream().map(i -> "k" + i + " IS NOT NULL").collect(Collectors.joining(" AND "));
        add(
                "SELECT sum(count(*)) OVER (), " + ROW + " FROM (SELECT " + rowKey + " AS " + ROW + keys + " FROM "
                        + identifier(table) + ") WHERE " + present + " GROUP BY "
                        + places.stream().map(i -> "k" + i).collect(Collectors.joining(", "))
                        + " HAVING count(*) > 1",
                "Table " + table + " cannot have " + what + " (" + String.join(", ", columns)
                        + "): rows have the same values there. Correct or delete them first.");
    }

    void violations(Check check) {
        add(
                "SELECT count(*) OVER (), " + ROW + " FROM " + converted() + " WHERE NOT (" + check.expression() + ")",
                "Check " + check.name().orElse("") + " cannot be added to table " + table + ": rows break it ("
                        + check.expression() + "). Correct or delete them first.");
    }

    /** The rows as they will be, under the name of the table. */
    private String converted() {
        String columns = values.values().stream()
                .map(value -> ", " + value.stored() + " AS " + identifier(value.column()))
                .collect(Collectors.joining());
        return "(SELECT " + rowKey + " AS " + ROW + columns + " FROM " + identifier(table) + ") AS "
                + identifier(table);
    }

    void orphans(ForeignKey key) {
        List<Integer> places = IntStream.range(0, key.columns().size()).boxed().toList();
        String child = places.stream()
                .map(i -> ", " + value(key.columns().get(i)).stored() + " AS k" + i)
                .collect(Collectors.joining());
        String present =
                places.stream().map(i -> "child.k" + i + " IS NOT NULL").collect(Collectors.joining(" AND "));
        String same = places.stream()
                .map(i -> "parent." + identifier(key.referencedColumns().get(i)) + " = child.k" + i)
                .collect(Collectors.joining(" AND "));
        add(
                "SELECT count(*) OVER (), child." + ROW + " FROM (SELECT " + rowKey + " AS " + ROW + child + " FROM "
                        + identifier(table) + ") AS child WHERE " + present + " AND NOT EXISTS (SELECT 1 FROM "
                        + identifier(key.referencedTable()) + " AS parent WHERE " + same + ")",
                "Table " + table + " cannot have the foreign key ("
                        + identifiers(key.columns()).replace("\"", "")
                        + ") to " + key.referencedTable()
                        + ": rows reference what is not there. Correct or delete them, or set the reference to NULL,"
                        + " first.");
    }
}
