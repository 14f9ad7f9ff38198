package dev.mhc.migrations.change;

import dev.mhc.migrations.change.ConstraintModel.Kind;
import dev.mhc.migrations.operation.ForeignKeyEditor;
import dev.mhc.migrations.schema.ReferentialAction;
import java.util.List;
import java.util.stream.IntStream;

/** Changes of constraints. */
final class ConstraintChanges {

    private final Dice dice;
    private final ChangePlan plan;
    private int checks;

    ConstraintChanges(Dice dice, ChangePlan plan) {
        this.dice = dice;
        this.plan = plan;
    }

    private TableModel table() {
        return plan.table();
    }

    private String[] names(List<Integer> columns) {
        return columns.stream().map(id -> table().column(id).name).toArray(String[]::new);
    }

    private List<Integer> columns(int count) {
        return dice.some(count, table().writable().stream().map(it -> it.id).toList());
    }

    private boolean areDistinct(List<Integer> columns) {
        List<String> keys = List.of();
        for (int id : columns) {
            List<String> values = plan.values.getOrDefault(id, List.of());
            List<String> before = keys;
            keys = IntStream.range(0, values.size())
                    .mapToObj(i -> (i < before.size() ? before.get(i) + "|" : "") + values.get(i))
                    .toList();
        }
        return keys.stream().distinct().count() == keys.size();
    }

    private List<Integer> distinctColumns() {
        List<Integer> chosen = columns(dice.between(1, 2));
        for (int i = 0; i < 6 && !areDistinct(chosen) && dice.percent(95); i++) {
            chosen = columns(dice.between(1, 2));
        }
        return chosen;
    }

    void addUnique() {
        List<Integer> columns = distinctColumns();
        boolean there = table().constraints.stream().anyMatch(it -> it.kind != Kind.FOREIGN_KEY && it.isAbout(columns));
        if (columns.isEmpty() || there) {
            return;
        }
        ConstraintModel unique = new ConstraintModel(Kind.UNIQUE, columns);
        unique.ofColumn = columns.size() == 1;
        table().constraints.add(unique);
        plan.added.add(unique);
        String[] names = names(columns);
        plan.add("add unique", "addUnique(" + List.of(names) + ")", t -> t.addUnique(names));
        plan.undo(t -> t.dropUnique(names));
    }

    /** Those that were there before: to drop what the same alterTable adds makes no sense. */
    private List<ConstraintModel> old(Kind kind) {
        return table().all(kind).stream()
                .filter(it -> !plan.added.contains(it)
                        && it.columns.stream().allMatch(id -> table().find(id).isPresent()))
                .toList();
    }

    void dropUnique() {
        List<ConstraintModel> uniques = old(Kind.UNIQUE);
        if (uniques.isEmpty()) {
            return;
        }
        ConstraintModel chosen = dice.of(uniques);
        ConstraintModel unique = uniques.stream()
                .filter(it -> it.isAbout(chosen.columns))
                .findFirst()
                .orElseThrow();
        remove(unique);
        String[] names = names(unique.columns);
        plan.add("drop unique", "dropUnique(" + List.of(names) + ")", t -> t.dropUnique(names));
        plan.undo(t -> t.addUnique(names));
        if (!unique.conflict.isEmpty()) {
            plan.irreversible();
        }
    }

    private void remove(ConstraintModel constraint) {
        boolean isKey = constraint.kind == Kind.PRIMARY_KEY || constraint.kind == Kind.UNIQUE;
        boolean changed = constraint.columns.stream()
                .anyMatch(id -> !plan.values.getOrDefault(id, List.of()).equals(plan.before.values.get(id)));
        if (isKey && changed && !areDistinct(constraint.columns)) {
            plan.reasons.add("rows that met in a key before it was dropped");
        }
        int number = 0;
        for (ConstraintModel it : table().constraints) {
            if (it == constraint) {
                plan.touched.add(it.ofColumn ? "" + it.columns.get(0) : "constraint " + number);
            }
            number += it.ofColumn ? 0 : 1;
        }
        // Numbers shift with a second one, so from then on no constraint of the table counts.
        if (!constraint.ofColumn) {
            plan.touched.add("constraint");
        }
        table().constraints.remove(constraint);
    }

    void addCheck() {
        ColumnModel column = dice.of(table().columns);
        String own = Template.column(column.id);
        ConstraintModel check = new ConstraintModel(Kind.CHECK, List.of());
        check.name = dice.of("ck ", "grown") + checks++;
        check.condition = dice.of(
                "typeof(" + own + ") <> 'none, (really)'",
                own + " IS NULL OR length(" + own + ") < 60",
                own + " <> 77",
                own + " IS NOT 'w'",
                "(" + own + " > -100) IS NOT 0");
        if (table().all(Kind.CHECK).stream().anyMatch(it -> it.name.equalsIgnoreCase(check.name))) {
            return;
        }
        String sql = Template.render(check.condition, table(), Spelling.plain());
        table().constraints.add(check);
        plan.added.add(check);
        plan.add("add check", "addCheck(" + check.name + ", " + sql + ")", t -> t.addCheck(check.name, sql));
        plan.undo(t -> t.dropCheck(check.name));
    }

