package dev.mhc.migrations.change;

import dev.mhc.migrations.change.ConstraintModel.Kind;
import dev.mhc.migrations.operation.AlteredColumnEditor;
import dev.mhc.migrations.operation.NewColumnEditor;
import dev.mhc.migrations.operation.ReferencingColumnEditor;
import dev.mhc.migrations.schema.ReferentialAction;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

/** Changes of columns: each is written down as a migration does, and done to the model by the rules that the docs promise. */
final class ColumnChanges {

    private static final Set<String> ROWID = Set.of("rowid", "oid");

    private final Dice dice;
    private final ChangePlan plan;
    /** Columns whose values are not those of the old row any more. */
    private final Set<Integer> changed = new HashSet<>();

    private final Set<Integer> required = new HashSet<>();
    private final Retype retype;
    private int added;

    ColumnChanges(Dice dice, ChangePlan plan) {
        this.dice = dice;
        this.plan = plan;
        this.retype = new Retype(dice, plan, changed);
    }

    private TableModel table() {
        return plan.table();
    }

    private String sql(String template) {
        return Template.render(template, table(), Spelling.plain());
    }

    /** A name as a migration may spell it. */
    private String spelt(String name) {
        boolean ascii = name.chars().allMatch(it -> it < 128);
        return ascii && dice.percent(8) ? name.toUpperCase(Locale.ROOT) : name;
    }

    private boolean isUsed(int column) {
        return plan.after.objects.stream().anyMatch(it -> it.mentions(column))
                || plan.after.isReferenced(column)
                || table().inPrimaryKey(column)
                || table().columns.stream().anyMatch(it -> it.computed.contains(Template.column(column)))
                || table().constraints.stream()
                        .anyMatch(it -> it.mentions(column) && (it.columns.size() > 1 || !it.name.isEmpty()));
    }

    private List<String> freeNames() {
        List<String> free = new ArrayList<>(TableGenerator.NAMES);
        free.add("added " + added);
        table().columns.forEach(column -> free.removeIf(column.name::equalsIgnoreCase));
        return free;
    }

    void add() throws SQLException {
        NewType type = dice.of(NewType.of(table()));
        ColumnModel column = new ColumnModel(plan.after.nextColumn++, dice.of(freeNames()), type.in(table()));
        added++;
        StringBuilder text = new StringBuilder("addColumn(" + column.name + ", " + type.type() + ")");
        List<Consumer<NewColumnEditor>> more = new ArrayList<>();
        List<ConstraintModel> constraints = new ArrayList<>();
        String filled = "";
        switch (dice.below(9)) {
            case 0 -> {}
            case 1, 2 -> addDefault(column, more, text);
            case 3 -> {
                column.defaultSql = "(length('abc') + 1)";
                more.add(it -> it.defaultExpression("length('abc') + 1"));
            }
            case 4 -> {
                addDefault(column, more, text);
                column.notNull = true;
                more.add(NewColumnEditor::notNull);
            }
            case 5 -> {
                constraints.add(constraint(Kind.UNIQUE, column));
                more.add(NewColumnEditor::unique);
                filled = dice.percent(50)
                        ? dice.of(plan.before.values.keySet().stream().toList()).toString()
                        : "";
            }
            case 6 -> constraints.add(references(column, more));
            case 7 -> compute(column, more);
            default -> {
                column.notNull = true;
                more.add(NewColumnEditor::notNull);
            }
        }
        text.append(column.notNull ? ".notNull()" : "")
                .append(column.isComputed() ? " computed " + column.computed : "");
        text.append(column.defaultSql.isEmpty() ? "" : " default " + column.defaultSql);
        constraints.forEach(it -> text.append(' ').append(it.kind).append(' ').append(it.parent));
        table().columns.add(column);
        table().constraints.addAll(constraints);
        plan.added.addAll(constraints);
        String name = column.name;
        plan.add("add column", text.toString(), t -> {
            NewColumnEditor editor = t.addColumn(name, type.type());
            more.forEach(it -> it.accept(editor));
        });
        plan.undo(t -> t.dropColumn(name));
        if (!column.isComputed()) {
            plan.values.put(column.id, Collections.nCopies(plan.before.count(), ChangePlan.DEFAULT));
            changed.add(column.id);
        }
        if (column.notNull && column.defaultSql.isEmpty() && plan.before.count() > 0) {
            plan.reasons.add("rows have no value for a new column");
        }
        if (!filled.isEmpty() && table().find(Integer.parseInt(filled)).isPresent()) {
            fill(column, type, Template.column(Integer.parseInt(filled)));
        }
    }

