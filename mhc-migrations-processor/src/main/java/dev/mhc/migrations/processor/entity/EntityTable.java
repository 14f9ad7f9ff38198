package dev.mhc.migrations.processor.entity;

import dev.mhc.migrations.schema.Check;
import dev.mhc.migrations.schema.Column;
import dev.mhc.migrations.schema.ForeignKey;
import dev.mhc.migrations.schema.Index;
import dev.mhc.migrations.schema.Table;
import dev.mhc.migrations.schema.UniqueKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What one class, or one of its collections, puts into a table. */
final class EntityTable {

    private final String name;
    private final boolean ofCollection;
    private final List<EntityColumn> columns = new ArrayList<>();
    private final List<ForeignKey> foreignKeys = new ArrayList<>();
    private final List<UniqueKey> uniqueKeys = new ArrayList<>();
    private final List<Index> indexes = new ArrayList<>();
    private final List<Check> checks = new ArrayList<>();
    private List<String> primaryKey = List.of();

    /** That of a class. */
    EntityTable(String name) {
        this(name, false);
    }

    private EntityTable(String name, boolean ofCollection) {
        this.name = name;
        this.ofCollection = ofCollection;
    }

    /** That of a collection, of which Hibernate knows after all associations: none of its columns is late. */
    static EntityTable ofCollection(String name) {
        return new EntityTable(name, true);
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

    List<ForeignKey> foreignKeys() {
        return foreignKeys;
    }

    List<UniqueKey> uniqueKeys() {
        return uniqueKeys;
    }

    List<Check> checks() {
        return checks;
    }

    /** Adds a column, which another attribute may show that does not write it. */
    void add(EntityColumn added, EntityFindings findings) {
        EntityColumn column = ofCollection ? added.lateIf(false) : added;
        int first = indexOf(column.name());
        if (first < 0) {
            columns.add(column);
            return;
        }
        EntityColumn before = columns.get(first);
        if (!column.readOnly() && !before.readOnly()) {
            findings.error(
                    column.place(),
                    EntityProblem.DUPLICATE_COLUMN,
                    column.subject(),
                    column.name(),
                    name,
                    before.subject());
            return;
        }
        EntityColumn written = before.readOnly() ? column : before;
        columns.set(first, written.as(before.isKnownBefore(column) ? before : column));
    }

    void addAll(List<EntityColumn> all, EntityFindings findings) {
        all.forEach(it -> add(it, findings));
    }

    /** Adds a foreign key. Two classes of a hierarchy may have the same one, under two names or none. */
    void add(ForeignKey key) {
        if (foreignKeys.stream().noneMatch(it -> isSame(it, key))) {
            foreignKeys.add(key);
        }
    }

    private static boolean isSame(ForeignKey one, ForeignKey other) {
        return one.columns().equals(other.columns())
                && one.referencedTable().equals(other.referencedTable())
                && one.referencedColumns().equals(other.referencedColumns());
    }

    void add(UniqueKey key) {
        addIfNew(uniqueKeys, key);
    }

    void add(Index index) {
        addIfNew(indexes, index);
    }

    void addChecks(List<Check> all) {
        all.forEach(it -> addIfNew(checks, it));
    }

    private static <T> void addIfNew(List<T> all, T part) {
        if (!all.contains(part)) {
            all.add(part);
        }
    }

    /** Adds all that another part of the same table has; that they agree was asked before. */
    void merge(EntityTable part, boolean loosely) {
        for (EntityColumn column : part.columns) {
            merge(loosely ? column.asLoose() : column);
        }
        part.foreignKeys.forEach(this::add);
        part.uniqueKeys.forEach(this::add);
        part.indexes.forEach(this::add);
        addChecks(part.checks);
        if (primaryKey.isEmpty()) {
            primaryKey = part.primaryKey;
        }
    }

    /** Drops unique keys of what the primary key keeps apart already. */
    void dropKeysLikePrimary() {
        Set<String> primary = Set.copyOf(primaryKey);
        uniqueKeys.removeIf(it -> Set.copyOf(it.columns()).equals(primary));
    }

    /** Whether the table itself says that no two rows have the same values there. */
    boolean isUnique(List<String> key) {
        Set<String> wanted = Set.copyOf(key);
        return Set.copyOf(primaryKey).equals(wanted)
                || uniqueKeys.stream().anyMatch(it -> Set.copyOf(it.columns()).equals(wanted))
                || (key.size() == 1
                        && columns.stream()
                                .anyMatch(it -> it.unique() && it.name().equals(key.get(0))));
    }

    private void merge(EntityColumn column) {
        int first = indexOf(column.name());
        if (first < 0) {
            columns.add(column);
        } else if (columns.get(first).loose() && !column.loose()) {
            columns.set(
                    first, column.uniqueIf(column.unique() || columns.get(first).unique()));
        } else {
            columns.set(first, join(columns.get(first), column));
        }
    }

    void setPrimaryKey(List<EntityColumn> key) {
        primaryKey = EntityColumn.names(key);
    }

    private int indexOf(String column) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().equalsIgnoreCase(column)) {
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
                .map(it -> UniqueKey.of(it.name()))
                .filter(it -> !uniqueKeys.contains(it))
                .forEach(table::uniqueKey);
        uniqueKeys.forEach(table::uniqueKey);
        checks.forEach(table::check);
        indexes.forEach(table::index);
        return table.build();
    }

    String key() {
        return keyOf(name);
    }

    /** The name in which two tables are the same. */
    static String keyOf(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
