package dev.mhc.migrations.processor.entity;

import dev.mhc.migrations.processor.compiler.Place;
import dev.mhc.migrations.schema.Column;
import dev.mhc.migrations.schema.ForeignKey;
import dev.mhc.migrations.schema.Table;
import dev.mhc.migrations.schema.UniqueKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** Brings together what entities put into tables. Several may share one if they agree on it. */
final class EntityTables {

    /** What one entity puts into a table. */
    private record Part(EntityModel model, EntityTable table) {

        boolean isOfCollection() {
            return table != model.tables().get(0);
        }
    }

    private final Map<String, List<Part>> byTable = new TreeMap<>();

    /** Those of {@code models}. */
    EntityTables(List<EntityModel> models) {
        for (EntityModel model : models) {
            for (EntityTable table : model.tables()) {
                byTable.computeIfAbsent(table.key(), it -> new ArrayList<>()).add(new Part(model, table));
            }
        }
    }

    /** Leaves out, with a note, tables of collections that do not agree on the key. */
    void leaveOutDisagreedKeys() {
        byTable.values()
                .forEach(parts -> pairs(parts, (one, other) -> {
                    if (disagreeOnKey(one, other) && (one.isOfCollection() || other.isOfCollection())) {
                        Part collection = one.isOfCollection() ? one : other;
                        collection
                                .model()
                                .findings()
                                .notUnderstood(
                                        Place.of(collection.model().type()),
                                        collection
                                                .model()
                                                .type()
                                                .getQualifiedName()
                                                .toString(),
                                        "a table of collections with different keys",
                                        one.table().name());
                    }
                }));
    }

    /** The tables, sorted by name, without {@code leftOut}. Entities that disagree on one are told in their findings. */
    List<Table> without(Set<String> leftOut) {
        leftOut.forEach(it -> byTable.remove(it.toLowerCase(Locale.ROOT)));
        List<Table> tables = byTable.values().stream().map(EntityTables::table).toList();
        Map<String, Set<UniqueKey>> referenced = referencedKeys(tables);
        return tables.stream()
                .map(it -> with(it, referenced.getOrDefault(it.name().toLowerCase(Locale.ROOT), Set.of())))
                .toList();
    }

    /** What foreign keys reference that is no primary key: the database demands that it is unique. */
    private static Map<String, Set<UniqueKey>> referencedKeys(List<Table> tables) {
        Map<String, Set<UniqueKey>> keys = new HashMap<>();
        for (Table table : tables) {
            for (ForeignKey key : table.foreignKeys()) {
                keys.computeIfAbsent(key.referencedTable().toLowerCase(Locale.ROOT), it -> new LinkedHashSet<>())
                        .add(UniqueKey.of(key.referencedColumns().toArray(new String[0])));
            }
        }
        return keys;
    }

    private static Table with(Table table, Set<UniqueKey> referenced) {
        Set<Set<String>> known = new HashSet<>();
        table.primaryKey().ifPresent(it -> known.add(Set.copyOf(it.columns())));
        table.uniqueKeys().forEach(it -> known.add(Set.copyOf(it.columns())));
        List<UniqueKey> all = new ArrayList<>(table.uniqueKeys());
        referenced.stream().filter(it -> known.add(Set.copyOf(it.columns()))).forEach(all::add);
        return new Table(
                table.name(),
                table.columns(),
                table.primaryKey(),
                table.foreignKeys(),
                all,
                table.checks(),
                table.indexes());
    }

    private static void pairs(List<Part> parts, BiConsumer<Part, Part> action) {
        for (int i = 1; i < parts.size(); i++) {
            for (int j = 0; j < i; j++) {
                action.accept(parts.get(j), parts.get(i));
            }
        }
    }

    /** What all entities put into tables, by the key of the table. */
    static Map<String, List<EntityColumn>> columns(List<EntityModel> models) {
        Map<String, List<EntityColumn>> columns = new HashMap<>();
        models.stream()
                .flatMap(it -> it.tables().stream())
                .forEach(it -> columns.computeIfAbsent(it.key(), key -> new ArrayList<>())
                        .addAll(it.columns()));
        return columns;
    }

