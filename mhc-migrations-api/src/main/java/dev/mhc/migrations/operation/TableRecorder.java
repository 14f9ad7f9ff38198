package dev.mhc.migrations.operation;

import dev.mhc.migrations.error.ErrorCode;
import dev.mhc.migrations.schema.Check;
import dev.mhc.migrations.schema.Column;
import dev.mhc.migrations.schema.ColumnType;
import dev.mhc.migrations.schema.ForeignKey;
import dev.mhc.migrations.schema.PrimaryKey;
import dev.mhc.migrations.schema.Table;
import dev.mhc.migrations.schema.UniqueKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Records one {@link CreateTable}. */
final class TableRecorder implements CreateTableEditor {

    private final String name;
    private final List<ColumnRecorder> columns = new ArrayList<>();
    private final List<ForeignKeyRecorder> foreignKeys = new ArrayList<>();
    private final List<UniqueKey> uniqueKeys = new ArrayList<>();
    private final List<Check> checks = new ArrayList<>();
    private final List<PrimaryKey> primaryKeys = new ArrayList<>();
    private final Set<String> identities = new TreeSet<>();

    TableRecorder(String name) {
        this.name = name;
    }

    @Override
    public void id() {
        id("id");
    }

    @Override
    public void id(String column) {
        identities.add(column);
        column(column, ColumnType.bigint()).primaryKey();
    }

    @Override
    public NewColumnEditor column(String columnName, ColumnType type) {
        ColumnRecorder column = new ColumnRecorder(columnName, type);
        columns.add(column);
        return column;
    }

    @Override
    public void primaryKey(String... keyColumns) {
        primaryKeys.add(PrimaryKey.of(keyColumns));
    }

    @Override
    public void unique(String... keyColumns) {
        uniqueKeys.add(UniqueKey.of(keyColumns));
    }

    @Override
    public ForeignKeyTarget foreignKey(String... keyColumns) {
        ForeignKeyRecorder foreignKey = new ForeignKeyRecorder(keyColumns);
        foreignKeys.add(foreignKey);
        return foreignKey;
    }

    @Override
    public void check(String checkName, String condition) {
        checks.add(new Check(Optional.of(checkName), condition));
    }

    Operation toOperation() {
        Optional<PrimaryKey> key = primaryKey();
        List<String> keyColumns = key.map(PrimaryKey::columns).orElse(List.of()).stream()
                .map(TableRecorder::folded)
                .toList();
        requireDistinctColumns();
        List<Column> tableColumns = columns.stream()
                .map(ColumnRecorder::column)
                // A key column is never null in SQL; SQLite keeps that promise only where it is written down.
                .map(column -> keyColumns.contains(folded(column.name())) ? column.notNull() : column)
                .map(column ->
                        identities.contains(column.name()) ? column.generated(Column.Generation.IDENTITY) : column)
                .toList();
        List<ForeignKey> keys = Stream.concat(
                        columns.stream().flatMap(column -> column.foreignKey().stream()),
                        foreignKeys.stream().map(ForeignKeyRecorder::toForeignKey))
                .toList();
        List<UniqueKey> uniques = Stream.concat(
                        columns.stream()
                                .filter(ColumnRecorder::isUnique)
                                .map(column -> UniqueKey.of(column.column().name())),
                        uniqueKeys.stream())
                .toList();
        return new CreateTable(new Table(name, tableColumns, key, keys, uniques, checks, List.of()));
    }

    private Optional<PrimaryKey> primaryKey() {
        List<PrimaryKey> all = Stream.concat(
                        columns.stream()
                                .filter(ColumnRecorder::isPrimaryKey)
                                .map(column -> PrimaryKey.of(column.column().name())),
                        primaryKeys.stream())
                .toList();
        if (all.size() > 1) {
            throw ErrorCode.BAD_DEFINITION.with(
                    "Table " + name,
                    "it has " + all.size() + " primary keys; name the columns of one key together in primaryKey(…)");
        }
        return all.stream().findFirst();
    }

    private void requireDistinctColumns() {
        Set<String> seen = new TreeSet<>();
        for (ColumnRecorder column : columns) {
            if (!seen.add(folded(column.column().name()))) {
                throw ErrorCode.BAD_DEFINITION.with(
                        "Table " + name, "column " + column.column().name() + " is there twice");
            }
        }
    }

    private static String folded(String column) {
        return column.toLowerCase(Locale.ROOT);
    }
}
