package dev.mhc.migrations.change;

import dev.mhc.migrations.change.ConstraintModel.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Makes a random table of everything that SQLite has for tables. */
final class TableGenerator {

    private static final List<String> TABLES =
            List.of("people", "order", "Weird Table", "t", "Group", "tab\"le", "select", "naïve", "it's");

    static final List<String> NAMES = List.of(
            "id",
            "name",
            "age",
            "team",
            "code",
            "score",
            "note",
            "order",
            "group",
            "select",
            "check",
            "primary",
            "default",
            "key",
            "weird name",
            "quo\"te",
            "br]ack",
            "ta`ck",
            "naïve",
            "comma, (paren",
            "it's",
            "oid",
            "rowid",
            "--dash",
            "end",
            "Mixed",
            "a",
            "b",
            "c",
            "values",
            "constraint");

    private static final List<String> TYPES = List.of(
            "INTEGER",
            "INTEGER",
            "INT",
            "BIGINT",
            "TEXT",
            "TEXT",
            "VARCHAR(20)",
            "REAL",
            "DOUBLE PRECISION",
            "NUMERIC",
            "DECIMAL(10,2)",
            "BLOB",
            "",
            "BOOLEAN",
            "DATETIME");

    private static final List<String> STRICT_TYPES = List.of("INTEGER", "INT", "TEXT", "TEXT", "REAL", "BLOB", "ANY");

    private final Dice dice;
    private final TableModel table;
    private final List<String> names;
    private int constraints;

    private TableGenerator(Dice dice) {
        this.dice = dice;
        this.table = new TableModel(dice.of(TABLES));
        this.names = dice.some(12, NAMES);
    }

    static SchemaModel schema(Dice dice) {
        TableGenerator generator = new TableGenerator(dice);
        generator.fill();
        SchemaModel schema = new SchemaModel(generator.table);
        schema.nextColumn = 100;
        new ObjectGenerator(dice, schema).fill();
        return schema;
    }

    private void fill() {
        table.strict = dice.percent(20);
        int count = dice.between(2, 6);
        for (int i = 0; i < count; i++) {
            table.columns.add(column(i));
        }
        primaryKey();
        for (int i = dice.below(3); i > 0; i--) {
            unique();
        }
        for (int i = dice.below(3); i > 0; i--) {
            check();
        }
        for (int i = dice.percent(60) ? dice.between(1, 2) : 0; i > 0; i--) {
            foreignKey();
        }
        if (dice.percent(25)) {
            computed(count);
        }
    }

    private ColumnModel column(int id) {
        ColumnModel column = new ColumnModel(id, names.get(id), dice.of(table.strict ? STRICT_TYPES : TYPES));
        if (dice.percent(25)) {
            column.notNull = true;
            column.notNullConflict = dice.percent(20) ? dice.of("IGNORE", "REPLACE", "FAIL", "ABORT", "ROLLBACK") : "";
        }
        if (dice.percent(30) || column.notNullConflict.equals("REPLACE")) {
            column.defaultSql = defaultFor(column);
        }
        if (dice.percent(15)) {
            column.collation = dice.of("NOCASE", "RTRIM", "BINARY");
        }
        return column;
    }

    private String defaultFor(ColumnModel column) {
        return switch (column.affinity()) {
            case "INTEGER" -> dice.of("7", "-1", "(1 + 1)", "(abs(-3))");
            case "TEXT" -> dice.of("'x'", "''", "'it''s, (ok)'", "(lower('ABC'))");
            case "REAL" -> dice.of("1.5", "(0.25 * 2)");
            case "BLOB" -> table.strict ? "x'00ff'" : dice.of("'b'", "x'00ff'", "5");
            default -> table.strict ? "5" : dice.of("5", "1.25", "'n'");
        };
    }

    private ConstraintModel add(Kind kind, List<Integer> columns, boolean ofColumn) {
        ConstraintModel constraint = new ConstraintModel(kind, columns);
        constraint.ofColumn = ofColumn;
        if (dice.percent(30)) {
            constraint.name = dice.of("k", "a constraint ", "Check") + constraints;
        }
        constraints++;
        table.constraints.add(constraint);
        return constraint;
    }

    private void primaryKey() {
        ColumnModel first = table.columns.get(0);
        String conflict = dice.percent(10) ? dice.of("IGNORE", "REPLACE", "FAIL") : "";
        switch (dice.below(12)) {
            case 0 -> {}
            case 1, 2, 3 -> alias(first, false);
            case 4, 5 -> alias(first, true);
            case 6 -> {
                first.type = "INTEGER";
                add(Kind.PRIMARY_KEY, List.of(0), true).order = dice.of("DESC", "ASC");
            }
            case 7 -> {
                first.type = table.strict ? "INT" : dice.of("INT", "BIGINT");
                add(Kind.PRIMARY_KEY, List.of(0), dice.percent(50)).conflict = conflict;
            }
            case 8, 9 -> {
                first.type = "TEXT";
                add(Kind.PRIMARY_KEY, List.of(0), dice.percent(70)).conflict = conflict;
            }
            default -> add(Kind.PRIMARY_KEY, dice.some(2, ids()), false).conflict = conflict;
        }
        boolean numbered = table.primaryKey().filter(it -> it.autoincrement).isPresent();
        table.withoutRowid = table.primaryKey().isPresent() && !numbered && dice.percent(25);
    }

