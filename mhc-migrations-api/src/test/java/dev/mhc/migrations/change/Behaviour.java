package dev.mhc.migrations.change;

import dev.mhc.migrations.change.SchemaModel.ChildModel;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a database does with statements that an application could send: what it takes, refuses, and tells others. */
final class Behaviour {

    private final Dice dice;
    private final SchemaModel schema;
    private final List<String> statements = new ArrayList<>();

    private Behaviour(Dice dice, SchemaModel schema) {
        this.dice = dice;
        this.schema = schema;
    }

    /** Statements for a database of this schema. */
    static List<String> statements(Dice dice, SchemaModel schema) {
        Behaviour behaviour = new Behaviour(dice, schema);
        behaviour.statements.add("PRAGMA foreign_keys = ON");
        behaviour.statements.add("PRAGMA recursive_triggers = " + dice.of("ON", "OFF"));
        behaviour.nextId();
        for (int i = 0; i < 10; i++) {
            boolean together = dice.percent(25);
            if (together) {
                behaviour.statements.add("BEGIN");
            }
            for (int j = together ? dice.between(2, 3) : 1; j > 0; j--) {
                behaviour.statement();
            }
            if (together) {
                behaviour.statements.add("COMMIT");
                behaviour.statements.add("ROLLBACK");
            }
        }
        behaviour.nextId();
        return behaviour.statements;
    }

    /** The answers, and all rows in the end. */
    static List<String> of(Script script, List<String> statements) throws SQLException {
        List<String> answers = new ArrayList<>();
        for (String sql : statements) {
            String answer = script.attempt(sql);
            boolean check = answer.contains("CHECK constraint");
            answers.add(sql + " -- "
                    + (check ? "check" : answer.toLowerCase(Locale.ROOT).replaceAll("^.*\\(", "")));
        }
        answers.addAll(Content.rows(script));
        answers.addAll(Content.orphans(script));
        return answers;
    }

    private String sql(String template) {
        return Template.render(template, schema.table, Spelling.plain());
    }

    private ColumnModel column() {
        return dice.of(schema.table.writable());
    }

    private String value(ColumnModel column) {
        boolean references = schema.table.constraints.stream()
                .anyMatch(it -> it.kind == ConstraintModel.Kind.FOREIGN_KEY && it.columns.contains(column.id));
        return references && dice.percent(60)
                ? Values.parent(dice, column)
                : Values.literal(dice, schema.table, column);
    }

    private void nextId() {
        List<ColumnModel> columns = new ArrayList<>(schema.table.writable());
        schema.table.rowidAlias().ifPresent(columns::remove);
        insert("INSERT", columns);
    }

    private void insert(String how, List<ColumnModel> columns) {
        statements.add(how + " INTO " + sql("⟨t⟩")
                + (columns.isEmpty()
                        ? " DEFAULT VALUES"
                        : columns.stream()
                                        .map(it -> sql(Template.column(it.id)))
                                        .collect(Collectors.joining(", ", " (", ")"))
                                + columns.stream()
                                        .map(this::value)
                                        .collect(Collectors.joining(", ", " VALUES (", ")"))));
    }

    private void statement() {
        String table = sql("⟨t⟩");
        switch (dice.below(13)) {
            case 0, 1, 2 ->
                insert(
                        dice.percent(80) ? "INSERT" : dice.of("INSERT OR IGNORE", "INSERT OR REPLACE"),
                        schema.table.writable());
            case 3 -> insert("INSERT", dice.some(2, schema.table.writable()));
            case 4, 5, 6 -> {
                ColumnModel column = column();
                statements.add("UPDATE " + table + " SET " + sql(Template.column(column.id)) + " = " + value(column)
                        + " WHERE " + where());
            }
            case 7, 8 -> statements.add("DELETE FROM " + table + " WHERE " + where());
            case 9 -> {
                for (ChildModel child : schema.children) {
                    List<String> values = child.referenced().stream()
                            .map(id -> schema.table
                                    .find(id)
                                    .map(it -> Values.literal(dice, schema.table, it))
                                    .orElse("NULL"))
                            .toList();
                    statements.add("INSERT INTO \"" + child.name() + "\" (" + LiveDatabase.columns(child) + ") VALUES ("
                            + String.join(", ", values) + ")");
                }
            }
            case 10 ->
                statements.add(dice.of(
                        "DELETE FROM teams WHERE id = 1",
                        "UPDATE teams SET id = 70 WHERE id = 7",
                        "UPDATE teams SET code = 'bb', b = 'z' WHERE id = 2",
                        "DELETE FROM teams WHERE id = 3"));
            case 11 -> statements.add("INSERT INTO [by stander] (a) VALUES ('n')");
            default -> {
                if (!schema.all("view").isEmpty()) {
                    statements.add("INSERT INTO \"v one\" VALUES (1, 'y')");
                }
            }
        }
    }

    private String where() {
        ColumnModel column = column();
        return sql(Template.column(column.id)) + " IS " + Values.literal(dice, schema.table, column);
    }
}
