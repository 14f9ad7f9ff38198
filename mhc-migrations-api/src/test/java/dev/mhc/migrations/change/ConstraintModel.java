package dev.mhc.migrations.change;

import java.util.ArrayList;
import java.util.List;

/** A constraint as a case knows it. */
final class ConstraintModel {

    enum Kind {
        PRIMARY_KEY,
        UNIQUE,
        CHECK,
        FOREIGN_KEY
    }

    /** The parent of a foreign key to the table itself. */
    static final String SELF = "⟨t⟩";

    final Kind kind;
    final List<Integer> columns;
    String name = "";
    /** Whether it stands with its first column. */
    boolean ofColumn;
    /** ABORT, IGNORE and so on, or empty. */
    String conflict = "";
    /** ASC or DESC behind a column's PRIMARY KEY. */
    String order = "";

    boolean autoincrement;
    /** A template: the condition of a check. */
    String condition = "";

    String parent = "";
    /** Templates of the names of the referenced columns; none for the parent's primary key. */
    final List<String> parentColumns = new ArrayList<>();
    /** ON DELETE, ON UPDATE, MATCH, DEFERRABLE. */
    final List<String> actions = new ArrayList<>();

    ConstraintModel(Kind kind, List<Integer> columns) {
        this.kind = kind;
        this.columns = new ArrayList<>(columns);
    }

    ConstraintModel copy() {
        ConstraintModel copy = new ConstraintModel(kind, columns);
        copy.name = name;
        copy.ofColumn = ofColumn;
        copy.conflict = conflict;
        copy.order = order;
        copy.autoincrement = autoincrement;
        copy.condition = condition;
        copy.parent = parent;
        copy.parentColumns.addAll(parentColumns);
        copy.actions.addAll(actions);
        return copy;
    }

    boolean mentions(int column) {
        return columns.contains(column) || condition.contains(Template.column(column));
    }

    boolean isAbout(List<Integer> wanted) {
        return columns.equals(wanted);
    }
}
