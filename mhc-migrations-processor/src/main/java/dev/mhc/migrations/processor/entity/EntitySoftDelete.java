package dev.mhc.migrations.processor.entity;

import dev.mhc.migrations.schema.Column;
import dev.mhc.migrations.schema.ColumnType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/** Reads Hibernate's {@code @SoftDelete}: a column that says which rows are deleted. */
final class EntitySoftDelete {

    private final EntityContext context;
    private final EntityHierarchy hierarchy;

    EntitySoftDelete(EntityContext context, EntityHierarchy hierarchy) {
        this.context = context;
        this.hierarchy = hierarchy;
    }

    /** Adds the column that an entity, a mapped superclass of it or their package asks for. */
    void readEntity(TypeElement entity, String subject, EntityTable table, EntityFindings findings) {
        List<Element> closest = new ArrayList<>(hierarchy.classesOf(entity));
        Collections.reverse(closest);
        closest.add(context.elements().getPackageOf(entity));
        read(closest.stream().map(EntityAnnotations::of), subject, table, findings);
    }

    /** Adds the column that an attribute with a table of its own asks for; for a collection, its class or package may. */
    void readCollection(EntityAttribute attribute, EntityTable table, EntityFindings findings) {
        Stream<EntityAnnotations> own = Stream.of(attribute.annotations());
        Element declaring = attribute.element().getEnclosingElement();
        Stream<Element> around = EntityColumns.isToOne(attribute)
                ? Stream.empty()
                : Stream.of(declaring, context.elements().getPackageOf(declaring));
        read(Stream.concat(own, around.map(EntityAnnotations::of)), attribute.subject(), table, findings);
    }

    private void read(Stream<EntityAnnotations> closest, String subject, EntityTable table, EntityFindings findings) {
        Optional<EntityAnnotation> first =
                closest.flatMap(it -> it.find(Jpa.SOFT_DELETE).stream()).findFirst();
        first.ifPresent(written -> {
            Optional<ColumnType> type = type(written);
            if (type.isEmpty()) {
                findings.notUnderstood(written.place(), subject, "the converter of @SoftDelete", table.name());
                return;
            }
            boolean timestamp = strategy(written).equals("TIMESTAMP");
            String name = written.text("columnName")
                    .orElseGet(() -> strategy(written).equals("ACTIVE") ? "active" : "deleted");
            Column column = Column.of(context.naming().physical(name), type.get());
            table.add(
                    EntityColumn.plain(subject, name, timestamp ? column : column.notNull(), written.place()),
                    findings);
        });
    }

    private static String strategy(EntityAnnotation written) {
        return written.constant("strategy").orElse("DELETED");
    }

    private Optional<ColumnType> type(EntityAnnotation written) {
        if (strategy(written).equals("TIMESTAMP")) {
            return Optional.of(ColumnType.timestampTz());
        }
        if (written.type("converter").isEmpty()) {
            return Optional.of(ColumnType.bool());
        }
        return context.converters().stored(written).flatMap(stored -> switch (EntityContext.nameOf(stored)) {
            case "java.lang.Boolean" -> Optional.of(ColumnType.bool());
            case "java.lang.Character" -> Optional.of(ColumnType.character(1));
            case "java.lang.Integer" -> Optional.of(ColumnType.integer());
            default -> Optional.empty();
        });
    }
}
