package dev.mhc.migrations.change;

import dev.mhc.migrations.change.SchemaModel.ChildModel;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Makes the database that the changed one must be like: new tables, with the rows written as literals. */
final class Reference {

    private final ChangePlan plan;
    private final Script script;

    Reference(ChangePlan plan, Script script) {
        this.plan = plan;
        this.script = script;
    }

    private TableModel table() {
        return plan.table();
    }

    private String sql(String template) {
        return Template.render(template, table(), Spelling.plain());
    }

    /**
     * Fills an empty database.
     *
     * @param order the names of the tables in the order of {@code sqlite_schema}: SQLite itself answers some statements
     *     by it, where a table references itself and has children
     * @param others rows of the children, as literals
     * @param sequence the highest number that the table gave, or nothing
     * @throws SQLException if there can be no such database
     */
    void create(List<String> order, Map<String, List<List<String>>> others, String sequence) throws SQLException {
        script.execute("PRAGMA foreign_keys = OFF");
        script.execute("BEGIN");
        tables(order);
        for (String statement : SchemaModel.SURROUNDINGS) {
            script.execute(statement);
        }
        rows();
        for (ChildModel child : plan.after.children) {
            for (List<String> row : others.getOrDefault(child.name(), List.of())) {
                script.execute("INSERT INTO \"" + child.name() + "\" VALUES (" + String.join(", ", row) + ")");
            }
        }
        for (String type : List.of("index", "view", "trigger")) {
            for (SchemaModel.ObjectModel object : plan.after.all(type)) {
                script.execute(plan.after.sql(object, Spelling.plain()));
            }
        }
        boolean numbered = table().primaryKey().filter(it -> it.autoincrement).isPresent();
        if (numbered && !sequence.isEmpty()) {
            String name = "'" + table().name.replace("'", "''") + "'";
            script.execute("DELETE FROM sqlite_sequence WHERE name = " + name);
            script.execute("INSERT INTO sqlite_sequence VALUES (" + name + ", " + sequence + ")");
        }
        script.execute("COMMIT");
        // Only a change of the schema makes SQLite look at views and triggers.
        script.execute("ALTER TABLE audit RENAME TO audit_");
        script.execute("ALTER TABLE audit_ RENAME TO audit");
    }

    private void tables(List<String> order) throws SQLException {
        Map<Integer, String> definitions = new TreeMap<>();
        definitions.put(place(table().name, order), table().createTable(Spelling.plain()));
        for (ChildModel child : plan.after.children) {
            definitions.put(place(child.name(), order), plan.after.sql(child, Spelling.plain()));
        }
        for (String definition : definitions.values()) {
            script.execute(definition);
        }
    }

    /** The table that got no new name, since its migration was refused, is the last. */
    private static int place(String table, List<String> order) {
        int place = order.indexOf(table.toLowerCase(Locale.ROOT));
        return place < 0 ? order.size() : place;
    }

    private void rows() throws SQLException {
        boolean alias = table().rowidAlias().isPresent();
        for (int row = 0; row < plan.before.count(); row++) {
            Map<String, String> values = new TreeMap<>();
            for (Map.Entry<Integer, List<String>> column : plan.values.entrySet()) {
                String value = column.getValue().get(row);
                if (!value.equals(ChangePlan.DEFAULT)) {
                    values.put(sql(Template.column(column.getKey())), value);
                }
            }
            String rowid = table().rowidName().orElse("");
            if (!alias && !rowid.isEmpty() && !plan.before.rowids.isEmpty()) {
                values.put(rowid, plan.before.rowids.get(row));
            }
            List<String> names = new ArrayList<>(values.keySet());
            script.execute("INSERT OR ABORT INTO " + sql("⟨t⟩")
                    + (names.isEmpty()
                            ? " DEFAULT VALUES"
                            : " (" + String.join(", ", names) + ") VALUES ("
                                    + String.join(
                                            ", ",
                                            names.stream().map(values::get).toList()) + ")"));
        }
    }
}
