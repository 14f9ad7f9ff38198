package dev.mhc.migrations.processor;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;

/** Reads the attributes of an entity into the columns of its table. */
final class EntityColumns {

    private final EntityAttributes attributes;
    private final EntityBasics basics;
    private final EntityAssociations associations;
    private final EntityCollections collections;

    EntityColumns(EntityContext context) {
        attributes = new EntityAttributes(context);
        basics = new EntityBasics(context);
        associations = new EntityAssociations(context, new EntityTargets(context, attributes, basics));
        collections = new EntityCollections(context, associations);
    }

    /** All columns of an entity; what is wrong or not understood goes to {@code findings}. */
    List<EntityColumn> read(TypeElement entity, EntityFindings findings) {
        Reading reading = new Reading(entity, findings);
        attributes.of(entity).forEach(reading::add);
        return reading.columns;
    }

    /** Whether the attribute is one of the four associations or a collection of values. */
    static boolean isAssociation(EntityAttribute attribute) {
        return toOne(attribute).isPresent() || toMany(attribute).isPresent();
    }

    static boolean isToMany(EntityAttribute attribute) {
        return toMany(attribute).isPresent();
    }

    private static Optional<EntityAnnotation> toOne(EntityAttribute attribute) {
        return first(attribute, Jpa.MANY_TO_ONE, Jpa.ONE_TO_ONE);
    }

    private static Optional<EntityAnnotation> toMany(EntityAttribute attribute) {
        return first(attribute, Jpa.ONE_TO_MANY, Jpa.MANY_TO_MANY, Jpa.ELEMENT_COLLECTION, Jpa.MANY_TO_ANY);
    }

    private static Optional<EntityAnnotation> first(EntityAttribute attribute, String... annotations) {
        return Stream.of(annotations).flatMap(it -> attribute.find(it).stream()).findFirst();
    }

    /** The reading of one entity. */
    private final class Reading {

        private final TypeElement entity;
        private final EntityFindings findings;
        private final List<EntityColumn> columns = new ArrayList<>();
        private final Deque<TypeElement> embeddables = new ArrayDeque<>();

        Reading(TypeElement entity, EntityFindings findings) {
            this.entity = entity;
            this.findings = findings;
        }

        void add(EntityAttribute attribute) {
            if (attribute.has(Jpa.FORMULA) || attribute.has(Jpa.PARENT)) {
                return; // neither has a column
            }
            Optional<EntityAnnotation> unsupported = EntityUnsupported.onAttribute(attribute.element());
            Optional<EntityAnnotation> toOne = toOne(attribute);
            Optional<EntityAnnotation> toMany = toMany(attribute);
            if (unsupported.isPresent()) {
                findings.notUnderstood(
                        unsupported.get().place(), attribute.subject(), EntityUnsupported.name(unsupported.get()));
            } else if (toMany.isPresent()) {
                collections.read(attribute, toMany.get(), entity, findings);
            } else if (toOne.isPresent()) {
                associations.read(attribute, toOne.get(), findings).ifPresent(columns::add);
            } else if (isEmbedded(attribute)) {
                addEmbedded(attribute);
            } else {
                basics.read(attribute, findings).ifPresent(columns::add);
            }
        }

        private boolean isEmbedded(EntityAttribute attribute) {
            return EntityContext.classOf(attribute.type())
                    .filter(it -> attribute.has(Jpa.EMBEDDED) || EntityAnnotation.isOn(it, Jpa.EMBEDDABLE))
                    .isPresent();
        }

        private void addEmbedded(EntityAttribute attribute) {
            DeclaredType type = (DeclaredType) attribute.type();
            TypeElement embeddable = (TypeElement) type.asElement();
            if (embeddables.contains(embeddable)) {
                findings.error(
                        Place.of(attribute.element()),
                        EntityProblem.EMBEDDABLE_CYCLE,
                        attribute.subject(),
                        embeddable.getQualifiedName());
                return;
            }
            EntityUnsupported.onClass(embeddable)
                    .ifPresent(
                            it -> findings.notUnderstood(it.place(), attribute.subject(), EntityUnsupported.name(it)));
            if (EntityContext.classOf(embeddable.getSuperclass())
                    .filter(it -> EntityAnnotation.isOn(it, Jpa.EMBEDDABLE))
                    .isPresent()) {
                findings.notUnderstood(
                        Place.of(attribute.element()), attribute.subject(), "an embeddable that extends another");
            }
            embeddables.push(embeddable);
            attributes
                    .ofEmbeddable(type, EntityAttributes.accessOf(entity), attribute)
                    .forEach(this::add);
            embeddables.pop();
        }
    }
}
