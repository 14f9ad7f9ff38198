package dev.mhc.migrations.processor.entity;

import dev.mhc.migrations.schema.Column;
import dev.mhc.migrations.schema.ColumnType;
import java.util.Optional;

/** Reads Hibernate's {@code @SoftDelete}: a column that says which rows are deleted. */
final class EntitySoftDelete {

    private final EntityContext context;

    EntitySoftDelete(EntityContext context) {
        this.context = context;
    }

    /** Adds the column that {@code annotations}, of an entity or a collection of it, ask for. */
    void read(EntityAnnotations annotations, String subject, EntityTable table, EntityFindings findings) {
        annotations.find(Jpa.SOFT_DELETE).ifPresent(written -> {
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
