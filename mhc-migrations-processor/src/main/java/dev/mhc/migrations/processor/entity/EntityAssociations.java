package dev.mhc.migrations.processor.entity;

import dev.mhc.migrations.processor.compiler.Place;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Reads associations to one other entity. */
final class EntityAssociations {

    private final EntityReferences references;
    private final EntityTargets targets;

    EntityAssociations(EntityReferences references, EntityTargets targets) {
        this.references = references;
        this.targets = targets;
    }

    EntityReferences references() {
        return references;
    }

    /** Adds what a {@code @ManyToOne} or {@code @OneToOne} has in the table of its entity. */
    void read(
            EntityAttribute attribute,
            EntityAnnotation association,
            EntityTable table,
            EntityFindings findings,
            EntityCollections.Sink collections) {
        attribute
                .find(Jpa.COLUMN)
                .ifPresent(it -> findings.error(it.place(), EntityProblem.COLUMN_ON_ASSOCIATION, attribute.subject()));
        Optional<TypeElement> target = target(attribute, attribute.type(), association, findings);
        if (target.isEmpty() || isMappedByTarget(attribute, association, target.get(), findings)) {
            return;
        }
        if (attribute.table(Jpa.JOIN_TABLE).isPresent()) {
            collections.collection(attribute, association, findings);
            return;
        }
        boolean ofKey = attribute.has(Jpa.ID) || attribute.has(Jpa.MAPS_ID);
        if (!ofKey && (attribute.has(Jpa.PRIMARY_KEY_JOIN_COLUMN) || attribute.has(Jpa.PRIMARY_KEY_JOIN_COLUMNS))) {
            return; // the primary key is the reference, and no constraint says so
        }
        Optional<EntityReference> reference = reference(attribute, association, findings);
        if (reference.isEmpty()) {
            return;
        }
        reference.get().foreignKey().ifPresent(table::add);
        if (ofKey) {
            return; // its columns came with the key
        }
        boolean unique = attribute.has(Jpa.ONE_TO_ONE);
        EntityReference needed = association.flag("optional", true)
                ? reference.get()
                : reference.get().notNull();
        if (needed.columns().size() == 1) {
            EntityColumn column = needed.columns().get(0);
            table.add(column.uniqueIf(unique || column.unique()), findings);
        } else {
            table.addAll(needed.columns(), findings);
            if (unique) {
                table.add(needed.uniqueKey());
            }
        }
    }

    /** The columns of a reference to the entity that an association is about. */
    Optional<EntityReference> reference(
            EntityAttribute attribute, EntityAnnotation association, EntityFindings findings) {
        return target(attribute, attribute.type(), association, findings)
                .flatMap(target -> references.to(
                        target,
                        attribute.joinColumns(),
                        attribute.foreignKeys(),
                        it -> EntityNaming.joined(attribute.name(), it),
                        attribute,
                        findings))
                .map(it -> it.constrainedIfNeeded(attribute))
                .map(it -> it.onDelete(
                        inverseOnDelete(attribute, association, findings).or(() -> attribute.find(Jpa.ON_DELETE))));
    }

    /** What the collection on the other side says is done when its owner is deleted. */
    private Optional<EntityAnnotation> inverseOnDelete(
            EntityAttribute attribute, EntityAnnotation association, EntityFindings findings) {
        return target(attribute, attribute.type(), association, findings)
                .flatMap(it -> targets.inverse(it, attribute.name(), findings.entity()))
                .filter(it -> it.has(Jpa.ONE_TO_MANY))
                .flatMap(it -> it.find(Jpa.ON_DELETE));
    }

    /**
     * The entity that an association references: {@code targetEntity} if it is written, else {@code declared}. One that
     * is no entity is reported.
     */
    static Optional<TypeElement> target(
            EntityAttribute attribute, TypeMirror declared, EntityAnnotation association, EntityFindings findings) {
        Optional<TypeMirror> explicit =
                association.type("targetEntity").filter(it -> it.getKind() == TypeKind.DECLARED);
        TypeMirror type = explicit.orElse(declared);
        if (type.getKind() != TypeKind.DECLARED) {
            findings.notUnderstood(Place.of(attribute.element()), attribute.subject(), "the type " + type);
            return Optional.empty();
        }
        Optional<TypeElement> target = EntityContext.classOf(type);
        if (target.filter(it -> EntityAnnotations.of(it).has(Jpa.ENTITY)).isEmpty()) {
            findings.error(
                    explicit.map(it -> association.place("targetEntity"))
                            .orElseGet(() -> Place.of(attribute.element())),
                    EntityProblem.TARGET_NOT_AN_ENTITY,
                    attribute.subject(),
                    type);
            return Optional.empty();
        }
        return target;
    }

    /** Whether the other side has the column; a side that it does not have is reported. */
    boolean isMappedByTarget(
            EntityAttribute attribute, EntityAnnotation association, TypeElement target, EntityFindings findings) {
        Optional<String> mappedBy = association.text("mappedBy");
        mappedBy.map(it -> it.split("\\.", 2)[0])
                .filter(it -> !targets.hasAttribute(target, it))
                .ifPresent(it -> findings.error(
                        association.place("mappedBy"),
                        EntityProblem.MAPPED_BY_UNKNOWN,
                        attribute.subject(),
                        it,
                        target.getQualifiedName()));
        return mappedBy.isPresent();
    }
}
