package dev.mhc.migrations.processor.entity;

import dev.mhc.migrations.processor.compiler.Place;
import dev.mhc.migrations.schema.Column;
import dev.mhc.migrations.schema.ForeignKey;
import dev.mhc.migrations.schema.Table;
import dev.mhc.migrations.schema.UniqueKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
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
        leftOut.forEach(it -> byTable.remove(EntityTable.keyOf(it)));
        Map<String, EntityTable> tables = new TreeMap<>();
        byTable.forEach((key, parts) -> tables.put(key, merged(parts)));
        tables.values().forEach(it -> it.foreignKeys().forEach(key -> requireUnique(key, tables)));
        return tables.values().stream().map(EntityTable::table).toList();
    }

    /** The database demands that what a foreign key references is unique. */
    private static void requireUnique(ForeignKey key, Map<String, EntityTable> tables) {
        EntityTable referenced = tables.get(EntityTable.keyOf(key.referencedTable()));
        if (referenced != null && !referenced.isUnique(key.referencedColumns())) {
            referenced.add(UniqueKey.of(key.referencedColumns().toArray(new String[0])));
        }
    }

    private static void pairs(List<Part> parts, BiConsumer<Part, Part> action) {
        for (int i = 1; i < parts.size(); i++) {
            for (int j = 0; j < i; j++) {
                action.accept(parts.get(j), parts.get(i));
            }
        }
    }

    /** What all entities put into the table of that key, those of the first one first. */
    List<EntityColumn> columns(String key) {
        return byTable.getOrDefault(key, List.of()).stream()
                .flatMap(it -> it.table().columns().stream())
                .toList();
    }

    private static EntityTable merged(List<Part> parts) {
        pairs(parts, EntityTables::compare);
        EntityTable whole = new EntityTable(parts.get(0).table().name());
        List<Part> ordered = new ArrayList<>(parts);
        ordered.sort(Comparator.comparing(Part::isOfCollection));
        boolean ofEntity = !ordered.get(0).isOfCollection();
        ordered.forEach(it -> whole.merge(it.table(), ofEntity && it.isOfCollection()));
        // A set of values that shares its table with an entity is kept apart by the key of that.
        whole.dropKeysLikePrimary();
        return whole;
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
                if (column.name().equalsIgnoreCase(same.name()) && disagree(column, same)) {
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
                        column.name(),
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