    /** A column that gets its values in the same alterTable. */
    private void fill(ColumnModel column, NewType type, String expression) throws SQLException {
        if (changed.contains(Integer.parseInt(expression.substring(1, expression.length() - 1)))) {
            return;
        }
        String name = column.name;
        String sql = sql(expression);
        plan.add(
                "fill new column",
                "alterColumn(" + name + ").notNull().fillNulls(" + sql + ")",
                t -> t.alterColumn(name).notNull().fillNulls(sql));
        plan.values.put(column.id, plan.before.evaluate(expression));
        column.notNull = true;
        if (type.fits() == NewType.Fits.BLOB) {
            plan.reasons.add("values of another class in a new column");
        }
    }

    private static ConstraintModel constraint(Kind kind, ColumnModel column) {
        ConstraintModel constraint = new ConstraintModel(kind, List.of(column.id));
        constraint.ofColumn = true;
        return constraint;
    }

    private void addDefault(ColumnModel column, List<Consumer<NewColumnEditor>> more, StringBuilder text) {
        switch (column.affinity()) {
            case "TEXT" -> {
                column.defaultSql = "'it''s new'";
                more.add(it -> it.defaultValue("it's new"));
            }
            case "BLOB" -> {
                column.defaultSql = "x'0102'";
                more.add(it -> it.defaultExpression("x'0102'"));
            }
            default -> {
                column.defaultSql = "5";
                more.add(it -> it.defaultValue(5));
            }
        }
        text.append(".default");
    }

    private ConstraintModel references(ColumnModel column, List<Consumer<NewColumnEditor>> more) {
        ConstraintModel key = constraint(Kind.FOREIGN_KEY, column);
        boolean cascade = dice.percent(50);
        boolean itself =
                table().primaryKey().filter(it -> it.columns.size() == 1).isPresent() && dice.percent(40);
        String parent = itself ? table().name : "teams";
        String target;
        if (itself) {
            int own = table().primaryKey().orElseThrow().columns.get(0);
            key.parent = ConstraintModel.SELF;
            key.parentColumns.add(Template.column(own));
            target = table().column(own).name;
        } else {
            target = column.affinity().equals("TEXT") ? "code" : "id";
            key.parent = parent;
            key.parentColumns.add(Template.name(target));
        }
        if (cascade) {
            key.actions.add("ON~DELETE~CASCADE");
        }
        more.add(it -> {
            ReferencingColumnEditor editor = it.references(parent, target);
            if (cascade) {
                editor.onDelete(ReferentialAction.CASCADE);
            }
        });
        return key;
    }

    private void compute(ColumnModel column, List<Consumer<NewColumnEditor>> more) {
        ColumnModel from = dice.of(table().writable());
        column.computed = "typeof(" + Template.column(from.id) + ") || '!'";
        column.stored = true;
        String sql = sql(column.computed);
        more.add(it -> it.computedAs(sql));
        if (table().strict && !column.type.equals("TEXT") && !column.type.equals("ANY")) {
            plan.reasons.add("a computed text in a STRICT column");
        }
    }

    void drop() {
        List<ColumnModel> candidates = new ArrayList<>(table().columns);
        if (dice.percent(85)) {
            candidates.removeIf(column -> isUsed(column.id));
        }
        if (candidates.isEmpty() || table().columns.size() == 1) {
            return;
        }
        ColumnModel column = dice.of(candidates);
        if (table().inPrimaryKey(column.id)) {
            plan.reasons.add("column of the primary key");
        }
        if (required.contains(column.id)) {
            plan.reasons.add("a column that was to refuse NULL in between");
        }
        String name = spelt(column.name);
        plan.add("drop column", "dropColumn(" + name + ")", t -> t.dropColumn(name));
        plan.irreversible();
        plan.touch(column.id);
        table().columns.remove(column);
        if (table().writable().isEmpty()) {
            plan.reasons.add("the last column");
        }
        table().constraints.stream()
                .filter(it -> it.ofColumn && it.mentions(column.id))
                .forEach(it -> plan.touch(it.columns.get(0)));
        if (table().constraints.removeIf(it -> it.mentions(column.id) && goesWith(it, column.id))) {
            plan.touched.add("constraint");
        }
        plan.values.remove(column.id);
        plan.converted.remove(column.id);
    }

    /** What has no name to be dropped by, or is about this column alone. */
    private static boolean goesWith(ConstraintModel constraint, int column) {
        return switch (constraint.kind) {
            case CHECK -> constraint.name.isEmpty() || (constraint.ofColumn && constraint.columns.contains(column));
            case UNIQUE, FOREIGN_KEY -> constraint.columns.size() == 1;
            case PRIMARY_KEY -> true;
        };
    }

    void rename() {
        List<ColumnModel> columns = new ArrayList<>(table().columns);
        // SQLite renames no column to or from a name of the rowid.
        columns.removeIf(column -> ROWID.contains(column.name));
        if (columns.isEmpty()) {
            return;
        }
        ColumnModel column = dice.of(columns);
        if (dice.percent(25) && table().columns.size() > 1) {
            swap(column, dice.of(columns));
        } else {
            List<String> free = freeNames();
            free.removeAll(ROWID);
            rename(column, dice.of(free));
        }
    }