    private void alias(ColumnModel column, boolean autoincrement) {
        column.type = "INTEGER";
        column.defaultSql = "";
        add(Kind.PRIMARY_KEY, List.of(column.id), dice.percent(70)).autoincrement = autoincrement;
    }

    private List<Integer> ids() {
        return table.columns.stream().map(it -> it.id).toList();
    }

    private void unique() {
        boolean one = dice.percent(60);
        List<Integer> columns = dice.some(one ? 1 : 2, ids());
        if (table.constraints.stream().noneMatch(it -> it.columns.containsAll(columns))) {
            add(Kind.UNIQUE, columns, columns.size() == 1 && dice.percent(70)).conflict =
                    dice.percent(15) ? dice.of("IGNORE", "REPLACE", "FAIL", "ROLLBACK", "ABORT") : "";
        }
    }

    private void check() {
        ColumnModel column = dice.of(table.columns);
        String place = (dice.percent(6) ? "⟨t⟩." : "") + Template.column(column.id);
        String condition = condition(column, place);
        boolean ofColumn = dice.percent(50);
        ConstraintModel check = add(Kind.CHECK, ofColumn ? List.of(column.id) : List.of(), ofColumn);
        if (dice.percent(20)) {
            condition = condition + "~OR~" + Template.column(dice.of(table.columns).id) + "~IS~NULL";
        }
        check.condition = condition;
    }

    private String condition(ColumnModel column, String place) {
        return dice.of(
                place + "~<>~99",
                place + "~IS~NOT~'bad, (text)'",
                "length(" + place + ")~<~50",
                "typeof(" + place + ")~<>~'nothing'",
                place + "~IS~NULL~OR~" + place + (column.affinity().equals("TEXT") ? "~<>~'w'" : "~>~-100"));
    }

    private void foreignKey() {
        List<Integer> free = ids().stream()
                .filter(id -> table.all(Kind.FOREIGN_KEY).stream().noneMatch(it -> it.columns.contains(id)))
                .toList();
        boolean two = free.size() > 1 && dice.percent(20);
        if (free.isEmpty()) {
            return;
        }
        List<Integer> columns = dice.some(two ? 2 : 1, free);
        ConstraintModel key = add(Kind.FOREIGN_KEY, columns, !two && dice.percent(60));
        key.parent = "teams";
        if (two) {
            key.parentColumns.addAll(List.of(Template.name("a"), Template.name("b")));
        } else if (table.primaryKey().filter(it -> it.columns.size() == 1).isPresent() && dice.percent(30)) {
            key.parent = ConstraintModel.SELF;
            if (dice.percent(70)) {
                key.parentColumns.add(
                        Template.column(table.primaryKey().orElseThrow().columns.get(0)));
            }
        } else if (table.column(columns.get(0)).affinity().equals("TEXT")) {
            key.parentColumns.add(Template.name("code"));
        } else if (dice.percent(70)) {
            key.parentColumns.add(Template.name("id"));
        }
        key.actions.addAll(actions(dice));
    }

    static List<String> actions(Dice dice) {
        List<String> actions = new ArrayList<>();
        if (dice.percent(60)) {
            actions.add("ON~DELETE~" + dice.of("CASCADE", "SET~NULL", "RESTRICT", "NO~ACTION", "SET~DEFAULT"));
        }
        if (dice.percent(40)) {
            actions.add("ON~UPDATE~" + dice.of("CASCADE", "SET~NULL", "RESTRICT", "NO~ACTION"));
        }
        if (dice.percent(10)) {
            actions.add("MATCH~" + dice.of("FULL", "SIMPLE"));
        }
        if (dice.percent(25)) {
            actions.add(dice.of(
                    "DEFERRABLE~INITIALLY~DEFERRED",
                    "NOT~DEFERRABLE",
                    "DEFERRABLE",
                    "NOT~DEFERRABLE~INITIALLY~DEFERRED"));
        }
        return actions;
    }

    private void computed(int id) {
        List<String> used = dice.some(dice.between(1, 2), ids()).stream()
                .map(it -> "coalesce(" + Template.column(it) + ",~'none, (yet)')")
                .collect(Collectors.toList());
        ColumnModel column = new ColumnModel(id, names.get(id), table.strict ? "TEXT" : dice.of("TEXT", "", "INT"));
        column.computed = String.join("~||~", used);
        column.stored = dice.percent(50);
        int place = dice.percent(40) ? dice.between(1, table.columns.size()) : table.columns.size();
        table.columns.add(place, column);
    }
}
