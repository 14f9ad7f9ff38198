package dev.mhc.migrations.dialect.sqlite;

import dev.mhc.migrations.dialect.sqlite.TableParts.Item;
import dev.mhc.migrations.dialect.sqlite.TableParts.Kind;
import dev.mhc.migrations.error.ErrorCode;
import dev.mhc.migrations.operation.TableChange;
import dev.mhc.migrations.schema.Check;
import dev.mhc.migrations.schema.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

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

    /** No row may have NULL there, unless a later change allows it again. */
    void wantNoNull(String column, boolean filled) {
        want(List.of(column), probes -> {
            if (column(column).first(Kind.NOT_NULL).isPresent()) {
                probes.nulls(column, filled);
            }
        });
    }

    /** No two rows may have the same values there, unless a later change takes the key away again. */
    void wantDistinct(List<String> columns, String what) {
        want(columns, probes -> {
            boolean stays = Stream.concat(parts().all(Kind.UNIQUE).stream(), parts().all(Kind.PRIMARY_KEY).stream())
                    .anyMatch(key -> key.isAbout(columns));
            if (stays) {
                probes.duplicates(columns, what);
            }
        });
    }

    /** Every row must satisfy the check, unless a later change drops it again. */
    void wantCheck(Check check) {
        List<String> columns = parts().columnNames().stream()
                .filter(column -> Expressions.mention(check.expression(), column))
                .toList();
        want(columns, probes -> {
            if (parts().all(Kind.CHECK).stream()
                    .anyMatch(it -> it.text().equals(check.expression().strip()))) {
                probes.violations(check);
            }
        });
    }

    private Item column(String name) {
        return parts().column(name).orElseThrow(() -> new IllegalStateException("No column " + name));
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
