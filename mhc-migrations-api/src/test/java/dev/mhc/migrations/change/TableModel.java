package dev.mhc.migrations.change;

import dev.mhc.migrations.change.ConstraintModel.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The table that a case changes, and the SQL that makes it. */
final class TableModel {

    String name;
    final List<ColumnModel> columns = new ArrayList<>();
    final List<ConstraintModel> constraints = new ArrayList<>();
    boolean withoutRowid;
    boolean strict;

    TableModel(String name) {
        this.name = name;
    }

    TableModel copy() {
        TableModel copy = new TableModel(name);
        columns.forEach(column -> copy.columns.add(column.copy()));
        constraints.forEach(constraint -> copy.constraints.add(constraint.copy()));
        copy.withoutRowid = withoutRowid;
        copy.strict = strict;
        return copy;
    }

    ColumnModel column(int id) {
        return find(id).orElseThrow(() -> new IllegalStateException("No column " + id));
    }

    Optional<ColumnModel> find(int id) {
        return columns.stream().filter(column -> column.id == id).findFirst();
    }

    List<ColumnModel> writable() {
        return columns.stream().filter(column -> !column.isComputed()).toList();
    }

    Optional<ConstraintModel> primaryKey() {
        return all(Kind.PRIMARY_KEY).stream().findFirst();
    }

    List<ConstraintModel> all(Kind kind) {
        return constraints.stream().filter(it -> it.kind == kind).toList();
    }

    boolean inPrimaryKey(int column) {
        return primaryKey().filter(key -> key.columns.contains(column)).isPresent();
    }

    /** The column that is the rowid. */
    Optional<ColumnModel> rowidAlias() {
        return primaryKey()
                .filter(key -> !withoutRowid && key.columns.size() == 1)
                .filter(key -> !(key.ofColumn && key.order.equals("DESC")))
                .map(key -> column(key.columns.get(0)))
                .filter(column -> column.type.equalsIgnoreCase("INTEGER"));
    }

    /** A name of the rowid that no column has. */
    Optional<String> rowidName() {
        if (withoutRowid) {
            return Optional.empty();
        }
        List<String> names = new ArrayList<>(List.of("rowid", "oid", "_rowid_"));
        columns.forEach(column -> names.removeIf(column.name::equalsIgnoreCase));
        return names.stream().findFirst();
    }

    String names(List<Integer> ids) {
        return ids.stream().map(Template::column).collect(Collectors.joining("~,~"));
    }

    String createTable(Spelling spelling) {
        spelling.part = "head";
        StringBuilder sql = new StringBuilder(render(spelling.word("CREATE") + "~TABLE~⟨t⟩~(", spelling));
        String divider = "";
        for (ColumnModel column : columns) {
            spelling.part = spelling.part + ">" + column.id;
            sql.append(divider).append(spelling.lineEnd());
            spelling.part = "" + column.id;
            sql.append(definition(column, spelling));
            divider = ",";
        }
        boolean follows = false;
        int number = 0;
        for (ConstraintModel constraint : constraints) {
            if (!constraint.ofColumn) {
                String part = "constraint " + number++;
                spelling.part = spelling.part + ">" + part;
                // SQLite takes constraints of a table that no comma divides.
                sql.append(follows && spelling.omitsComma() ? " " : ",").append(spelling.lineEnd());
                spelling.part = part;
                sql.append(render(clause(constraint), spelling));
                follows = true;
            }
        }
        spelling.part = spelling.part + ">tail";
        sql.append(spelling.lineEnd()).append(")");
        spelling.part = "tail";
        List<String> options = new ArrayList<>();
        if (withoutRowid) {
            options.add(spelling.word("WITHOUT") + "~ROWID");
        }
        if (strict) {
            options.add(spelling.word("STRICT"));
        }
        return sql.append(render(options.isEmpty() ? "" : "~" + String.join("~,~", options), spelling))
                .toString();
    }

    private String render(String template, Spelling spelling) {
        return Template.render(template, this, spelling);
    }

    private String definition(ColumnModel column, Spelling spelling) {
        StringBuilder sql = new StringBuilder(Template.column(column.id));
        if (!column.type.isEmpty()) {
            sql.append('~').append(spelling.word(column.type));
        }
        if (column.notNull) {
            sql.append('~').append(spelling.word("NOT")).append("~NULL").append(conflict(column.notNullConflict));
        }
        if (!column.defaultSql.isEmpty()) {
            sql.append("~DEFAULT~").append(column.defaultSql);
        }
        if (!column.collation.isEmpty()) {
            sql.append("~COLLATE~").append(column.collation);
        }
        if (column.isComputed()) {
            // SQLite takes comments before AS for a part of the type.
            sql.append(column.stored ? " GENERATED ALWAYS AS~(" : " AS~(")
                    .append(column.computed)
                    .append(column.stored ? ")~STORED" : ")~VIRTUAL");
        }
        for (ConstraintModel constraint : constraints) {
            if (constraint.ofColumn && constraint.columns.get(0) == column.id) {
                sql.append('~').append(clause(constraint));
            }
        }
        return render(sql.toString(), spelling);
    }

    private static String conflict(String conflict) {
        return conflict.isEmpty() ? "" : "~ON~CONFLICT~" + conflict;
    }

    private String clause(ConstraintModel it) {
        String list = it.ofColumn ? "" : "~(" + names(it.columns) + (it.autoincrement ? "~AUTOINCREMENT" : "") + "~)";
        String head = it.name.isEmpty() ? "" : "CONSTRAINT~" + Template.name(it.name) + "~";
        return head
                + switch (it.kind) {
                    case PRIMARY_KEY ->
                        "PRIMARY~KEY" + list + (it.order.isEmpty() ? "" : "~" + it.order) + conflict(it.conflict)
                                + (it.ofColumn && it.autoincrement ? "~AUTOINCREMENT" : "");
                    case UNIQUE -> "UNIQUE" + list + conflict(it.conflict);
                    case CHECK -> "CHECK~(" + it.condition + ")";
                    case FOREIGN_KEY -> (it.ofColumn ? "" : "FOREIGN~KEY" + list + "~") + references(it);
                };
    }

    private static String references(ConstraintModel it) {
        String parent = it.parent.equals(ConstraintModel.SELF) ? it.parent : Template.name(it.parent);
        return "REFERENCES~" + parent
                + (it.parentColumns.isEmpty() ? "" : "~(" + String.join("~,~", it.parentColumns) + ")")
                + (it.actions.isEmpty() ? "" : "~" + String.join("~", it.actions));
    }
}
