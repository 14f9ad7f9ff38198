package dev.mhc.migrations.processor.entity;

import dev.mhc.migrations.processor.compiler.Place;
import dev.mhc.migrations.schema.UniqueKey;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.lang.model.element.TypeElement;

/** Reads what has rows in tables beside that of its entity: collections, and associations with a join table. */
final class EntityCollections {

    /** What is done with an attribute that has a table of its own. */
    interface Sink {
        void collection(EntityAttribute attribute, EntityAnnotation annotation, EntityFindings findings);
    }

    /** For whoever asks for the columns of one table alone. */
    static final Sink NONE = (attribute, annotation, findings) -> {};

    private final EntityContext context;
    private final EntityHierarchy hierarchy;
    private final EntityColumns columns;
    private final EntityReferences references;
    private final EntityElementKeys elementKeys;
    private final TypeElement entity;
    private final Consumer<EntityTable> tables;

    /** Those of {@code entity}; what is read goes to {@code tables}. */
    EntityCollections(
            EntityContext context,
            EntityHierarchy hierarchy,
            EntityColumns columns,
            TypeElement entity,
            Consumer<EntityTable> tables) {
        this.context = context;
        this.hierarchy = hierarchy;
        this.columns = columns;
        this.references = columns.associations().references();
        this.elementKeys = new EntityElementKeys(context, columns);
        this.entity = entity;
        this.tables = tables;
    }

    void read(EntityAttribute attribute, EntityAnnotation collection, EntityFindings findings) {
        if (attribute.has(Jpa.MANY_TO_ANY)) {
            findings.notUnderstood(
                    collection.place(),
                    attribute.subject(),
                    EntityUnsupported.name(collection),
                    context.naming().physical(joinTableName(attribute, attribute.name())));
        } else if (attribute.has(Jpa.ELEMENT_COLLECTION)) {
            elements(attribute, findings);
        } else {
            EntityAssociations.target(attribute, EntityContainers.elementType(attribute), collection, findings)
                    .ifPresent(target -> association(attribute, collection, target, findings));
        }
    }

    private void elements(EntityAttribute attribute, EntityFindings findings) {
        Optional<EntityAnnotation> written = attribute.table(Jpa.COLLECTION_TABLE);
        String plain = written.flatMap(it -> it.text("name"))
                .orElseGet(() -> EntityNaming.quotedAs(
                        hierarchy.logicalTable(entity), context.entityName(entity) + '_' + attribute.name()));
        EntityTable table = EntityTable.ofCollection(context.naming().physical(plain));
        Optional<EntityReference> owner = owner(attribute, written, context.entityName(entity), findings)
                .map(it -> it.onDelete(attribute.find(Jpa.ON_DELETE)));
        if (owner.isEmpty()) {
            findings.unchecked(table.name());
            return;
        }
        addNotNull(owner.get(), table, findings);
        int before = table.columns().size();
        EntityAttribute element = attribute.part(
                EntityAttribute.Role.ELEMENT,
                attribute.name(),
                EntityContainers.elementType(attribute),
                attribute.overrides().ofPart(attribute, "value.", false));
        Optional<TypeElement> target = EntityContext.classOf(element.type())
                .filter(it -> EntityAnnotations.of(it).has(Jpa.ENTITY));
        if (target.isPresent()) {
            findings.notUnderstood(
                    Place.of(attribute.element()),
                    attribute.subject(),
                    "an @ElementCollection of entities",
                    table.name());
            // Hibernate takes it for an association, whose table has another name by default.
            findings.unchecked(
                    context.naming().physical(joinTableName(attribute, hierarchy.logicalTable(target.get()))));
            return;
        }
        boolean simple = !EntityColumns.isEmbedded(element);
        columns.readPart(
                simple ? element.overridden(attribute.overrides()) : element, table, findings.of(table.name()));
        List<EntityColumn> elements =
                table.columns().subList(before, table.columns().size());
        finish(attribute, owner.get(), elements, table, written, findings);
    }

    private void association(
            EntityAttribute attribute, EntityAnnotation association, TypeElement target, EntityFindings findings) {
        if (columns.associations().isMappedByTarget(attribute, association, target, findings)) {
            inTableOf(target, attribute, findings);
            return;
        }
        if (attribute.has(Jpa.ONE_TO_MANY) && !attribute.joinColumns().isEmpty()) {
            joinColumns(attribute, target, findings);
            return;
        }
        joinTable(attribute, target, findings);
    }

