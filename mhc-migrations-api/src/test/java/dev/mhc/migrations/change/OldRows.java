package dev.mhc.migrations.change;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The rows of a table before it is changed, as literals in one order. */
final class OldRows {

    private final Script script;
    private final TableModel table;
    private final String order;

    final List<String> rowids;
    final Map<Integer, List<String>> values = new LinkedHashMap<>();

    OldRows(Script script, TableModel table) throws SQLException {
        this.script = script;
        this.table = table.copy();
        this.order = table.rowidName()
                .or(() -> table.rowidAlias().map(it -> render(Template.column(it.id))))
                .or(() -> table.primaryKey().map(it -> render(table.names(it.columns))))
                .orElseThrow();
        boolean hasRowid = table.rowidName().isPresent();
        this.rowids = hasRowid ? evaluate(order) : List.of();
        for (ColumnModel column : table.writable()) {
            values.put(column.id, evaluate(Template.column(column.id)));
        }
    }

    private String render(String template) {
        return Template.render(template, table, Spelling.plain());
    }

    /** The values of an expression over each of the rows. */
    List<String> evaluate(String template) throws SQLException {
        return script
                .table("SELECT quote(" + render(template) + ") FROM " + render("⟨t⟩") + " ORDER BY " + order)
                .stream()
                .map(row -> row.get(0))
                .collect(Collectors.toList());
    }

    int count() {
        return values.isEmpty() ? 0 : values.values().iterator().next().size();
    }
}
