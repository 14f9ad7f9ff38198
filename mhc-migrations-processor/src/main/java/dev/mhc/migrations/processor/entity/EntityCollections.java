package dev.mhc.migrations.processor.entity;

import dev.mhc.migrations.processor.compiler.Place;
import dev.mhc.migrations.schema.Column;
import dev.mhc.migrations.schema.ColumnType;
import dev.mhc.migrations.schema.ReferentialAction;
import dev.mhc.migrations.schema.UniqueKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/** Reads what has rows in tables beside that of its entity: collections, and associations with a join table. */
final class EntityCollections {

    /** What is done with an attribute that has a table of its own. */
    interface Sink {
        void collection(EntityAttribute attribute, EntityAnnotation annotation, EntityFindings findings);
    }

    /** For whoever asks for the columns of one table alone. */
    static final Sink NONE = (attribute, annotation, findings) -> {};

    private static final String JAVA_TYPES = "org.hibernate.type.descriptor.java.";
    private static final Map<String, ColumnType> OF_ROW_NUMBERS = Map.of(
            JAVA_TYPES + "ShortJavaType", ColumnType.smallint(),
            JAVA_TYPES + "IntegerJavaType", ColumnType.integer(),
            JAVA_TYPES + "LongJavaType", ColumnType.bigint(),
            JAVA_TYPES + "UUIDJavaType", ColumnType.uuid(),
            JAVA_TYPES + "StringJavaType", ColumnType.varchar(255));

