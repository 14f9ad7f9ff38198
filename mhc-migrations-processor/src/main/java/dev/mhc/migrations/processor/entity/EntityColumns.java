package dev.mhc.migrations.processor.entity;

import dev.mhc.migrations.processor.compiler.Place;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;

/** Reads attributes into the columns of a table. */
final class EntityColumns {

    private static final List<String> TO_ONE = List.of(Jpa.MANY_TO_ONE, Jpa.ONE_TO_ONE);
    private static final List<String> TO_MANY =
            List.of(Jpa.ONE_TO_MANY, Jpa.MANY_TO_MANY, Jpa.ELEMENT_COLLECTION, Jpa.MANY_TO_ANY);

    private final EntityHierarchy hierarchy;
    private final EntityAttributes attributes;
    private final EntityBasics basics;
    private final EntityTargets targets;
    private final EntityAssociations associations;
    private final Deque<TypeElement> embeddables = new ArrayDeque<>();

    EntityColumns(EntityContext context, EntityHierarchy hierarchy, EntityAttributes attributes) {
        this.hierarchy = hierarchy;
        this.attributes = attributes;
        basics = new EntityBasics(context);
        targets = new EntityTargets(context, hierarchy, attributes, this);
        associations = new EntityAssociations(new EntityReferences(context, hierarchy, targets), targets);
    }

    EntityTargets targets() {
        return targets;
    }

    EntityAssociations associations() {
        return associations;
    }

    /** Whether the attribute is one of the four associations or a collection of values. */
    static boolean isAssociation(EntityAttribute attribute) {
        return association(attribute).isPresent();
    }

    static Optional<EntityAnnotation> association(EntityAttribute attribute) {
        return toOne(attribute).or(() -> toMany(attribute));
    }

    static boolean isToOne(EntityAttribute attribute) {
        return toOne(attribute).isPresent();
    }

    private static Optional<EntityAnnotation> toOne(EntityAttribute attribute) {
        return first(attribute, TO_ONE);
    }

    private static Optional<EntityAnnotation> toMany(EntityAttribute attribute) {
        return first(attribute, TO_MANY);
    }

    private static Optional<EntityAnnotation> first(EntityAttribute attribute, List<String> annotations) {
        return attribute.role() == EntityAttribute.Role.WHOLE
                ? attribute.annotations().first(annotations)
                : Optional.empty(); // the annotation is about the collection that has it
    }

    static boolean isEmbedded(EntityAttribute attribute) {
        return EntityContext.classOf(attribute.type())
                .filter(it -> attribute.has(Jpa.EMBEDDED)
                        || attribute.has(Jpa.EMBEDDED_ID)
                        || EntityAnnotations.of(it).has(Jpa.EMBEDDABLE))
                .isPresent();
    }

    /** Reads the columns of an attribute; what has tables of its own goes to {@code collections}. */
    void read(
            EntityAttribute attribute, EntityTable table, EntityFindings findings, EntityCollections.Sink collections) {
        if (attribute.has(Jpa.FORMULA) || attribute.has(Jpa.PARENT)) {
            return; // neither has a column
        }
        Optional<EntityAnnotation> unsupported = EntityUnsupported.onAttribute(attribute);
        Optional<EntityAnnotation> toOne = toOne(attribute);
        Optional<EntityAnnotation> toMany = toMany(attribute);
        if (unsupported.isPresent()) {
            findings.notUnderstood(
                    unsupported.get().place(), attribute.subject(), EntityUnsupported.name(unsupported.get()));
        } else if (toMany.isPresent()) {
            collections.collection(attribute, toMany.get(), findings);
        } else if (toOne.isPresent()) {
            associations.read(attribute, toOne.get(), table, findings, collections);
        } else if (isEmbedded(attribute)) {
            embedded(attribute, findings).forEach(it -> read(it, table, findings, collections));
            leave(attribute);
        } else {
            basics.read(attribute, findings).ifPresent(column -> {
                table.add(column, findings);
                table.addChecks(basics.checks(attribute, column, findings));
                basics.zone(attribute, column).ifPresent(it -> table.add(it, findings));
            });
        }
    }

