package dev.mhc.migrations.processor;

import dev.mhc.migrations.schema.Column;
import dev.mhc.migrations.schema.Index;
import dev.mhc.migrations.schema.UniqueKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;

/** Reads one entity class into what its table should be. */
final class EntityReader {

    private final EntityContext context;
    private final EntityColumns columns;

    EntityReader(EntityContext context) {
        this.context = context;
        columns = new EntityColumns(context);
    }

    /** Reads an entity; whatever is wrong with it, all of it is read. */
    EntityModel read(TypeElement entity) {
        String table = context.tableName(entity);
        String subject = entity.getQualifiedName().toString();
        EntityFindings findings = new EntityFindings(entity, table, context.isInSources());
        if (entity.getKind() != ElementKind.CLASS) {
            findings.error(
                    place(entity),
                    EntityProblem.ENTITY_NOT_A_CLASS,
                    subject,
                    entity.getKind() == ElementKind.ENUM ? "an enum" : "a " + kindName(entity));
            return new EntityModel(entity, table, List.of(), List.of(), List.of(), findings);
        }
        readClasses(entity, subject, findings);
        List<EntityColumn> read = columns.read(entity, findings);
        requireIdentifier(entity, subject, read, findings);
        List<EntityColumn> merged = withoutRepetition(read, table, findings);

        Optional<EntityAnnotation> annotation = EntityAnnotation.find(entity, Jpa.TABLE);
        if (annotation.isEmpty()) {
            return new EntityModel(entity, table, merged, List.of(), List.of(), findings);
        }
        readTable(annotation.get(), subject, findings);
        EntityKeys keys = new EntityKeys(context, annotation.get(), table, subject, merged, findings);
        List<UniqueKey> uniqueKeys = keys.uniqueKeys();
        List<Index> indexes = keys.indexes();
        return new EntityModel(entity, table, merged, uniqueKeys, indexes, findings);
    }

    private static String kindName(TypeElement type) {
        return switch (type.getKind()) {
            case INTERFACE -> "interface";
            case RECORD -> "record";
            default -> "annotation";
        };
    }

    private static Place place(TypeElement entity) {
        return EntityAnnotation.find(entity, Jpa.ENTITY)
                .map(EntityAnnotation::place)
                .orElseGet(() -> Place.of(entity));
    }

    private static void readTable(EntityAnnotation table, String subject, EntityFindings findings) {
        for (String value : List.of("schema", "catalog", "options")) {
            if (table.text(value).isPresent()) {
                findings.notUnderstood(table.place(value), subject, "@Table(" + value + ")");
            }
        }
        if (!table.nestedAll("check").isEmpty()) {
            findings.notCompared(table.place("check"), subject, "@Table(check)");
        }
        if (table.text("name").filter(String::isBlank).isPresent()) {
            findings.error(
                    table.place("name"),
                    EntityProblem.BLANK_NAME,
                    subject,
                    table.text("name").orElse(""));
        }
    }

    private void readClasses(TypeElement entity, String subject, EntityFindings findings) {
        EntityAttributes.entitySuperclass(entity).ifPresent(root -> {
            String what = "an entity that extends the entity " + root.getQualifiedName();
            findings.notUnderstood(Place.of(entity), subject, what);
            findings.notUnderstood(Place.of(entity), subject, what, context.tableName(root));
        });
        for (TypeElement type : EntityAttributes.classesOf(entity)) {
            EntityUnsupported.onClass(type)
                    .ifPresent(it -> findings.notUnderstood(it.place(), subject, EntityUnsupported.name(it)));
            if (type.getSuperclass().getKind() == TypeKind.ERROR) {
                findings.notUnderstood(
                        Place.of(type),
                        subject,
                        "the superclass " + type.getSuperclass() + ", unknown while annotations are processed,");
            }
        }
    }

    private void requireIdentifier(
            TypeElement entity, String subject, List<EntityColumn> read, EntityFindings findings) {
        long identifiers = read.stream().filter(EntityColumn::identifier).count();
        if (identifiers > 1) {
            findings.notUnderstood(Place.of(entity), subject, "a primary key of several attributes");
        } else if (identifiers == 0 && !findings.leavesOut(context.tableName(entity))) {
            findings.error(place(entity), EntityProblem.NO_ID, subject);
        }
    }

    /** One column for each name: an attribute that only shows another's value adds to it what it knows. */
    private static List<EntityColumn> withoutRepetition(
            List<EntityColumn> columns, String table, EntityFindings findings) {
        List<EntityColumn> merged = new ArrayList<>();
        for (EntityColumn column : columns) {
            int first = indexOf(column, merged);
            if (first < 0) {
                merged.add(column);
            } else if (column.readOnly()) {
                merged.set(first, join(merged.get(first), column));
            } else if (merged.get(first).readOnly()) {
                merged.set(first, join(column, merged.get(first)));
            } else {
                findings.error(
                        column.place(),
                        EntityProblem.DUPLICATE_COLUMN,
                        column.subject(),
                        column.column().name(),
                        table,
                        merged.get(first).subject());
            }
        }
        return merged;
    }

    private static int indexOf(EntityColumn column, List<EntityColumn> columns) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).column().name().equalsIgnoreCase(column.column().name())) {
                return i;
            }
        }
        return -1;
    }

    private static EntityColumn join(EntityColumn written, EntityColumn shown) {
        Column column =
                shown.column().nullable() ? written.column() : written.column().notNull();
        return new EntityColumn(
                written.subject(),
                written.logicalName(),
                column,
                !written.identifier() && (written.unique() || shown.unique()),
                written.readOnly(),
                written.identifier(),
                written.foreignKey().or(shown::foreignKey),
                written.place());
    }
}
