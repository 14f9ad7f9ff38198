package dev.mhc.migrations.dialect.postgresql;

import dev.mhc.migrations.error.ErrorCode;
import dev.mhc.migrations.operation.TableChange;
import dev.mhc.migrations.schema.Column;
import dev.mhc.migrations.schema.ForeignKey;
import dev.mhc.migrations.schema.PrimaryKey;
import dev.mhc.migrations.schema.Table;
import dev.mhc.migrations.schema.UniqueKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** A table while an {@code alterTable} is rendered: each change sees what the ones before it left. */
final class TableState {

    private final String name;
    private final List<Column> columns;
    private final List<ForeignKey> foreignKeys = new ArrayList<>();
    private final List<UniqueKey> uniqueKeys = new ArrayList<>();
    private Optional<String> primaryKey;
    private List<String> keyColumns;

    TableState(Table live) {
        name = live.name();
        columns = new ArrayList<>(live.columns());
        primaryKey = live.primaryKey().map(key -> key.name().orElse(bareName() + "_pkey"));
        keyColumns = live.primaryKey().map(PrimaryKey::columns).orElse(List.of());
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

    /** The columns of the primary key, in order; empty if there is none. */
    List<String> keyColumns() {
        return keyColumns;
    }

    void setPrimaryKey(List<String> newColumns) {
        keyColumns = newColumns;
        primaryKey = Optional.of(bareName() + "_pkey");
    }

    /** The names of the foreign keys whose check of a changed row waits for COMMIT. */
    List<String> deferred() {
        return foreignKeys.stream()
                .filter(ForeignKey::deferrable)
                .flatMap(key -> key.name().stream())
                .toList();
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
        foreignKeys.add(with(key, given, key.columns()));
    }

    private static ForeignKey with(ForeignKey key, String name, List<String> columns) {
        return new ForeignKey(
                Optional.of(name),
                columns,
                key.referencedTable(),
                key.referencedColumns(),
                key.onDelete(),
                key.onUpdate(),
                key.deferrable(),
                key.traits());
    }

    void add(UniqueKey key) {
        uniqueKeys.add(key.named(key.name().orElseGet(() -> defaultName(key.columns(), "key"))));
    }

    /** A constraint of this table as SET CONSTRAINTS names it. */
    String constraint(String constraint) {
        return PostgresqlNames.schema(name)
                        .map(it -> PostgresqlNames.identifier(it) + ".")
                        .orElse("")
                + PostgresqlNames.identifier(constraint);
    }

    private String bareName() {
        return PostgresqlNames.bare(name);
    }

    private String defaultName(List<String> keyColumns, String suffix) {
        String columnNames = String.join("_", keyColumns);
        String chosen = PostgresqlNames.chosen(bareName(), columnNames, suffix);
        for (int number = 1; isTaken(chosen); number++) {
            chosen = PostgresqlNames.chosen(bareName(), columnNames, suffix + number);
        }
        return chosen;
    }

    private boolean isTaken(String constraint) {
        return Stream.concat(
                        foreignKeys.stream().map(ForeignKey::name),
                        uniqueKeys.stream().map(UniqueKey::name))
                .anyMatch(Optional.of(constraint)::equals);
    }

    void dropColumn(String column) {
        columns.removeIf(it -> it.name().equals(column));
        if (keyColumns.contains(column)) {
            keyColumns = List.of();
            primaryKey = Optional.empty();
        }
        foreignKeys.removeIf(key -> key.columns().contains(column));
        uniqueKeys.removeIf(key -> key.columns().contains(column));
    }

    void renameColumn(String from, String to) {
        columns.replaceAll(it -> it.name().equals(from) ? it.named(to) : it);
        keyColumns = renamed(keyColumns, from, to);
        foreignKeys.replaceAll(key -> with(key, key.name().orElseThrow(), renamed(key.columns(), from, to)));
        uniqueKeys.replaceAll(
                key -> new UniqueKey(key.name(), renamed(key.columns(), from, to), key.nullsNotDistinct()));
    }

    private static List<String> renamed(List<String> names, String from, String to) {
        return names.stream().map(it -> it.equals(from) ? to : it).toList();
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
                        it.expression(),
                        it.numbering())
                : it);
    }

    /** The names of the foreign keys of these columns, in any order; at least one. */
    List<String> foreignKeys(List<String> wanted, String change) {
        return all(foreignKeys, ForeignKey::columns, wanted, change, "foreign key").stream()
                .map(key -> key.name().orElseThrow())
                .toList();
    }

    /** Forgets the foreign key of these columns, in any order, and returns its name. */
    String dropForeignKey(List<String> wanted, String change) {
        ForeignKey dropped = all(foreignKeys, ForeignKey::columns, wanted, change, "foreign key")
                .get(0);
        foreignKeys.remove(dropped);
        return dropped.name().orElseThrow();
    }

    /** Forgets the unique constraint of these columns, in any order, and returns its name. */
    String dropUnique(List<String> wanted, String change) {
        UniqueKey dropped = all(uniqueKeys, UniqueKey::columns, wanted, change, "unique constraint")
                .get(0);
        uniqueKeys.remove(dropped);
        return dropped.name().orElseThrow();
    }

    private <K> List<K> all(
            List<K> constraints, Function<K, List<String>> columnsOf, List<String> wanted, String change, String kind) {
        List<String> sorted = wanted.stream().sorted().toList();
        List<K> found = constraints.stream()
                .filter(key -> columnsOf.apply(key).stream().sorted().toList().equals(sorted))
                .toList();
        if (found.isEmpty()) {
            throw ErrorCode.NO_SUCH_CONSTRAINT.with(
                    change,
                    name,
                    kind + " of " + String.join(", ", wanted),
                    thereAre(constraints.stream()
                            .map(key -> String.join(", ", columnsOf.apply(key)))
                            .toList()));
        }
        return found;
    }

    /** The table as it is now, as far as changes are rendered from it; checks and indexes are left out. */
    Table table() {
        return new Table(
                name,
                columns,
                primaryKey.map(it -> new PrimaryKey(Optional.of(it), keyColumns)),
                foreignKeys,
                uniqueKeys,
                List.of(),
                List.of());
    }

    private static String thereAre(List<String> names) {
        return names.isEmpty() ? "" : " There are: " + String.join("; ", names) + ".";
    }
}
