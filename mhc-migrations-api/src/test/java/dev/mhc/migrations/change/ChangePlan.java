package dev.mhc.migrations.change;

import dev.mhc.migrations.operation.AlterTableEditor;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** The changes of one migration, and what a table that never was otherwise would be after them. */
final class ChangePlan {

    /** Stands for a value that an INSERT leaves to the default. */
    static final String DEFAULT = "";

    final SchemaModel after;
    final OldRows before;

    final List<String> texts = new ArrayList<>();
    final List<String> kinds = new ArrayList<>();
    final List<Consumer<AlterTableEditor>> up = new ArrayList<>();
    final List<Consumer<AlterTableEditor>> down = new ArrayList<>();
    boolean reversible = true;
    boolean renamesColumn;

    /** The new name of the table, if it gets one. */
    Optional<String> newName = Optional.empty();

    boolean renamedFirst;

    /** The literals that the rows get, by column. */
    final Map<Integer, List<String>> values = new LinkedHashMap<>();

    /** What columns without using(…) held before their type changed. */
    final Map<Integer, List<String>> converted = new LinkedHashMap<>();

    /** Parts of the text that a change is about; comments in them may go. */
    final Set<String> touched = new HashSet<>();

    /** Constraints that were not there before. */
    final List<ConstraintModel> added = new ArrayList<>();

    /** Why it may be refused although such a table could be made. */
    final Set<String> reasons = new HashSet<>();

    ChangePlan(SchemaModel schema, OldRows before) {
        this.after = schema.copy();
        this.before = before;
        values.putAll(before.values);
    }

    TableModel table() {
        return after.table;
    }

    void add(String kind, String text, Consumer<AlterTableEditor> change) {
        kinds.add(kind);
        texts.add(text);
        up.add(change);
    }

    void undo(Consumer<AlterTableEditor> change) {
        down.add(0, change);
    }

    void irreversible() {
        reversible = false;
    }

    void touch(int column) {
        touched.add("" + column);
    }
}