    private final EntityContext context;
    private final EntityHierarchy hierarchy;
    private final EntityColumns columns;
    private final EntityReferences references;
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
        EntityTable table = new EntityTable(context.naming().physical(plain));
        Optional<EntityReference> owner =
                owner(attribute, written, "joinColumns", context.entityName(entity), findings);
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
        readPart(simple ? element.overridden(attribute.overrides()) : element, table, findings);
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
        Optional<EntityAnnotation> written = attribute.table(Jpa.JOIN_TABLE);
        EntityTable table = new EntityTable(context.naming()
                .physical(written.flatMap(it -> it.text("name"))
                        .orElseGet(() -> joinTableName(attribute, hierarchy.logicalTable(target)))));
        boolean toOne = EntityColumns.isToOne(attribute);
        Optional<EntityAttribute> inverse =
                toOne ? Optional.empty() : columns.targets().inverse(target, attribute.name(), entity);
        String prefix = toOne ? "" : inverse.map(EntityAttribute::name).orElseGet(() -> context.entityName(entity));
        // Each end says what the deletion of its own row does, but an association to one what that of the other does.
        ReferentialAction ofOwner =
                toOne ? ReferentialAction.NO_ACTION : EntityReferences.onDelete(attribute.find(Jpa.ON_DELETE));
        ReferentialAction ofOther = toOne
                ? EntityReferences.onDelete(attribute.find(Jpa.ON_DELETE))
                : EntityReferences.onDelete(inverse.flatMap(it -> it.find(Jpa.ON_DELETE)));
        Optional<EntityReference> owner =
                owner(attribute, written, "joinColumns", prefix, findings).map(it -> it.onDelete(ofOwner));
        Optional<EntityReference> other = references
                .to(
                        target,
                        written.map(it -> it.nestedAll("inverseJoinColumns")).orElse(List.of()),
                        written.flatMap(it -> it.nested("inverseForeignKey")).stream()
                                .toList(),
                        it -> EntityNaming.joined(attribute.name(), it),
                        attribute,
                        findings)
                .map(it -> it.constrainedIfNeeded(attribute))
                // Hibernate constrains an element by another key than the primary one only for the other end's sake.
                .map(it -> it.constrainedIf(toOne || inverse.isPresent() || references.isToKey(it, target)))
                .map(it -> it.onDelete(ofOther));
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
        Optional<EntityReference> reference = references.to(
                entity,
                attribute.joinColumns(),
                attribute.find(Jpa.JOIN_COLUMN).flatMap(it -> it.nested("foreignKey")).stream()
                        .toList(),
                it -> EntityNaming.joined(attribute.name(), it),
                attribute,
                findings);
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
        order(attribute, true).ifPresent(it -> table.add(it, findings));
        if (EntityContainers.isMap(attribute) && !attribute.has(Jpa.MAP_KEY)) {
            key(attribute, table, findings);
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
            EntityAttribute attribute,
            Optional<EntityAnnotation> table,
            String joinColumns,
            String prefix,
            EntityFindings findings) {
        List<EntityAnnotation> written =
                table.map(it -> it.nestedAll(joinColumns)).orElse(List.of());
        return references.to(
                entity,
                written,
                Stream.concat(table.stream(), written.stream().limit(1))
                        .flatMap(it -> it.nested("foreignKey").stream())
                        .toList(),
                it -> prefix.isEmpty() ? it : EntityNaming.joined(prefix, it),
                attribute,
                findings);
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
        Optional<EntityColumn> position = order(attribute, false);
        if (attribute.has(Jpa.COLLECTION_ID)) {
            rowNumber(attribute, findings.of(table.name())).ifPresent(it -> {
                table.add(it, findings);
                table.setPrimaryKey(List.of(it));
            });
        } else if (EntityContainers.isMap(attribute) && !attribute.has(Jpa.MAP_KEY)) {
            int before = table.columns().size();
            key(attribute, table, findings);
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

    /** Adds the columns of the keys of a map, none of which is NULL. */
    private void key(EntityAttribute attribute, EntityTable table, EntityFindings findings) {
        TypeMirror type = EntityContainers.keyType(attribute);
        EntityTable read = new EntityTable(table.name());
        EntityAttribute key = attribute.part(
                EntityAttribute.Role.KEY,
                attribute.name() + "_KEY",
                type,
                attribute.overrides().ofPart(attribute, "key.", true));
        Optional<TypeElement> target = EntityContext.classOf(type)
                .filter(it -> EntityAnnotations.of(it).has(Jpa.ENTITY));
        if (target.isPresent()) {
            references
                    .to(target.get(), key.joinColumns(), key.foreignKeys(), it -> key.name(), key, findings)
                    .map(it -> it.constrainedIf(references.isToKey(it, target.get())))
                    .ifPresent(reference -> {
                        read.addAll(reference.columns(), findings);
                        reference.foreignKey().ifPresent(table::add);
                    });
        } else {
            readPart(key, read, findings);
        }
        read.columns().forEach(it -> table.add(it.with(it.column().notNull()), findings));
    }

    private void readPart(EntityAttribute part, EntityTable table, EntityFindings findings) {
        EntityFindings ofTable = findings.of(table.name());
        columns.readPart(part, table, ofTable);
    }

    /** The position of an element, which arrays have without asking. */
    private Optional<EntityColumn> order(EntityAttribute attribute, boolean nullable) {
        Optional<EntityAnnotation> written = attribute.find(Jpa.ORDER_COLUMN);
        boolean ordered =
                written.isPresent() || attribute.has(Jpa.LIST_INDEX_BASE) || EntityContainers.isArray(attribute);
        if (!ordered) {
            return Optional.empty();
        }
        boolean needed =
                !nullable || written.filter(it -> !it.flag("nullable", true)).isPresent();
        String name = written.flatMap(it -> it.text("name")).orElse(attribute.name() + "_ORDER");
        Column column = Column.of(context.naming().physical(name), ColumnType.integer());
        return Optional.of(EntityColumn.plain(
                        attribute.subject(),
                        name,
                        needed ? column.notNull() : column,
                        written.map(EntityAnnotation::place).orElseGet(() -> Place.of(attribute.element())))
                .neededIf(needed));
    }

    /** The column by which Hibernate's {@code @CollectionId} numbers the rows of a collection. */
    private Optional<EntityColumn> rowNumber(EntityAttribute attribute, EntityFindings findings) {
        EntityAnnotation written = attribute.find(Jpa.COLLECTION_ID).orElseThrow();
        Optional<ColumnType> type = attribute
                .find(Jpa.COLLECTION_ID_JAVA_TYPE)
                .flatMap(it -> it.type("value"))
                .flatMap(it -> Optional.ofNullable(OF_ROW_NUMBERS.get(EntityContext.nameOf(it))));
        if (type.isEmpty()) {
            findings.notUnderstood(written.place(), attribute.subject(), "the type of @CollectionId");
        }
        String name = written.nested("column").flatMap(it -> it.text("name")).orElse("id");
        return type.map(it -> EntityColumn.plain(
                attribute.subject(),
                name,
                Column.of(context.naming().physical(name), it).notNull(),
                written.place()));
    }
}