    void dropCheck() {
        List<ConstraintModel> named =
                old(Kind.CHECK).stream().filter(it -> !it.name.isEmpty()).toList();
        if (!named.isEmpty()) {
            ConstraintModel check = dice.of(named);
            remove(check);
            plan.add("drop check", "dropCheck(" + check.name + ")", t -> t.dropCheck(check.name));
            plan.irreversible();
        }
    }

    void addForeignKey() {
        boolean two = dice.percent(25);
        List<Integer> columns = columns(two ? 2 : 1);
        boolean there = table().all(Kind.FOREIGN_KEY).stream().anyMatch(it -> it.isAbout(columns));
        if (columns.isEmpty() || there) {
            return;
        }
        ConstraintModel key = new ConstraintModel(Kind.FOREIGN_KEY, columns);
        key.ofColumn = columns.size() == 1;
        boolean itself = columns.size() == 1
                && dice.percent(35)
                && table().primaryKey().filter(it -> it.columns.size() == 1).isPresent();
        String[] targets;
        if (itself) {
            int own = table().primaryKey().orElseThrow().columns.get(0);
            key.parent = ConstraintModel.SELF;
            key.parentColumns.add(Template.column(own));
            targets = names(List.of(own));
        } else {
            key.parent = "teams";
            targets = columns.size() == 2
                    ? new String[] {"a", "b"}
                    : new String[] {table().column(columns.get(0)).affinity().equals("TEXT") ? "code" : "id"};
            for (String target : targets) {
                key.parentColumns.add(Template.name(target));
            }
        }
        String parent = itself ? table().name : "teams";
        ReferentialAction onDelete = dice.of(ReferentialAction.values());
        boolean deferrable = dice.percent(30);
        if (onDelete != ReferentialAction.NO_ACTION) {
            key.actions.add("ON~DELETE~" + onDelete.sql().replace(' ', '~'));
        }
        if (deferrable) {
            key.actions.add("DEFERRABLE~INITIALLY~DEFERRED");
        }
        table().constraints.add(key);
        plan.added.add(key);
        String[] names = names(columns);
        plan.add(
                "add foreign key",
                "addForeignKey(" + List.of(names) + ").references(" + parent + ", " + List.of(targets) + ").onDelete("
                        + onDelete + ")" + (deferrable ? ".deferrable()" : ""),
                t -> {
                    ForeignKeyEditor editor =
                            t.addForeignKey(names).references(parent, targets).onDelete(onDelete);
                    if (deferrable) {
                        editor.deferrable();
                    }
                });
        plan.undo(t -> t.dropForeignKey(names));
    }

    void dropForeignKey() {
        List<ConstraintModel> keys = old(Kind.FOREIGN_KEY);
        if (keys.isEmpty()) {
            return;
        }
        ConstraintModel chosen = dice.of(keys);
        ConstraintModel key = keys.stream()
                .filter(it -> it.isAbout(chosen.columns))
                .findFirst()
                .orElseThrow();
        remove(key);
        String[] names = names(key.columns);
        plan.add("drop foreign key", "dropForeignKey(" + List.of(names) + ")", t -> t.dropForeignKey(names));
        plan.irreversible();
    }

    void primaryKey() {
        List<Integer> columns = distinctColumns();
        for (int i = 0; i < 6 && hasNull(columns) && dice.percent(95); i++) {
            columns = distinctColumns();
        }
        if (columns.isEmpty() || hasDefault(columns)) {
            return;
        }
        List<Integer> wanted = columns;
        String[] names = names(columns);
        plan.add("primary key", "primaryKey(" + List.of(names) + ")", t -> t.primaryKey(names));
        plan.irreversible();
        if (table().primaryKey().filter(it -> it.isAbout(wanted)).isPresent()) {
            return;
        }
        table().primaryKey().ifPresent(old -> {
            // What never was NULL must not become so unasked.
            if (table().rowidAlias().isPresent() || table().withoutRowid || table().strict) {
                old.columns.forEach(id -> table().column(id).notNull = true);
            }
            old.columns.forEach(plan::touch);
            remove(old);
        });
        ConstraintModel key = new ConstraintModel(Kind.PRIMARY_KEY, columns);
        key.ofColumn = columns.size() == 1;
        table().constraints.add(key);
        plan.added.add(key);
        for (int id : columns) {
            plan.touch(id);
            table().column(id).notNull = true;
        }
        if (table().rowidAlias().isPresent() && hasNull(columns)) {
            plan.reasons.add("a rowid is never NULL");
        }
    }

    private boolean hasNull(List<Integer> columns) {
        return columns.stream()
                .anyMatch(id -> plan.values.getOrDefault(id, List.of()).contains("NULL"));
    }

    private boolean hasDefault(List<Integer> columns) {
        return columns.stream()
                .anyMatch(id -> plan.values.getOrDefault(id, List.of()).contains(ChangePlan.DEFAULT));
    }
}
