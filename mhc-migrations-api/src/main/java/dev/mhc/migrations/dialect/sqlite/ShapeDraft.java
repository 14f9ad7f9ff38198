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
    private final List<Wanted> wanted = new ArrayList<>();

    private final List<String> asked = new ArrayList<>();
    private final List<String> dropped = new ArrayList<>();

    /** A probe of these columns, as long as the table still gets them. */
    private record Wanted(List<String> columns, Consumer<ShapeProbes> probe) {}

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

    /** The columns that the table did not have, and what rows that exist get there. */
    List<NewValue> added() {
        return values.values().stream()
                .filter(value -> isNew(value.column()) && !value.computed())
                .toList();
    }

    private boolean isNew(String column) {
        return before.columns().stream().noneMatch(it -> TableState.same(it.name(), column));
    }

    /** What a new column is computed as is known to the database only. */
    private boolean isReadable(String column) {
        NewValue value = values.get(SqliteRules.fold(column));
        return value != null && !(value.computed() && isNew(column));
    }

    void drop(String column) {
        values.remove(SqliteRules.fold(column));
        if (!isNew(column)) {
            dropped.add(column);
        }
    }

    /** What rows must be like in these columns is probed before one of them is copied. */
    void want(List<String> columns, Consumer<ShapeProbes> probe) {
        wanted.add(new Wanted(columns, probe));
    }

    /** The columns that the table had and is to lose. */
    List<String> dropped() {
        return List.copyOf(dropped);
    }

    /** What was asked for, for the report. */
    void ask(String what) {
        asked.add(what);
    }

    List<String> asked() {
        return List.copyOf(asked);
    }

    ShapeProbes probes() {
        Map<String, NewValue> readable = new LinkedHashMap<>(values);
        readable.values().removeIf(value -> !isReadable(value.column()));
        ShapeProbes probes = new ShapeProbes(table(), SqliteProbes.of(before).rowKey(), readable);
        wanted.stream()
                .filter(it -> it.columns().stream().allMatch(this::isReadable))
                .forEach(it -> it.probe().accept(probes));
        return probes;
    }
}