    private void swap(ColumnModel one, ColumnModel other) {
        if (one != other) {
            String first = one.name;
            String second = other.name;
            rename(one, "in between");
            rename(other, first);
            rename(one, second);
        }
    }

    private void rename(ColumnModel column, String to) {
        String from = column.name;
        plan.add("rename column", "renameColumn(" + from + ", " + to + ")", t -> t.renameColumn(from, to));
        plan.undo(t -> t.renameColumn(to, from));
        plan.renamesColumn = true;
        column.name = to;
    }

    void alter() throws SQLException {
        List<ColumnModel> old = table().writable().stream()
                .filter(it -> plan.before.values.containsKey(it.id))
                .toList();
        if (old.isEmpty()) {
            return;
        }
        ColumnModel column = dice.of(old);
        String name = spelt(column.name);
        List<Consumer<AlteredColumnEditor>> more = new ArrayList<>();
        StringBuilder text = new StringBuilder("alterColumn(" + name + ")");
        String kinds = "";
        if (dice.percent(50) && !changed.contains(column.id)) {
            kinds = kinds + " type";
            retype.retype(column, more, text);
            plan.irreversible();
        }
        if (dice.percent(35) || more.isEmpty()) {
            kinds = kinds + (nullness(column, more, text) ? " not null" : " nullable");
        }
        if (dice.percent(30)) {
            kinds = kinds + " default";
            newDefault(column, more, text);
            plan.irreversible();
        }
        plan.touch(column.id);
        plan.add("alter" + kinds, text.toString(), t -> {
            AlteredColumnEditor editor = t.alterColumn(name);
            more.forEach(it -> it.accept(editor));
        });
    }

    private boolean nullness(ColumnModel column, List<Consumer<AlteredColumnEditor>> more, StringBuilder text)
            throws SQLException {
        String name = column.name;
        if (column.notNull) {
            text.append(".nullable()");
            more.add(AlteredColumnEditor::nullable);
            if (table().inPrimaryKey(column.id)) {
                plan.reasons.add("a primary key is never NULL");
            }
            if (required.contains(column.id)) {
                plan.reasons.add("a column that was to refuse NULL in between");
            }
            column.notNull = false;
            plan.undo(t -> t.alterColumn(name).notNull());
            if (!column.notNullConflict.isEmpty()) {
                plan.irreversible();
            }
            column.notNullConflict = "";
            return false;
        }
        required.add(column.id);
        text.append(".notNull()");
        more.add(AlteredColumnEditor::notNull);
        column.notNull = true;
        plan.undo(t -> t.alterColumn(name).nullable());
        if (table().inPrimaryKey(column.id)) {
            plan.irreversible();
        }
        List<Integer> others = plan.before.values.keySet().stream()
                .filter(id -> !changed.contains(id) && table().find(id).isPresent())
                .toList();
        List<String> now = plan.values.getOrDefault(column.id, List.of());
        if (dice.percent(70) && !others.isEmpty() && !now.contains(ChangePlan.DEFAULT)) {
            String other = Template.column(dice.of(others));
            String fill = column.affinity().equals("TEXT")
                    ? dice.of("'filled'", "coalesce(" + other + ", 'else')", "'it''s ' || rowid")
                    : dice.of("0", "(1 + 1)", "coalesce(length(" + other + "), 4)");
            if (fill.endsWith("rowid") && (table().withoutRowid || plan.before.rowids.isEmpty())) {
                fill = "'filled'";
            }
            String sql = sql(fill);
            text.append(".fillNulls(").append(sql).append(")");
            more.add(it -> it.fillNulls(sql));
            List<String> values = new ArrayList<>(now);
            List<String> fills = plan.before.evaluate(fill);
            for (int i = 0; i < values.size(); i++) {
                if (values.get(i).equals("NULL")) {
                    values.set(i, fills.get(i));
                    plan.irreversible();
                }
            }
            plan.values.put(column.id, values);
            retype.judge(column);
            changed.add(column.id);
        }
        return true;
    }

    private void newDefault(ColumnModel column, List<Consumer<AlteredColumnEditor>> more, StringBuilder text) {
        if (dice.percent(30)) {
            column.defaultSql = "";
            more.add(AlteredColumnEditor::dropDefault);
            text.append(".dropDefault()");
        } else if (column.affinity().equals("TEXT")) {
            column.defaultSql = "'it''s fresh'";
            more.add(it -> it.defaultValue("it's fresh"));
            text.append(".default(it's fresh)");
        } else {
            column.defaultSql = "(2 + 3)";
            more.add(it -> it.defaultExpression("2 + 3"));
            text.append(".default(2 + 3)");
        }
    }
}