    /** Reads the columns of a primary key, of which associations may be a part. */
    void readIdentifier(TypeElement entity, List<EntityAttribute> all, EntityTable table, EntityFindings findings) {
        Map<String, EntityAttribute> mapped = new HashMap<>();
        for (EntityAttribute attribute : all) {
            attribute
                    .find(Jpa.MAPS_ID)
                    .ifPresent(it -> mapped.put(it.text("value").orElse(""), attribute));
        }
        for (EntityAttribute attribute : ordered(all, idClass(entity))) {
            if (!attribute.has(Jpa.ID) && !attribute.has(Jpa.EMBEDDED_ID)) {
                continue;
            }
            EntityAttribute whole = mapped.get("");
            if (whole != null) {
                reference(whole, table, findings);
            } else if (isToOne(attribute)) {
                reference(attribute, table, findings);
            } else if (isEmbedded(attribute)) {
                for (EntityAttribute part :
                        ordered(embedded(attribute, findings), EntityContext.classOf(attribute.type()))) {
                    EntityAttribute association = mapped.get(part.name());
                    if (association != null) {
                        reference(association, table, findings);
                    } else {
                        readPart(part, table, findings);
                    }
                }
                leave(attribute);
            } else {
                read(attribute, table, findings, EntityCollections.NONE);
            }
        }
    }

    /** Reads the columns of what a key is made of, in the order that they have in the key. */
    void readPart(EntityAttribute attribute, EntityTable table, EntityFindings findings) {
        if (isToOne(attribute)
                || !isEmbedded(attribute)
                || EntityUnsupported.onAttribute(attribute).isPresent()) {
            read(attribute, table, findings, EntityCollections.NONE);
            return;
        }
        ordered(embedded(attribute, findings), EntityContext.classOf(attribute.type()))
                .forEach(it -> readPart(it, table, findings));
        leave(attribute);
    }

    private Optional<TypeElement> idClass(TypeElement entity) {
        return hierarchy.classesOf(entity).stream()
                .flatMap(it -> EntityAnnotations.of(it).find(Jpa.ID_CLASS).stream())
                .flatMap(it -> it.type("value").stream())
                .flatMap(it -> EntityContext.classOf(it).stream())
                .findFirst();
    }

    /** As Hibernate orders the columns of a composite key: as a record has them, else by the names of the attributes. */
    private static List<EntityAttribute> ordered(List<EntityAttribute> attributes, Optional<TypeElement> key) {
        List<String> components = key.stream()
                .flatMap(it -> it.getRecordComponents().stream())
                .map(it -> it.getSimpleName().toString())
                .toList();
        return attributes.stream()
                .sorted(Comparator.<EntityAttribute>comparingInt(it -> components.indexOf(it.name()))
                        .thenComparing(EntityAttribute::name))
                .toList();
    }

    private void reference(EntityAttribute attribute, EntityTable table, EntityFindings findings) {
        toOne(attribute)
                .flatMap(it -> associations.reference(attribute, it, findings))
                .ifPresent(it -> table.addAll(it.identifiers(), findings));
    }

    /** The attributes of what the attribute embeds; empty for an embeddable that is inside itself. */
    private List<EntityAttribute> embedded(EntityAttribute attribute, EntityFindings findings) {
        DeclaredType type = (DeclaredType) attribute.type();
        TypeElement embeddable = (TypeElement) type.asElement();
        boolean cycle = embeddables.contains(embeddable);
        embeddables.push(embeddable);
        if (cycle) {
            findings.error(
                    Place.of(attribute.element()),
                    EntityProblem.EMBEDDABLE_CYCLE,
                    attribute.subject(),
                    embeddable.getQualifiedName());
            return List.of();
        }
        Optional<EntityAnnotation> discriminator = hierarchy.classesOf(embeddable).stream()
                .flatMap(it -> EntityAnnotations.of(it).find(Jpa.DISCRIMINATOR_COLUMN).stream())
                .findFirst();
        if (discriminator.isPresent()) {
            findings.notUnderstood(
                    discriminator.get().place(), attribute.subject(), "an embeddable with @DiscriminatorColumn");
        } else if (hierarchy.isInFamily(embeddable)) {
            findings.notUnderstood(
                    Place.of(attribute.element()),
                    attribute.subject(),
                    "an embeddable that extends another, or is extended,");
        }
        EntityUnsupported.onClass(embeddable)
                .ifPresent(it -> findings.notUnderstood(it.place(), attribute.subject(), EntityUnsupported.name(it)));
        return attributes.ofEmbeddable(type, attribute);
    }

    private void leave(EntityAttribute attribute) {
        if (attribute.type() instanceof DeclaredType) {
            embeddables.pop();
        }
    }
}
