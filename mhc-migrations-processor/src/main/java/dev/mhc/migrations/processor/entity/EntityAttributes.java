package dev.mhc.migrations.processor.entity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** Finds the persistent attributes of entities and embeddables, by field or by property. */
final class EntityAttributes {

    /** Where annotations stand. */
    enum Access {
        FIELD,
        PROPERTY
    }

    /** Whose attributes, and which of them. */
    private record Key(TypeElement entity, TypeElement declaring) {}

    private final EntityContext context;
    private final Map<Key, List<EntityAttribute>> known = new HashMap<>();

    EntityAttributes(EntityContext context) {
        this.context = context;
    }

    /**
     * The classes whose attributes are the type's own: its mapped superclasses up to the next entity, embeddables that it
     * extends, the topmost first, and itself.
     */
    static List<TypeElement> classesOf(TypeElement type) {
        List<TypeElement> classes = new ArrayList<>();
        classes.add(type);
        for (Optional<TypeElement> superclass = superclass(type);
                superclass.isPresent() && !EntityAnnotation.isOn(superclass.get(), Jpa.ENTITY);
                superclass = superclass(superclass.get())) {
            if (EntityAnnotation.isOn(superclass.get(), Jpa.MAPPED_SUPERCLASS)
                    || EntityAnnotation.isOn(superclass.get(), Jpa.EMBEDDABLE)) {
                classes.add(0, superclass.get());
            }
        }
        return classes;
    }

    /** The closest superclass that is an entity. */
    static Optional<TypeElement> entitySuperclass(TypeElement type) {
        for (Optional<TypeElement> superclass = superclass(type);
                superclass.isPresent();
                superclass = superclass(superclass.get())) {
            if (EntityAnnotation.isOn(superclass.get(), Jpa.ENTITY)) {
                return superclass;
            }
        }
        return Optional.empty();
    }

    /** Those of {@code embeddables} that extend an embeddable, and those that are extended. */
    static Set<TypeElement> families(List<TypeElement> embeddables) {
        Set<TypeElement> families = new HashSet<>();
        for (TypeElement embeddable : embeddables) {
            for (TypeElement type : classesOf(embeddable)) {
                if (!type.equals(embeddable) && EntityAnnotation.isOn(type, Jpa.EMBEDDABLE)) {
                    families.add(embeddable);
                    families.add(type);
                }
            }
        }
        return families;
    }

    /** Field access, unless an identifier stands on a getter. */
    static Access accessOf(TypeElement entity) {
        List<TypeElement> classes = classesOf(EntityHierarchy.root(entity));
        boolean property = classes.stream()
                .flatMap(it -> ElementFilter.methodsIn(it.getEnclosedElements()).stream())
                .anyMatch(it -> EntityAnnotation.isOn(it, Jpa.ID) || EntityAnnotation.isOn(it, Jpa.EMBEDDED_ID));
        return property ? Access.PROPERTY : Access.FIELD;
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
        return known.computeIfAbsent(new Key(entity, declaring), it -> read(entity, declaring));
    }

    private List<EntityAttribute> read(TypeElement entity, TypeElement declaring) {
        List<TypeElement> overriding = new ArrayList<>();
        for (Optional<TypeElement> next = Optional.of(entity); next.isPresent(); next = superclass(next.get())) {
            overriding.add(next.get());
        }
        Scope scope = new Scope(
                (DeclaredType) entity.asType(),
                accessOf(entity),
                entity.getQualifiedName().toString(),
                false,
                EntityAttribute.Role.WHOLE,
                EntityOverrides.of(overriding));
        List<EntityAttribute> attributes = new ArrayList<>();
        List<EntityAttribute> others = new ArrayList<>();
        for (EntityAttribute attribute : collect(declaring, scope)) {
            (attribute.has(Jpa.ID) || attribute.has(Jpa.EMBEDDED_ID) ? attributes : others).add(attribute);
        }
        attributes.addAll(others);
        return List.copyOf(attributes);
    }

