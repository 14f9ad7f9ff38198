package dev.mhc.migrations.processor.entity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeMirror;

/** Finds the persistent attributes of entities and embeddables, by field or by property. */
final class EntityAttributes {

    /** Where annotations stand. */
    enum Access {
        FIELD,
        PROPERTY;

        /** What {@code @Access} says, if it is there. */
        static Optional<Access> written(EntityAnnotations annotations) {
            return annotations
                    .find(Jpa.ACCESS)
                    .flatMap(it -> it.constant("value"))
                    .map(Access::valueOf);
        }
    }

    private final EntityContext context;
    private final EntityHierarchy hierarchy;
    private final Map<TypeElement, List<EntityMember>> members = new HashMap<>();
    private final Map<TypeElement, Map<TypeElement, List<EntityAttribute>>> known = new HashMap<>();

    EntityAttributes(EntityContext context, EntityHierarchy hierarchy) {
        this.context = context;
        this.hierarchy = hierarchy;
    }

    /** The attributes that an entity does not have from another entity, the identifier first. */
    List<EntityAttribute> of(TypeElement entity) {
        return of(entity, entity);
    }

    /**
     * The attributes that an entity has from another one that it extends, or its own.
     *
     * @param declaring the entity that does not have them from another one
     */
    List<EntityAttribute> of(TypeElement entity, TypeElement declaring) {
        return known.computeIfAbsent(entity, it -> new HashMap<>())
                .computeIfAbsent(declaring, it -> read(entity, declaring));
    }

    private List<EntityAttribute> read(TypeElement entity, TypeElement declaring) {
        Scope scope = new Scope(
                (DeclaredType) entity.asType(),
                accessOf(entity),
                entity.getQualifiedName().toString(),
                false,
                EntityOverrides.of(EntityHierarchy.superclasses(entity)));
        List<EntityAttribute> attributes = new ArrayList<>();
        List<EntityAttribute> others = new ArrayList<>();
        for (EntityAttribute attribute : collect(declaring, scope)) {
            (attribute.member().isIdentifier() ? attributes : others).add(attribute);
        }
        attributes.addAll(others);
        return List.copyOf(attributes);
    }

    /** Field access, unless an identifier stands on a getter. */
    private Access accessOf(TypeElement entity) {
        for (TypeElement type : hierarchy.classesOf(hierarchy.root(entity))) {
            for (EntityMember member : members(type)) {
                if (member.access() == Access.PROPERTY && member.isIdentifier()) {
                    return Access.PROPERTY;
                }
            }
        }
        return Access.FIELD;
    }

    /** The attributes of an embeddable, as they are in what embeds it. */
    List<EntityAttribute> ofEmbeddable(DeclaredType type, EntityAttribute owner) {
        TypeElement embeddable = (TypeElement) type.asElement();
        return List.copyOf(collect(
                embeddable,
                new Scope(
                        type,
                        owner.access(),
                        owner.subject(),
                        true,
                        owner.role() == EntityAttribute.Role.WHOLE
                                ? owner.overrides().inside(owner)
                                : owner.overrides())));
    }

    /**
     * What holds for all attributes of a class.
     *
     * @param access that of the entity, which embeddables at any depth have from it
     */
    private record Scope(
            DeclaredType type, Access access, String subject, boolean embedded, EntityOverrides overrides) {}

    private Collection<EntityAttribute> collect(TypeElement start, Scope scope) {
        Map<String, EntityAttribute> attributes = new LinkedHashMap<>();
        Access inside = scope.embedded()
                ? scope.access()
                : Access.written(EntityAnnotations.of(start)).orElse(scope.access());
        for (TypeElement declaring : hierarchy.classesOf(start)) {
            Access own = Access.written(EntityAnnotations.of(declaring))
                    .orElse(declaring.getKind() == ElementKind.RECORD ? Access.FIELD : scope.access());
            for (EntityMember member : members(declaring)) {
                // A member that says how it is accessed is an attribute itself, wherever the value is read.
                boolean isAttribute = member.explicitAccess().isPresent() || own == member.access();
                // The annotations of an overridden getter count, not those of the one that overrides it.
                if (isAttribute && !attributes.containsKey(member.name())) {
                    attributes.put(
                            member.name(),
                            new EntityAttribute(
                                    scope.subject() + '.' + member.name(),
                                    member.name(),
                                    member,
                                    typeOf(scope.type(), member.element()),
                                    scope.embedded(),
                                    EntityAttribute.Role.WHOLE,
                                    member.explicitAccess().orElse(inside),
                                    scope.overrides()));
                }
            }
        }
        return attributes.values();
    }

    private List<EntityMember> members(TypeElement type) {
        return members.computeIfAbsent(type, EntityMember::of);
    }

    private TypeMirror typeOf(DeclaredType type, Element member) {
        TypeMirror resolved = context.types().asMemberOf(type, member);
        return resolved instanceof ExecutableType getter ? getter.getReturnType() : resolved;
    }
}
