package dev.mhc.migrations.change;

import dev.mhc.migrations.change.ConstraintModel.Kind;
import dev.mhc.migrations.change.SchemaModel.ChildModel;
import dev.mhc.migrations.change.SchemaModel.ObjectModel;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Fills the file that a case changes. What SQLite does not take is taken out of the model. */
final class LiveDatabase {

    private final Dice dice;
    private final SchemaModel schema;
    private final Spelling spelling;
    private final Script script;

    LiveDatabase(Dice dice, SchemaModel schema, Spelling spelling, Script script) {
        this.dice = dice;
        this.schema = schema;
        this.spelling = spelling;
        this.script = script;
    }

    /** Whether SQLite takes the table. */
    boolean create() {
        try {
            return fill();
        } catch (SQLException e) {
            script.attempt("ROLLBACK");
            return false;
        }
    }

    private boolean fill() throws SQLException {
        TableModel table = schema.table;
        script.execute("PRAGMA foreign_keys = OFF");
        script.execute("BEGIN");
        String failure = script.attempt(table.createTable(spelling));
        if (!failure.isEmpty() || !script.attempt("DELETE FROM " + name()).isEmpty()) {
            script.execute("ROLLBACK");
            return false;
        }
        for (String sql : SchemaModel.SURROUNDINGS) {
            script.execute(sql);
        }
        schema.all("index").forEach(this::create);
        rows();
        for (ChildModel child : List.copyOf(schema.children)) {
            if (script.attempt(schema.sql(child, spelling)).isEmpty()) {
                childRows(child);
            } else {
                schema.children.remove(child);
            }
        }
        if (dice.percent(85)) {
            deleteOrphans();
        }
        schema.all("view").forEach(this::create);
        schema.all("trigger").forEach(this::create);
        script.execute("COMMIT");
        return true;
    }

    private String name() {
        return Template.render("⟨t⟩", schema.table, Spelling.plain());
    }

    private void create(ObjectModel object) {
        boolean orphan = !object.uses().isEmpty()
                && schema.objects.stream().noneMatch(it -> it.name().equals(object.uses()));
        if (orphan || !script.attempt(schema.sql(object, spelling)).isEmpty()) {
            schema.objects.remove(object);
        }
    }

    private void rows() throws SQLException {
        TableModel table = schema.table;
        int count = dice.percent(10) ? 0 : dice.between(1, 12);
        boolean sparse = dice.percent(40);
        for (int i = 0; i < count; i++) {
            insert("INSERT OR IGNORE", sparse ? "" + (i * 37 - 40) : "");
        }
        boolean numbered = table.primaryKey().filter(it -> it.autoincrement).isPresent();
        if (numbered && dice.percent(60)) {
            String key = Template.render(Template.column(table.rowidAlias().orElseThrow().id), table, Spelling.plain());
            insert("INSERT OR IGNORE", "777");
            script.execute("DELETE FROM " + name() + " WHERE " + key + " = 777");
        }
    }

    private void insert(String how, String rowid) {
        TableModel table = schema.table;
        Map<String, String> values = new LinkedHashMap<>();
        for (ColumnModel column : table.writable()) {
            boolean references = table.all(Kind.FOREIGN_KEY).stream().anyMatch(it -> it.columns.contains(column.id));
            if (column.defaultSql.isEmpty() || dice.percent(70)) {
                values.put(
                        Template.render(Template.column(column.id), table, Spelling.plain()),
                        references && dice.percent(80)
                                ? Values.parent(dice, column)
                                : Values.literal(dice, table, column));
            }
        }
        if (!rowid.isEmpty()) {
            table.rowidAlias()
                    .ifPresentOrElse(
                            alias -> values.put(
                                    Template.render(Template.column(alias.id), table, Spelling.plain()), rowid),
                            () -> table.rowidName().ifPresent(it -> values.put(it, rowid)));
        }
        List<String> names = new ArrayList<>(values.keySet());
        String list = String.join(", ", names);
        script.attempt(how + " INTO " + name()
                + (names.isEmpty()
                        ? " DEFAULT VALUES"
                        : " (" + list + ") VALUES ("
                                + names.stream()
                                        .map(it -> values.getOrDefault(it, "NULL"))
                                        .collect(Collectors.joining(", "))
                                + ")"));
    }

    private void childRows(ChildModel child) throws SQLException {
        String keys = child.referenced().stream()
                .map(id -> "quote(" + Template.render(Template.column(id), schema.table, Spelling.plain()) + ")")
                .collect(Collectors.joining(", "));
        List<List<String>> found = script.table("SELECT " + keys + " FROM " + name());
        String into = "INSERT OR IGNORE INTO \"" + child.name() + "\" (" + columns(child) + ", note) VALUES (";
        for (int i = 0; i < dice.below(6); i++) {
            List<String> key = found.isEmpty() || dice.percent(10)
                    ? child.referenced().stream()
                            .map(id -> dice.of("NULL", "4711"))
                            .toList()
                    : dice.of(found);
            script.attempt(into + String.join(", ", key) + ", 'row " + i + "')");
        }
    }

    static String columns(ChildModel child) {
        List<String> own = new ArrayList<>();
        for (int i = 0; i < child.referenced().size(); i++) {
            own.add("r" + i);
        }
        return String.join(", ", own);
    }

    /** Some cases keep rows that reference nothing, as grown databases do. */
    private void deleteOrphans() {
        for (int round = 0; round < 4; round++) {
            try {
                List<List<String>> orphans = script.table("PRAGMA foreign_key_check");
                if (orphans.isEmpty()) {
                    return;
                }
                for (List<String> orphan : orphans) {
                    String table = "\"" + orphan.get(0).replace("\"", "\"\"") + "\"";
                    boolean main = orphan.get(0).equalsIgnoreCase(schema.table.name);
                    String key = main ? schema.table.rowidName().orElse("") : "rowid";
                    script.attempt("DELETE FROM " + table
                            + (orphan.get(1).equals("null") || key.isEmpty()
                                    ? ""
                                    : " WHERE " + key + " = " + orphan.get(1)));
                }
            } catch (SQLException mismatch) {
                // A key that leads nowhere is part of some cases.
                return;
            }
        }
    }
}