    /** The attributes of an embeddable, as they are in what embeds it. */
    List<EntityAttribute> ofEmbeddable(DeclaredType type, EntityAttribute owner) {
        TypeElement embeddable = (TypeElement) type.asElement();
        boolean property =
                embeddable.getKind() != ElementKind.RECORD && owner.element().getKind() == ElementKind.METHOD;
        return List.copyOf(collect(
                embeddable,
                new Scope(
                        type,
                        property ? Access.PROPERTY : Access.FIELD,
                        owner.subject(),
                        true,
                        EntityAttribute.Role.WHOLE,
                        owner.role() == EntityAttribute.Role.WHOLE
                                ? owner.overrides().inside(owner)
                                : owner.overrides())));
    }

    /** What holds for all attributes of a class. */
    private record Scope(
            DeclaredType type,
            Access access,
            String subject,
            boolean embedded,
            EntityAttribute.Role role,
            EntityOverrides overrides) {}

    private Collection<EntityAttribute> collect(TypeElement start, Scope scope) {
        Map<String, EntityAttribute> attributes = new LinkedHashMap<>();
        for (TypeElement declaring : classesOf(start)) {
            Access own = explicitAccess(declaring).orElse(scope.access());
            for (Element member : declaring.getEnclosedElements()) {
                Optional<String> name = nameOf(member);
                // A member that says how it is accessed is an attribute itself, wherever the value is read.
                if (name.isPresent() && (explicitAccess(member).isPresent() || own == accessKind(member))) {
                    // The annotations of an overridden getter count, not those of the one that overrides it.
                    attributes.putIfAbsent(
                            name.get(),
                            new EntityAttribute(
                                    scope.subject() + '.' + name.get(),
                                    name.get(),
                                    member,
                                    typeOf(scope.type(), member),
                                    scope.embedded(),
                                    scope.role(),
                                    scope.overrides()));
                }
            }
        }
        return attributes.values();
    }

    private TypeMirror typeOf(DeclaredType type, Element member) {
        TypeMirror resolved = context.types().asMemberOf(type, member);
        return resolved instanceof ExecutableType getter ? getter.getReturnType() : resolved;
    }

    private static Optional<Access> explicitAccess(Element element) {
        return EntityAnnotation.find(element, Jpa.ACCESS)
                .flatMap(it -> it.constant("value"))
                .map(it -> it.equals("PROPERTY") ? Access.PROPERTY : Access.FIELD);
    }

    private static Access accessKind(Element member) {
        return member.getKind() == ElementKind.FIELD ? Access.FIELD : Access.PROPERTY;
    }

    /** The name of the attribute that a field or getter stands for; empty for every other member. */
    private static Optional<String> nameOf(Element member) {
        Set<Modifier> modifiers = member.getModifiers();
        if (modifiers.contains(Modifier.STATIC)
                || modifiers.contains(Modifier.TRANSIENT)
                || EntityAnnotation.isOn(member, Jpa.TRANSIENT)) {
            return Optional.empty();
        }
        if (member.getKind() == ElementKind.FIELD) {
            return Optional.of(member.getSimpleName().toString());
        }
        return member instanceof ExecutableElement method && member.getKind() == ElementKind.METHOD
                ? propertyName(method)
                : Optional.empty();
    }

    private static Optional<String> propertyName(ExecutableElement method) {
        String name = method.getSimpleName().toString();
        TypeMirror returned = method.getReturnType();
        if (!method.getParameters().isEmpty() || returned.getKind() == TypeKind.VOID) {
            return Optional.empty();
        }
        if (name.startsWith("get") && name.length() > 3) {
            return Optional.of(decapitalized(name.substring(3)));
        }
        if (name.startsWith("is") && name.length() > 2 && EntityTypes.isBoolean(returned)) {
            return Optional.of(decapitalized(name.substring(2)));
        }
        return Optional.empty();
    }

    /** As JavaBeans says: {@code URL} stays as it is. */
    private static String decapitalized(String name) {
        boolean acronym =
                name.length() > 1 && Character.isUpperCase(name.charAt(0)) && Character.isUpperCase(name.charAt(1));
        return acronym ? name : Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }

    private static Optional<TypeElement> superclass(TypeElement type) {
        return EntityContext.classOf(type.getSuperclass());
    }
}