    private void joinTable(EntityAttribute attribute, TypeElement target, EntityFindings findings) {
        Optional<EntityAnnotation> written = attribute.table(Jpa.JOIN_TABLE);
        EntityTable table = EntityTable.ofCollection(context.naming()
                .physical(written.flatMap(it -> it.text("name"))
                        .orElseGet(() -> joinTableName(attribute, hierarchy.logicalTable(target)))));
        boolean toOne = EntityColumns.isToOne(attribute);
        Optional<EntityAttribute> inverse =
                toOne ? Optional.empty() : columns.targets().inverse(target, attribute.name(), entity);
        String prefix = toOne ? "" : inverse.map(EntityAttribute::name).orElseGet(() -> context.entityName(entity));
        Optional<EntityAnnotation> onDelete = attribute.find(Jpa.ON_DELETE);
        // Each end says what the deletion of its own row does, but an association to one what that of the other does.
        Optional<EntityReference> owner =
                owner(attribute, written, prefix, findings).map(it -> it.onDelete(toOne ? Optional.empty() : onDelete));
        Optional<EntityReference> other = references
                .to(
                        target,
                        written.map(it -> it.nestedAll("inverseJoinColumns")).orElse(List.of()),
                        foreignKeys(attribute, written.flatMap(it -> it.nested("inverseForeignKey"))),
                        it -> EntityNaming.joined(attribute.name(), it),
                        attribute,
                        findings)
                .map(it -> it.constrainedIfNeeded(attribute))
                // Hibernate constrains an element by another key than the primary one only for the other end's sake.
                .map(it -> it.constrainedIf(toOne || inverse.isPresent() || references.isToKey(it, target)))
                .map(it -> it.onDelete(toOne ? onDelete : inverse.flatMap(end -> end.find(Jpa.ON_DELETE))));
        if (owner.isEmpty() || other.isEmpty()) {
            findings.unchecked(table.name());
            return;
        }
        addNotNull(owner.get(), table, findings);
        addNotNull(other.get(), table, findings);
        List<EntityColumn> others = other.get().notNull().columns();
        if (toOne) {
            table.setPrimaryKey(owner.get().columns());
            if (attribute.has(Jpa.ONE_TO_ONE)) {
                table.add(other.get().uniqueKey());
            }
            addKeys(attribute, written, table, findings);
            return;
        }
        boolean keyOfOther = attribute.has(Jpa.ONE_TO_MANY);
        if (keyOfOther && EntityContainers.isSet(attribute)) {
            table.setPrimaryKey(others);
            addKeys(attribute, written, table, findings);
            return;
        }
        if (keyOfOther) {
            table.add(other.get().uniqueKey());
        }
        finish(attribute, owner.get(), others, table, written, findings);
    }

    /** The foreign key stands in the table of the other side, which need not know of it. */
    private void joinColumns(EntityAttribute attribute, TypeElement target, EntityFindings findings) {
        Optional<EntityReference> reference = references
                .to(
                        entity,
                        attribute.joinColumns(),
                        attribute.find(Jpa.JOIN_COLUMN).flatMap(it -> it.nested("foreignKey")).stream()
                                .toList(),
                        it -> EntityNaming.joined(attribute.name(), it),
                        attribute,
                        findings)
                .map(it -> it.onDelete(attribute.find(Jpa.ON_DELETE)));
        if (reference.isEmpty()) {
            findings.unchecked(hierarchy.table(target));
            return;
        }
        for (TypeElement holder : hierarchy.sharing(target)) {
            EntityTable table = new EntityTable(hierarchy.table(holder));
            reference.get().columns().forEach(it -> table.add(it.asLoose(), findings));
            reference.get().foreignKey().ifPresent(table::add);
            tables.accept(table);
        }
        inTableOf(target, attribute, findings);
    }

    /** The position in a list, or the key in a map, of rows that stand in the table of the other side. */
    private void inTableOf(TypeElement target, EntityAttribute attribute, EntityFindings findings) {
        if (!attribute.has(Jpa.ONE_TO_MANY)) {
            return; // the owning side has the join table
        }
        EntityTable table = new EntityTable(hierarchy.table(target));
        elementKeys.position(attribute, true).ifPresent(it -> table.add(it, findings));
        if (EntityContainers.isMap(attribute) && !attribute.has(Jpa.MAP_KEY)) {
            elementKeys.addMapKey(attribute, table, findings);
        }
        if (table.columns().isEmpty()) {
            return;
        }
        boolean needed = attribute.has(Jpa.MAP_KEY_JOIN_COLUMN) || attribute.has(Jpa.MAP_KEY_JOIN_COLUMNS);
        for (TypeElement holder : hierarchy.sharing(target)) {
            EntityTable optional = new EntityTable(hierarchy.table(holder));
            table.columns().forEach(it -> optional.add(needed ? it.asLoose() : it.ofSubclass(), findings));
            table.foreignKeys().forEach(optional::add);
            tables.accept(optional);
        }
    }

