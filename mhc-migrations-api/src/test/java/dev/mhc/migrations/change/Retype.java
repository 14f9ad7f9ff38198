package dev.mhc.migrations.change;

import dev.mhc.migrations.operation.AlteredColumnEditor;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Gives a column another type, with an expression for its values or without. */
final class Retype {

    private final Dice dice;
    private final ChangePlan plan;
    private final Set<Integer> changed;
    private final Map<Integer, NewType> types = new HashMap<>();

    Retype(Dice dice, ChangePlan plan, Set<Integer> changed) {
        this.dice = dice;
        this.plan = plan;
        this.changed = changed;
    }

    void retype(ColumnModel column, List<Consumer<AlteredColumnEditor>> more, StringBuilder text) throws SQLException {
        TableModel table = plan.table();
        NewType type = suitable(column);
        more.add(it -> it.type(type.type()));
        text.append(".type(").append(type.type()).append(")");
        String using = dice.percent(40) ? using(type, column) : "";
        if (!using.isEmpty()) {
            String sql = Template.render(using, table, Spelling.plain());
            text.append(".using(").append(sql).append(")");
            more.add(it -> it.using(sql));
            plan.values.put(column.id, plan.before.evaluate(using));
        } else {
            plan.converted.put(column.id, plan.values.getOrDefault(column.id, List.of()));
        }
        types.put(column.id, type);
        judge(column);
        changed.add(column.id);
        apply(column, type.in(table));
    }

    /** What a column holds must fit the type that it got. */
    void judge(ColumnModel column) {
        NewType type = types.get(column.id);
        if (type != null
                && plan.values.getOrDefault(column.id, List.of()).stream().anyMatch(type::mayRefuse)) {
            plan.reasons.add("values that do not fit " + type.type());
        }
    }

    private void apply(ColumnModel column, String declared) {
        TableModel table = plan.table();
        boolean rowid = table.rowidAlias().filter(it -> it == column).isPresent();
        String old = column.type;
        if (rowid) {
            column.type = declared;
            if (column.affinity().equals("INTEGER")) {
                column.type = old;
                return;
            }
            column.notNull = true;
            table.primaryKey().orElseThrow().autoincrement = false;
        }
        column.type = old.replace(" ", "").equalsIgnoreCase(declared.replace(" ", "")) ? old : declared;
        if (!rowid
                && table.rowidAlias().filter(it -> it == column).isPresent()
                && plan.values.getOrDefault(column.id, List.of()).contains("NULL")) {
            plan.reasons.add("a rowid is never NULL");
        }
    }

    /** One that the values fit, mostly. */
    private NewType suitable(ColumnModel column) {
        List<NewType> types = NewType.of(plan.table());
        List<String> values = plan.values.getOrDefault(column.id, List.of());
        List<NewType> fitting = types.stream()
                .filter(type -> values.stream().noneMatch(type::mayRefuse))
                .toList();
        return fitting.isEmpty() || dice.percent(20) ? dice.of(types) : dice.of(fitting);
    }

    private String using(NewType type, ColumnModel column) {
        String own = Template.column(column.id);
        return switch (type.fits()) {
            case SMALL, WHOLE -> dice.of("7", "length(" + own + ")", "(SELECT count(*) FROM teams)");
            case BOOLEAN -> own + " IS NOT NULL";
            case REAL -> dice.of("0.5", "length(" + own + ") * 0.5");
            case TEXT, SHORT_TEXT ->
                dice.of("'t' || length(" + own + ")", "typeof(" + own + ")", "(SELECT code FROM teams WHERE id = 2)");
            case BLOB -> "CAST(" + own + " AS BLOB)";
            case ANYTHING -> "coalesce(" + own + ", 'any')";
            case UNKNOWN -> "";
        };
    }
}
