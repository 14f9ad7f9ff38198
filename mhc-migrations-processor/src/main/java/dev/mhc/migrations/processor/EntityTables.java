package dev.mhc.migrations.processor;

import dev.mhc.migrations.schema.Column;
import dev.mhc.migrations.schema.Index;
import dev.mhc.migrations.schema.Table;
import dev.mhc.migrations.schema.UniqueKey;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Brings entities together by table. Two may share one if they agree on it. */
final class EntityTables {

    private EntityTables() {}

    /**
     * The tables of all entities, sorted by name, without {@code leftOut}. Entities that disagree on a table are
     * reported in their findings.
     */
    static List<Table> of(List<EntityModel> models, Set<String> leftOut) {
        Map<String, List<EntityModel>> byTable = new TreeMap<>();
        for (EntityModel model : models) {
            byTable.computeIfAbsent(canonical(model.table()), it -> new ArrayList<>())
                    .add(model);
        }
        leftOut.forEach(it -> byTable.remove(canonical(it)));
        return byTable.values().stream().map(EntityTables::table).toList();
    }

    private static String canonical(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private static Table table(List<EntityModel> models) {
        for (int i = 1; i < models.size(); i++) {
            for (int j = 0; j < i; j++) {
                compare(models.get(j), models.get(i));
            }
        }
        EntityModel first = models.get(0);
        Table.Builder table = Table.named(first.table());
        Map<String, EntityColumn> columns = new TreeMap<>();
        List<EntityColumn> ordered = new ArrayList<>();
        for (EntityModel model : models) {
            for (EntityColumn column : model.columns()) {
                if (columns.putIfAbsent(canonical(column.column().name()), column) == null) {
                    ordered.add(column);
                }
            }
        }
        ordered.forEach(it -> table.column(it.column()));
        if (!primaryKey(first).isEmpty()) {
            table.primaryKey(primaryKey(first).toArray(new String[0]));
        }
        models.stream()
                .flatMap(it -> it.columns().stream())
                .flatMap(it -> it.foreignKey().stream())
                .distinct()
                .forEach(table::foreignKey);
        uniqueKeys(models).forEach(table::uniqueKey);
        indexes(models).forEach(table::index);
        return table.build();
    }

    private static Set<UniqueKey> uniqueKeys(List<EntityModel> models) {
        Set<UniqueKey> keys = new LinkedHashSet<>();
        for (EntityModel model : models) {
            model.columns().stream()
                    .filter(EntityColumn::unique)
                    .forEach(it -> keys.add(UniqueKey.of(it.column().name())));
            keys.addAll(model.uniqueKeys());
        }
        return keys;
    }

    private static Set<Index> indexes(List<EntityModel> models) {
        return models.stream()
                .flatMap(it -> it.indexes().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static List<String> primaryKey(EntityModel model) {
        return model.columns().stream()
                .filter(EntityColumn::identifier)
                .map(it -> it.column().name())
                .toList();
    }

    private static void compare(EntityModel one, EntityModel other) {
        // An entity without a key has been told so already.
        if (!primaryKey(one).isEmpty()
                && !primaryKey(other).isEmpty()
                && !primaryKey(one).equals(primaryKey(other))) {
            reportKey(one, other);
            reportKey(other, one);
        }
        for (EntityColumn column : one.columns()) {
            for (EntityColumn same : other.columns()) {
                if (column.column().name().equalsIgnoreCase(same.column().name())
                        && !column.column().equals(same.column())) {
                    reportColumn(one, column, same);
                    reportColumn(other, same, column);
                }
            }
        }
    }

    private static void reportKey(EntityModel model, EntityModel other) {
        model.findings()
                .error(
                        Place.of(model.type()),
                        EntityProblem.TWO_ENTITIES_ONE_TABLE,
                        model.type().getQualifiedName(),
                        other.type().getQualifiedName(),
                        model.table(),
                        String.join(", ", primaryKey(model)),
                        String.join(", ", primaryKey(other)));
    }

    private static void reportColumn(EntityModel model, EntityColumn column, EntityColumn same) {
        model.findings()
                .error(
                        column.place(),
                        EntityProblem.TWO_ENTITIES_ONE_COLUMN,
                        column.subject(),
                        same.subject(),
                        column.column().name(),
                        model.table(),
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
