package dev.mhc.migrations.processor;

import java.util.List;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/**
 * Reads associations to many and collections of values. None has a column in the table of its entity; what it needs
 * elsewhere is not described yet and is said.
 */
final class EntityCollections {

    private final EntityContext context;
    private final EntityAssociations associations;

    EntityCollections(EntityContext context, EntityAssociations associations) {
        this.context = context;
        this.associations = associations;
    }

    void read(EntityAttribute attribute, EntityAnnotation collection, TypeElement entity, EntityFindings findings) {
        if (attribute.has(Jpa.ONE_TO_MANY) || attribute.has(Jpa.MANY_TO_MANY)) {
            EntityAssociations.target(attribute, elementType(attribute), collection, findings)
                    .ifPresent(target -> readAssociation(attribute, collection, entity, target, findings));
        } else {
            String table = attribute
                    .find(Jpa.COLLECTION_TABLE)
                    .flatMap(it -> it.text("name"))
                    .orElseGet(() -> context.entityName(entity) + '_' + attribute.name());
            leaveTableOut(attribute, collection, table, findings);
        }
    }

    private void readAssociation(
            EntityAttribute attribute,
            EntityAnnotation collection,
            TypeElement entity,
            TypeElement target,
            EntityFindings findings) {
        if (associations.isMappedByTarget(attribute, collection, target, findings)) {
            attribute
                    .find(Jpa.ORDER_COLUMN)
                    .or(() -> attribute.find(Jpa.ON_DELETE))
                    .ifPresent(it -> leaveTargetOut(attribute, it, target, findings));
            return;
        }
        Optional<EntityAnnotation> column = attribute.find(Jpa.JOIN_COLUMN).or(() -> attribute.find(Jpa.JOIN_COLUMNS));
        if (column.isPresent() && attribute.has(Jpa.ONE_TO_MANY)) {
            leaveTargetOut(attribute, column.get(), target, findings);
            return;
        }
        String table = attribute
                .find(Jpa.JOIN_TABLE)
                .flatMap(it -> it.text("name"))
                .orElseGet(() -> context.tableName(entity) + '_' + context.tableName(target));
        leaveTableOut(attribute, collection, table, findings);
    }

    /** The annotation adds something to the table of the other side. */
    private void leaveTargetOut(
            EntityAttribute attribute, EntityAnnotation annotation, TypeElement target, EntityFindings findings) {
        findings.notUnderstood(
                annotation.place(),
                attribute.subject(),
                EntityUnsupported.name(annotation) + " on this side of the association",
                context.tableName(target));
    }

    private void leaveTableOut(
            EntityAttribute attribute, EntityAnnotation collection, String table, EntityFindings findings) {
        findings.notUnderstood(
                collection.place(),
                attribute.subject(),
                EntityUnsupported.name(collection),
                context.naming().physical(table));
    }

    /** What the collection holds: the values of a map, the elements of everything else. */
    private static TypeMirror elementType(EntityAttribute attribute) {
        if (attribute.type() instanceof DeclaredType declared) {
            List<? extends TypeMirror> arguments = declared.getTypeArguments();
            if (!arguments.isEmpty()) {
                return arguments.get(arguments.size() - 1);
            }
        }
        return attribute.type();
    }
}
