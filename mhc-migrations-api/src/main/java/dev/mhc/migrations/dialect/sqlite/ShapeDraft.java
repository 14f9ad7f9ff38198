package dev.mhc.migrations.dialect.sqlite;

import dev.mhc.migrations.dialect.sqlite.TableParts.Item;
import dev.mhc.migrations.dialect.sqlite.TableParts.Kind;
import dev.mhc.migrations.error.ErrorCode;
import dev.mhc.migrations.operation.TableChange;
import dev.mhc.migrations.schema.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A table's new shape as far as it is known: its text, how its columns get their values, and what rows must be like. */
final class ShapeDraft {

    private final Table before;
    private final String definition;
    private final TableEdits edits;
    private final Map<String, NewValue> values = new LinkedHashMap<>();
    /** Looked at when all changes are known, since a later one may give a column its values. */
    private final List<Consumer<ShapeProbes>> wanted = new ArrayList<>();

    private final List<String> asked = new ArrayList<>();

    ShapeDraft(Table before) {
        this.before = before;
        this.definition = before.definition().isEmpty()
                ? SqliteDdl.createTable(before)
                : before.definition().get(0);
        this.edits = new TableEdits(definition);
        for (Item column : parts().columns()) {
            String name = column.column().orElseThrow();
            boolean computed = column.first(Kind.COMPUTED).isPresent();
            put(computed ? NewValue.computed(name) : NewValue.kept(name));
        }
    }

    Table before() {
        return before;
    }

    /** The name of the table. */
    String table() {
        return before.name();
    }

    /** The text that the table has now. */
    String definition() {
        return definition;
    }

    TableEdits edits() {
        return edits;
    }

    /** The text of the new shape. */
    TableParts parts() {
        return edits.parts();
    }

    /**
     * A column of the new shape.
     *
     * @throws dev.mhc.migrations.error.MigrationException if there is none of this name
     */
    Item column(String name, TableChange change) {
        return parts().column(name)
                .orElseThrow(() -> ErrorCode.NO_SUCH_COLUMN.with(
                        change.describe(), table(), name, Suggestion.among(parts().columnNames(), name)));
    }

    /** How a column of the new shape gets its values. */
    NewValue value(String column) {
        NewValue value = values.get(SqliteRules.fold(column));
        if (value == null) {
            throw new IllegalStateException("No column " + column);
        }
        return value;
    }

    void put(NewValue value) {
        values.put(SqliteRules.fold(value.column()), value);
    }

    void remove(String column) {
        values.remove(SqliteRules.fold(column));
    }

    /** What rows must be like is probed before one of them is copied. */
    void want(Consumer<ShapeProbes> probe) {
        wanted.add(probe);
    }

    /** What was asked for, for the report. */
    void ask(String what) {
        asked.add(what);
    }

    List<String> asked() {
        return List.copyOf(asked);
    }

    ShapeProbes probes() {
        ShapeProbes probes = new ShapeProbes(table(), SqliteProbes.of(before).rowKey(), values);
        wanted.forEach(it -> it.accept(probes));
        return probes;
    }
}