    private static Table table(List<Part> parts) {
        pairs(parts, EntityTables::compare);
        EntityTable whole = new EntityTable(parts.get(0).table().name());
        List<Part> ordered = new ArrayList<>(parts);
        ordered.sort(Comparator.comparing(Part::isOfCollection));
        boolean ofEntity = !ordered.get(0).isOfCollection();
        for (Part part : ordered) {
            EntityTable table = part.table();
            for (EntityColumn column : table.columns()) {
                whole.merge(ofEntity && part.isOfCollection() ? column.asLoose() : column);
            }
            table.foreignKeys().forEach(whole::add);
            table.uniqueKeys().forEach(whole::add);
            table.indexes().forEach(whole::add);
            whole.checks().addAll(table.checks());
            if (whole.primaryKey().isEmpty()) {
                whole.setPrimaryKeyNames(table.primaryKey());
            }
        }
        // A set of values that shares its table with an entity is kept apart by the key of that.
        whole.uniqueKeys().removeIf(it -> Set.copyOf(it.columns()).equals(Set.copyOf(whole.primaryKey())));
        return withoutRepeatedKeys(whole.table());
    }

    /** Two classes of a hierarchy may have the same reference, under two names or none. */
    private static Table withoutRepeatedKeys(Table table) {
        List<ForeignKey> keys = new ArrayList<>();
        for (ForeignKey key : table.foreignKeys()) {
            boolean repeated = keys.stream()
                    .anyMatch(it -> it.columns().equals(key.columns())
                            && it.referencedTable().equals(key.referencedTable())
                            && it.referencedColumns().equals(key.referencedColumns()));
            if (!repeated) {
                keys.add(key);
            }
        }
        return new Table(
                table.name(),
                table.columns(),
                table.primaryKey(),
                keys,
                table.uniqueKeys(),
                table.checks(),
                table.indexes());
    }

    private static boolean disagreeOnKey(Part one, Part other) {
        List<String> key = one.table().primaryKey();
        List<String> otherKey = other.table().primaryKey();
        // An entity without a key has been told so already.
        return !key.isEmpty() && !otherKey.isEmpty() && !Set.copyOf(key).equals(Set.copyOf(otherKey));
    }

    private static void compare(Part one, Part other) {
        if (disagreeOnKey(one, other)) {
            reportKey(one, other);
            reportKey(other, one);
        }
        if (one.isOfCollection() != other.isOfCollection()) {
            return; // an entity says more of its table than a collection that shows it
        }
        for (EntityColumn column : one.table().columns()) {
            for (EntityColumn same : other.table().columns()) {
                if (column.column().name().equalsIgnoreCase(same.column().name()) && disagree(column, same)) {
                    reportColumn(one, column, same);
                    reportColumn(other, same, column);
                }
            }
        }
    }

    /** One that only shows what the other writes, or has it for some classes only, needs no more than the same type. */
    private static boolean disagree(EntityColumn one, EntityColumn other) {
        return (one.loose() || other.loose())
                ? !one.column().type().equals(other.column().type())
                : !one.column().equals(other.column());
    }

    private static void reportKey(Part part, Part other) {
        part.model()
                .findings()
                .error(
                        Place.of(part.model().type()),
                        EntityProblem.TWO_ENTITIES_ONE_TABLE,
                        part.model().type().getQualifiedName(),
                        other.model().type().getQualifiedName(),
                        part.table().name(),
                        String.join(", ", part.table().primaryKey()),
                        String.join(", ", other.table().primaryKey()));
    }

    private static void reportColumn(Part part, EntityColumn column, EntityColumn same) {
        part.model()
                .findings()
                .error(
                        column.place(),
                        EntityProblem.TWO_ENTITIES_ONE_COLUMN,
                        column.subject(),
                        same.subject(),
                        column.column().name(),
                        part.table().name(),
                        describe(column.column()),
                        describe(same.column()));
    }

    private static String describe(Column column) {
        return column.type()
                + (column.nullable() ? "" : " not null")
                + (column.defaultValue().isPresent() ? " with a default" : "")
                + (column.generation() == Column.Generation.IDENTITY ? " generated by the database" : "");
    }
}
