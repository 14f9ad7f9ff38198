package dev.mhc.migrations.dialect.postgresql;

import dev.mhc.migrations.error.ErrorCode;
import dev.mhc.migrations.operation.TableChange;
import dev.mhc.migrations.schema.Column;
import dev.mhc.migrations.schema.ForeignKey;
import dev.mhc.migrations.schema.Table;
import dev.mhc.migrations.schema.UniqueKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A table while an {@code alterTable} is rendered: each change sees what the ones before it left. */
final class TableState {

    private record Constraint(String name, List<String> columns, boolean deferred) {
        Constraint renamed(String from, String to) {
            return new Constraint(
                    name,
                    columns.stream()
                            .map(column -> column.equals(from) ? to : column)
                            .toList(),
                    deferred);
        }
    }

    private final String name;
    private final List<Column> columns;
    private final List<Constraint> foreignKeys = new ArrayList<>();
    private final List<Constraint> uniqueKeys = new ArrayList<>();
    private Optional<String> primaryKey;

    TableState(Table live) {
        name = live.name();
        columns = new ArrayList<>(live.columns());
        primaryKey = live.primaryKey().map(key -> key.name().orElse(bareName() + "_pkey"));
        live.foreignKeys().forEach(this::add);
        live.uniqueKeys().forEach(this::add);
    }

    String name() {
        return name;
    }

    /** The name of the primary key. */
    Optional<String> primaryKey() {
        return primaryKey;
    }

    void setPrimaryKey() {
        primaryKey = Optional.of(bareName() + "_pkey");
    }

    /** Whether a change of rows may leave checks that wait for COMMIT. */
    boolean isDeferred() {
        return foreignKeys.stream().anyMatch(Constraint::deferred);
    }

    /**
     * The column of this name.
     *
     * @throws dev.mhc.migrations.error.MigrationException if there is none; {@code change} says what was wanted of it
     */
    Column column(String wanted, String change) {
        return columns.stream()
                .filter(column -> column.name().equals(wanted))
                .findFirst()
                .orElseThrow(() -> ErrorCode.NO_SUCH_COLUMN.with(
                        change,
                        name,
                        wanted,
                        thereAre(columns.stream().map(Column::name).toList())));
    }

    void add(TableChange.AddColumn add) {
        columns.add(add.column());
        add.references().ifPresent(this::add);
        if (add.unique()) {
            add(UniqueKey.of(add.column().name()));
        }
    }

    /** PostgreSQL names a constraint by its table and columns if nobody does. */
    void add(ForeignKey key) {
        String given = key.name().orElseGet(() -> defaultName(key.columns(), "fkey"));
        foreignKeys.add(new Constraint(given, key.columns(), key.deferrable()));
    }

    void add(UniqueKey key) {
        uniqueKeys.add(new Constraint(
                key.name().orElseGet(() -> defaultName(key.columns(), "key")), key.columns(), false));
    }

    private String bareName() {
        return PostgresqlNames.bare(name);
    }

    private String defaultName(List<String> keyColumns, String suffix) {
        return bareName() + "_" + String.join("_", keyColumns) + "_" + suffix;
    }

    void dropColumn(String column) {
        columns.removeIf(it -> it.name().equals(column));
        foreignKeys.removeIf(key -> key.columns().contains(column));
        uniqueKeys.removeIf(key -> key.columns().contains(column));
    }

    void renameColumn(String from, String to) {
        columns.replaceAll(it -> it.name().equals(from)
                ? new Column(to, it.type(), it.nullable(), it.defaultValue(), it.generation(), it.expression())
                : it);
        foreignKeys.replaceAll(key -> key.renamed(from, to));
        uniqueKeys.replaceAll(key -> key.renamed(from, to));
    }

    void change(Column column, TableChange.AlterColumn change) {
        columns.replaceAll(it -> it.equals(column)
                ? new Column(
                        it.name(),
                        change.type().orElse(it.type()),
                        change.nullable().orElse(it.nullable()),
                        change.newDefault()
                                .map(TableChange.DefaultChange::value)
                                .orElse(it.defaultValue()),
                        it.generation(),
                        it.expression())
                : it);
    }

    /** The name of the foreign key of these columns, in any order. */
    String foreignKey(List<String> wanted, String change) {
        return find(foreignKeys, wanted, change, "foreign key").name();
    }

    /** Forgets the foreign key of these columns, in any order, and returns its name. */
    String dropForeignKey(List<String> wanted, String change) {
        return drop(foreignKeys, wanted, change, "foreign key");
    }

    /** Forgets the unique constraint of these columns, in any order, and returns its name. */
    String dropUnique(List<String> wanted, String change) {
        return drop(uniqueKeys, wanted, change, "unique constraint");
    }

    private String drop(List<Constraint> constraints, List<String> wanted, String change, String kind) {
        Constraint dropped = find(constraints, wanted, change, kind);
        constraints.remove(dropped);
        return dropped.name();
    }

    private Constraint find(List<Constraint> constraints, List<String> wanted, String change, String kind) {
        List<String> sorted = wanted.stream().sorted().toList();
        return constraints.stream()
                .filter(key -> key.columns().stream().sorted().toList().equals(sorted))
                .findFirst()
                .orElseThrow(() -> ErrorCode.NO_SUCH_CONSTRAINT.with(
                        change,
                        name,
                        kind + " of " + String.join(", ", wanted),
                        thereAre(constraints.stream()
                                .map(key -> String.join(", ", key.columns()))
                                .toList())));
    }

    private static String thereAre(List<String> names) {
        return names.isEmpty() ? "" : " There are: " + String.join("; ", names) + ".";
    }
}
