package dev.mhc.migrations.processor.entity;

import dev.mhc.migrations.processor.entity.EntityAttributes.Access;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.type.TypeMirror;

/**
 * One persistent attribute, or what a collection holds.
 *
 * @param subject how messages name it: the entity's class and the path to the attribute
 * @param name the attribute's own name, without the embeddables around it
 * @param member the field or getter that carries its annotations
 * @param type its type, with the type variables of superclasses resolved
 * @param embedded whether it belongs to an embeddable, whose columns are all null when the embeddable is
 * @param role which of the annotations on the element are its own
 * @param access how the attributes of what it embeds are reached, where their class does not say it
 * @param overrides what those around it say of its columns
 */
record EntityAttribute(
        String subject,
        String name,
        EntityMember member,
        TypeMirror type,
        boolean embedded,
        Role role,
        Access access,
        EntityOverrides overrides) {

    /** What of an attribute is meant. */
    enum Role {
        /** The attribute itself. */
        WHOLE(""),
        /** The elements of a collection, or the values of a map. */
        ELEMENT("value"),
        /** The keys of a map, which have annotations of their own. */
        KEY("key");

        /** By which an annotation of the attribute means this. */
        private final String path;

        Role(String path) {
            this.path = path;
        }
    }

    private static final Map<String, String> OF_KEYS = Map.of(
            Jpa.COLUMN, Jpa.MAP_KEY_COLUMN,
            Jpa.ENUMERATED, Jpa.MAP_KEY_ENUMERATED,
            Jpa.TEMPORAL, Jpa.MAP_KEY_TEMPORAL,
            Jpa.JDBC_TYPE_CODE, Jpa.MAP_KEY_JDBC_TYPE_CODE,
            Jpa.JOIN_COLUMN, Jpa.MAP_KEY_JOIN_COLUMN,
            Jpa.JOIN_COLUMNS, Jpa.MAP_KEY_JOIN_COLUMNS);

    Optional<EntityAnnotation> find(String annotation) {
        if (role != Role.KEY) {
            return annotations().find(annotation);
        }
        String ofKey = OF_KEYS.get(annotation);
        return ofKey == null ? Optional.empty() : annotations().find(ofKey);
    }

    boolean has(String annotation) {
        return find(annotation).isPresent();
    }

    /** The annotations of the member, of which the role says whether they are about this. */
    EntityAnnotations annotations() {
        return member.annotations();
    }

    Element element() {
        return member.element();
    }

    /** The {@code @Column} that counts. */
    Optional<EntityAnnotation> column() {
        return overrides.column(name).or(() -> find(Jpa.COLUMN));
    }

    /** The {@code @JoinColumn}s that count; empty if none is written. */
    List<EntityAnnotation> joinColumns() {
        List<EntityAnnotation> overridden = overrides
                .association(name)
                .map(it -> it.nestedAll("joinColumns"))
                .orElse(List.of());
        if (!overridden.isEmpty()) {
            return overridden;
        }
        List<EntityAnnotation> several =
                find(Jpa.JOIN_COLUMNS).map(it -> it.nestedAll("value")).orElse(List.of());
        return several.isEmpty() ? find(Jpa.JOIN_COLUMN).stream().toList() : several;
    }

    /**
     * The {@code @ForeignKey}s that count. That of the attribute's own {@code @JoinColumn} does so even if others override
     * the column; those of the single columns of several do not.
     */
    List<EntityAnnotation> foreignKeys() {
        return Stream.concat(
                        overrides.association(name).stream(),
                        find(Jpa.JOIN_COLUMN).or(() -> find(Jpa.JOIN_COLUMNS)).stream())
                .flatMap(it -> it.nested("foreignKey").stream())
                .toList();
    }

    /** The {@code @JoinTable} or {@code @CollectionTable} that counts. */
    Optional<EntityAnnotation> table(String annotation) {
        return overrides
                .association(name)
                .flatMap(it -> it.nested("joinTable"))
                .filter(it -> it.text("name").isPresent())
                .or(() -> find(annotation));
    }

    /** The {@code @Convert} that counts. */
    Optional<EntityAnnotation> conversion() {
        return overrides
                .conversion(role == Role.WHOLE ? name : role.path)
                .or(() -> annotations()
                        .all(Jpa.CONVERT, Jpa.CONVERTS)
                        .filter(it -> it.text("attributeName").orElse("").equals(role == Role.KEY ? role.path : "")
                                || it.text("attributeName").orElse("").equals(role.path))
                        .findFirst());
    }

    /** The same attribute, as if it held one such value. */
    EntityAttribute elements(TypeMirror one) {
        return new EntityAttribute(subject, name, member, one, embedded, role, access, overrides);
    }

    /** The same attribute, of which others say this before what is known already. */
    EntityAttribute overridden(EntityOverrides others) {
        return new EntityAttribute(subject, name, member, type, embedded, role, access, others.before(overrides));
    }

    /** A part of what it holds: keys or elements. */
    EntityAttribute part(Role part, String newName, TypeMirror newType, EntityOverrides inside) {
        return new EntityAttribute(subject, newName, member, newType, embedded, part, access, inside);
    }
}
