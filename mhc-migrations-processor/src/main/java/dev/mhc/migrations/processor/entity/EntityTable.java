package dev.mhc.migrations.processor.entity;

import dev.mhc.migrations.schema.Check;
import dev.mhc.migrations.schema.Column;
import dev.mhc.migrations.schema.ForeignKey;
import dev.mhc.migrations.schema.Index;
import dev.mhc.migrations.schema.Table;
import dev.mhc.migrations.schema.UniqueKey;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What one class, or one of its collections, puts into a table. */
final class EntityTable {

    private final String name;
    private final List<EntityColumn> columns = new ArrayList<>();
    private final Set<ForeignKey> foreignKeys = new LinkedHashSet<>();
    private final Set<UniqueKey> uniqueKeys = new LinkedHashSet<>();
    private final Set<Index> indexes = new LinkedHashSet<>();
    private final Set<Check> checks = new LinkedHashSet<>();
    private List<String> primaryKey = List.of();

    EntityTable(String name) {
        this.name = name;
    }

    String name() {
        return name;
    }

    List<EntityColumn> columns() {
        return List.copyOf(columns);
    }

    List<String> primaryKey() {
        return primaryKey;
    }

    Set<UniqueKey> uniqueKeys() {
        return uniqueKeys;
    }

    Set<Check> checks() {
        return checks;
    }

    Set<Index> indexes() {
        return indexes;
    }

    Set<ForeignKey> foreignKeys() {
        return foreignKeys;
    }

    /** Adds a column. One that only shows what another writes adds to that what it knows. */
    void add(EntityColumn column, EntityFindings findings) {
        int first = indexOf(column.column().name());
        if (first < 0) {
            columns.add(column);
        } else if (column.readOnly()) {
            columns.set(first, join(columns.get(first), column));
        } else if (columns.get(first).readOnly()) {
            columns.set(first, join(column, columns.get(first)));
        } else {
            findings.error(
                    column.place(),
                    EntityProblem.DUPLICATE_COLUMN,
                    column.subject(),
                    column.column().name(),
                    name,
                    columns.get(first).subject());
        }
    }

    void addAll(List<EntityColumn> all, EntityFindings findings) {
        all.forEach(it -> add(it, findings));
    }

    void add(ForeignKey key) {
        foreignKeys.add(key);
    }

    void add(UniqueKey key) {
        uniqueKeys.add(key);
    }

    void add(Index index) {
        indexes.add(index);
    }

    /** Adds a column that others may have put into the table, too; that they agree was asked before. */
    void merge(EntityColumn column) {
        int first = indexOf(column.column().name());
        if (first < 0) {
            columns.add(column);
        } else if (columns.get(first).loose() && !column.loose()) {
            columns.set(
                    first, column.uniqueIf(column.unique() || columns.get(first).unique()));
        } else {
            columns.set(first, join(columns.get(first), column));
        }
    }

    void setPrimaryKeyNames(List<String> key) {
        primaryKey = List.copyOf(key);
    }

    void setPrimaryKey(List<EntityColumn> key) {
        primaryKey = key.stream().map(it -> it.column().name()).toList();
    }

    private int indexOf(String column) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).column().name().equalsIgnoreCase(column)) {
                return i;
            }
        }
        return -1;
    }

    private static EntityColumn join(EntityColumn written, EntityColumn shown) {
        Column column =
                shown.column().nullable() ? written.column() : written.column().notNull();
        return written.with(column).uniqueIf(written.unique() || (shown.unique() && !written.identifier()));
    }

    /** As it is compared with the database. */
    Table table() {
        Table.Builder table = Table.named(name);
        columns.forEach(it -> table.column(it.column()));
        if (!primaryKey.isEmpty()) {
            table.primaryKey(primaryKey.toArray(new String[0]));
        }
        foreignKeys.forEach(table::foreignKey);
        columns.stream()
                .filter(EntityColumn::unique)
                .map(it -> UniqueKey.of(it.column().name()))
                .filter(it -> !uniqueKeys.contains(it))
                .forEach(table::uniqueKey);
        uniqueKeys.forEach(table::uniqueKey);
        checks.forEach(table::check);
        indexes.forEach(table::index);
        return table.build();
    }

    /** The name in which two tables are the same. */
    String key() {
        return name.toLowerCase(Locale.ROOT);
    }
}
