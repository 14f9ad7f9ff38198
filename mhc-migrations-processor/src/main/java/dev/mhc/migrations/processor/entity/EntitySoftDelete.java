package dev.mhc.migrations.processor.entity;

import dev.mhc.migrations.schema.Column;
import dev.mhc.migrations.schema.ColumnType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/** Reads Hibernate's {@code @SoftDelete}: a column that says which rows are deleted. */
final class EntitySoftDelete {

    private final EntityContext context;

    EntitySoftDelete(EntityContext context) {
        this.context = context;
    }

    /** Adds the column that an entity, a mapped superclass of it or their package asks for. */
    void readEntity(TypeElement entity, String subject, EntityTable table, EntityFindings findings) {
        List<Element> said = new ArrayList<>();
        EntityAttributes.classesOf(entity).forEach(it -> said.add(0, it));
        said.add(context.elements().getPackageOf(entity));
        readFirst(said, subject, table, findings);
    }

    /** Adds the column that an attribute with a table of its own asks for; for a collection, its class or package may. */
    void readCollection(EntityAttribute attribute, EntityTable table, EntityFindings findings) {
        Element element = attribute.element();
        List<Element> said = EntityColumns.isToOne(attribute)
                ? List.of(element)
                : List.of(
                        element,
                        element.getEnclosingElement(),
                        context.elements().getPackageOf(element));
        readFirst(said, attribute.subject(), table, findings);
    }

    private void readFirst(List<Element> said, String subject, EntityTable table, EntityFindings findings) {
        said.stream()
                .filter(it -> EntityAnnotation.isOn(it, Jpa.SOFT_DELETE))
                .findFirst()
                .ifPresent(it -> read(it, subject, table, findings));
    }

    private void read(Element element, String subject, EntityTable table, EntityFindings findings) {
        EntityAnnotation.find(element, Jpa.SOFT_DELETE).ifPresent(written -> {
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
                    new EntityColumn(
                            subject,
                            name,
                            timestamp ? column : column.notNull(),
                            false,
                            false,
                            false,
                            false,
                            false,
                            Optional.empty(),
                            written.place()),
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
