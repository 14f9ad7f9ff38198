package dev.mhc.migrations.change;

import java.util.ArrayList;
import java.util.List;

/** A table, all that depends on it, and tables that are none of its business. */
final class SchemaModel {

    /** What every case has beside its table: parents with rows, a place for what triggers do, and a bystander. */
    static final List<String> SURROUNDINGS = List.of(
            "CREATE TABLE teams (id INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE, a INTEGER, b TEXT, UNIQUE (a, b))",
            "INSERT INTO teams VALUES (1, 'a', 1, 'x'), (2, 'b', 2, 'y'), (3, 'ann', 7, 'b'), (7, '30', NULL, '')",
            "CREATE TABLE audit (what TEXT, old, new)",
            "CREATE TABLE [by stander] ( -- left alone\n  id INTEGER PRIMARY KEY AUTOINCREMENT, \"a\" TEXT DEFAULT 'x')",
            "INSERT INTO [by stander] (id, a) VALUES (41, 'one'), (57, NULL)",
            "DELETE FROM [by stander] WHERE id = 57",
            "CREATE INDEX ix_by ON [by stander] (lower(a)) WHERE a <> ''",
            "CREATE TRIGGER tr_by AFTER INSERT ON [by stander] BEGIN INSERT INTO audit VALUES ('by', NULL, NEW.a); END",
            "CREATE VIEW v_by AS SELECT id, a FROM [by stander]");

    /**
     * An index, a trigger or a view.
     *
     * @param type as {@code sqlite_schema} has it
     * @param uses a view that it needs, or empty
     */
    record ObjectModel(String type, String name, String template, String uses) {

        boolean mentions(int column) {
            return template.contains(Template.column(column));
        }
    }

    /**
     * A table with a foreign key to the table.
     *
     * @param referenced the columns that it references
     * @param implicit whether it names only the table, and so references its primary key
     */
    record ChildModel(String name, List<Integer> referenced, boolean implicit, String template) {}

    final TableModel table;
    final List<ObjectModel> objects = new ArrayList<>();
    final List<ChildModel> children = new ArrayList<>();
    int nextColumn;

    SchemaModel(TableModel table) {
        this.table = table;
    }

    SchemaModel copy() {
        SchemaModel copy = new SchemaModel(table.copy());
        copy.objects.addAll(objects);
        copy.children.addAll(children);
        copy.nextColumn = nextColumn;
        return copy;
    }

    List<ObjectModel> all(String type) {
        return objects.stream().filter(it -> it.type().equals(type)).toList();
    }

    String sql(ObjectModel object, Spelling spelling) {
        return Template.render(object.template(), table, spelling);
    }

    String sql(ChildModel child, Spelling spelling) {
        return Template.render(child.template(), table, spelling);
    }

    boolean isReferenced(int column) {
        return children.stream().anyMatch(it -> it.referenced().contains(column))
                || table.constraints.stream()
                        .anyMatch(it -> it.parent.equals(ConstraintModel.SELF)
                                && (it.parentColumns.contains(Template.column(column))
                                        || (it.parentColumns.isEmpty() && table.inPrimaryKey(column))));
    }
}