    private Optional<EntityReference> owner(
            EntityAttribute attribute, Optional<EntityAnnotation> table, String prefix, EntityFindings findings) {
        List<EntityAnnotation> written =
                table.map(it -> it.nestedAll("joinColumns")).orElse(List.of());
        Optional<EntityAnnotation> foreignKey = Stream.concat(
                        table.stream(), written.stream().limit(1))
                .flatMap(it -> it.nested("foreignKey").stream())
                .findFirst();
        return references.to(
                entity,
                written,
                foreignKeys(attribute, foreignKey),
                it -> prefix.isEmpty() ? it : EntityNaming.joined(prefix, it),
                attribute,
                findings);
    }

    /** Hibernate constrains both ends of the join table of an association to one, whatever is said of it. */
    private static List<EntityAnnotation> foreignKeys(EntityAttribute attribute, Optional<EntityAnnotation> written) {
        return EntityColumns.isToOne(attribute) ? List.of() : written.stream().toList();
    }

    private String joinTableName(EntityAttribute attribute, String other) {
        return EntityNaming.joined(
                hierarchy.logicalTable(entity), context.naming().joinTable(attribute.name(), other));
    }

    private static void addNotNull(EntityReference reference, EntityTable table, EntityFindings findings) {
        table.addAll(reference.notNull().columns(), findings);
        reference.foreignKey().ifPresent(table::add);
    }

    private void finish(
            EntityAttribute attribute,
            EntityReference owner,
            List<EntityColumn> elements,
            EntityTable table,
            Optional<EntityAnnotation> written,
            EntityFindings findings) {
        List<EntityColumn> own = owner.columns();
        Optional<EntityColumn> position = elementKeys.position(attribute, false);
        if (attribute.has(Jpa.COLLECTION_ID)) {
            elementKeys.rowNumber(attribute, findings.of(table.name())).ifPresent(it -> {
                table.add(it, findings);
                table.setPrimaryKey(List.of(it));
            });
        } else if (EntityContainers.isMap(attribute) && !attribute.has(Jpa.MAP_KEY)) {
            int before = table.columns().size();
            elementKeys.addMapKey(attribute, table, findings);
            List<EntityColumn> keys =
                    List.copyOf(table.columns().subList(before, table.columns().size()));
            table.setPrimaryKey(together(own, keys));
        } else if (EntityContainers.isMap(attribute)) {
            table.setPrimaryKey(together(own, elements)); // the key is not in this table
        } else if (position.isPresent()) {
            table.add(position.get(), findings);
            table.setPrimaryKey(together(own, List.of(position.get())));
        } else if (EntityContainers.isSet(attribute)) {
            keyOfSet(own, elements, written, table);
        }
        addKeys(attribute, written, table, findings);
    }

    /** As Hibernate makes it: a primary key where no element may be NULL, else a unique key, and none for large objects. */
    private static void keyOfSet(
            List<EntityColumn> own,
            List<EntityColumn> elements,
            Optional<EntityAnnotation> written,
            EntityTable table) {
        boolean hasKey = written.filter(it -> !it.nestedAll("uniqueConstraints").isEmpty())
                .isPresent();
        if (hasKey || elements.isEmpty() || elements.stream().anyMatch(EntityColumn::isLarge)) {
            return;
        }
        List<EntityColumn> key = together(own, elements);
        if (elements.stream().anyMatch(it -> it.column().nullable())) {
            table.add(UniqueKey.of(EntityColumn.names(key).toArray(new String[0])));
        } else {
            table.setPrimaryKey(key);
        }
    }

    private static List<EntityColumn> together(List<EntityColumn> some, List<EntityColumn> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }

    private void addKeys(
            EntityAttribute attribute, Optional<EntityAnnotation> written, EntityTable table, EntityFindings findings) {
        new EntitySoftDelete(context, hierarchy).readCollection(attribute, table, findings);
        written.ifPresent(it -> {
            EntityKeys keys =
                    new EntityKeys(context, it, table.name(), "Table " + table.name(), table.columns(), findings);
            keys.uniqueKeys().forEach(table::add);
            keys.indexes().forEach(table::add);
        });
        tables.accept(table);
    }
}
