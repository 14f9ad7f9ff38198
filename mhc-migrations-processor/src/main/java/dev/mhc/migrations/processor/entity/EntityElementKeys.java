package dev.mhc.migrations.processor.entity;

import dev.mhc.migrations.processor.compiler.Place;
import dev.mhc.migrations.schema.Column;
import dev.mhc.migrations.schema.ColumnType;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/** Reads what tells the elements of one collection apart: the position in a list, the key in a map, the number of a row. */
final class EntityElementKeys {

    private static final String JAVA_TYPES = "org.hibernate.type.descriptor.java.";
    private static final Map<String, ColumnType> OF_ROW_NUMBERS = Map.of(
            JAVA_TYPES + "ShortJavaType", ColumnType.smallint(),
            JAVA_TYPES + "IntegerJavaType", ColumnType.integer(),
            JAVA_TYPES + "LongJavaType", ColumnType.bigint(),
            JAVA_TYPES + "UUIDJavaType", ColumnType.uuid(),
            JAVA_TYPES + "StringJavaType", ColumnType.varchar(255));

    private final EntityContext context;
    private final EntityColumns columns;
    private final EntityReferences references;

    EntityElementKeys(EntityContext context, EntityColumns columns) {
        this.context = context;
        this.columns = columns;
        this.references = columns.associations().references();
    }

    /** Adds the columns of the keys of a map, none of which is NULL. */
    void addMapKey(EntityAttribute attribute, EntityTable table, EntityFindings findings) {
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
                        reference.foreignKey().ifPresent(read::add);
                    });
        } else {
            columns.readPart(key, read, findings.of(read.name()));
        }
        read.columns().forEach(it -> table.add(it.with(it.column().notNull()), findings));
        read.foreignKeys().forEach(table::add);
    }

    /** The position of an element, which arrays have without asking. */
    Optional<EntityColumn> position(EntityAttribute attribute, boolean nullable) {
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
    Optional<EntityColumn> rowNumber(EntityAttribute attribute, EntityFindings findings) {
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
