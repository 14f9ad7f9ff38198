package dev.mhc.migrations.schema;

import dev.mhc.migrations.schema.Column.Generation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A table that tests build and change part by part. */
final class TableBuilder {

    private String name;
    private final List<Column> columns = new ArrayList<>();
    private Optional<PrimaryKey> primaryKey = Optional.empty();
    private final List<ForeignKey> foreignKeys = new ArrayList<>();
    private final List<UniqueKey> uniqueKeys = new ArrayList<>();
    private final List<Index> indexes = new ArrayList<>();

    private TableBuilder(String name) {
        this.name = name;
    }

    static TableBuilder table(String name) {
        return new TableBuilder(name);
    }

    static TableBuilder of(Table table) {
        TableBuilder builder = new TableBuilder(table.name());
        builder.columns.addAll(table.columns());
        builder.primaryKey = table.primaryKey();
        builder.foreignKeys.addAll(table.foreignKeys());
        builder.uniqueKeys.addAll(table.uniqueKeys());
        builder.indexes.addAll(table.indexes());
        return builder;
    }

    TableBuilder copy() {
        return of(build());
    }

    TableBuilder named(String newName) {
        name = newName;
        return this;
    }

    TableBuilder id() {
        columns.add(Column.of("id", ColumnType.bigint()).notNull().generated(Generation.IDENTITY));
        return primaryKey("id");
    }

    TableBuilder column(Column column) {
        columns.add(column);
        return this;
    }

    TableBuilder primaryKey(String... names) {
        primaryKey = Optional.of(PrimaryKey.of(names));
        return this;
    }

    TableBuilder noPrimaryKey() {
        primaryKey = Optional.empty();
        return this;
    }

    TableBuilder foreignKey(ForeignKey key) {
        foreignKeys.add(key);
        return this;
    }

    TableBuilder unique(String... names) {
        uniqueKeys.add(UniqueKey.of(names));
        return this;
    }

    TableBuilder index(Index index) {
        indexes.add(index);
        return this;
    }

    TableBuilder changeColumn(String column, UnaryOperator<Column> change) {
        columns.replaceAll(it -> it.name().equals(column) ? change.apply(it) : it);
        return this;
    }

    TableBuilder changeForeignKeys(UnaryOperator<ForeignKey> change) {
        foreignKeys.replaceAll(change);
        return this;
    }

    TableBuilder dropForeignKey(ForeignKey key) {
        foreignKeys.remove(key);
        return this;
    }

    TableBuilder dropUnique(UniqueKey key) {
        uniqueKeys.remove(key);
        return this;
    }

    TableBuilder dropIndex(Index index) {
        indexes.remove(index);
        return this;
    }

    /** Drops a column with all that names it, as PostgreSQL does. */
    TableBuilder dropColumn(String column) {
        columns.removeIf(it -> it.name().equals(column));
        primaryKey = primaryKey.filter(key -> !key.columns().contains(column));
        foreignKeys.removeIf(key -> key.columns().contains(column));
        uniqueKeys.removeIf(key -> key.columns().contains(column));
        indexes.removeIf(
                index -> index.parts().stream().anyMatch(part -> part.text().equals(column)));
        return this;
    }

    /** Renames a column wherever this table names it. */
    TableBuilder renameColumn(String from, String to) {
        UnaryOperator<String> rename = it -> it.equals(from) ? to : it;
        changeColumn(from, it -> new Column(to, it.type(), it.nullable(), it.defaultValue(), it.generation()));
        primaryKey = primaryKey.map(key ->
                new PrimaryKey(key.name(), key.columns().stream().map(rename).toList()));
        changeForeignKeys(key -> new ForeignKey(
                key.name(),
                key.columns().stream().map(rename).toList(),
                key.referencedTable(),
                key.referencedColumns(),
                key.onDelete(),
                key.onUpdate(),
                key.deferrable()));
        uniqueKeys.replaceAll(key ->
                new UniqueKey(key.name(), key.columns().stream().map(rename).toList()));
        indexes.replaceAll(index -> new Index(
                index.name(),
                index.parts().stream()
                        .map(part -> new Index.Part(rename.apply(part.text()), part.expression(), part.descending()))
                        .toList(),
                index.unique(),
                index.where()));
        return this;
    }

    Table build() {
        return new Table(name, columns, primaryKey, foreignKeys, uniqueKeys, List.of(), indexes);
    }
}
