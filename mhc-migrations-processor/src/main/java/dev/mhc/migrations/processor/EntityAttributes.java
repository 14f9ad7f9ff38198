package dev.mhc.migrations.processor;

import java.util.ArrayList;
import java.util.Collection;
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

    private final EntityContext context;

    EntityAttributes(EntityContext context) {
        this.context = context;
    }

    /** The classes whose attributes the entity has: its mapped superclasses, the topmost first, and itself. */
    static List<TypeElement> classesOf(TypeElement type) {
        List<TypeElement> classes = new ArrayList<>();
        classes.add(type);
        for (Optional<TypeElement> superclass = superclass(type);
                superclass.isPresent();
                superclass = superclass(superclass.get())) {
            if (EntityAnnotation.isOn(superclass.get(), Jpa.MAPPED_SUPERCLASS)) {
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

    /** Field access, unless an identifier stands on a getter. */
    static Access accessOf(TypeElement entity) {
        List<TypeElement> classes = new ArrayList<>(classesOf(entity));
        entitySuperclass(entity).ifPresent(it -> classes.addAll(classesOf(it)));
        boolean property = classes.stream()
                .flatMap(it -> ElementFilter.methodsIn(it.getEnclosedElements()).stream())
                .anyMatch(it -> EntityAnnotation.isOn(it, Jpa.ID) || EntityAnnotation.isOn(it, Jpa.EMBEDDED_ID));
        return property ? Access.PROPERTY : Access.FIELD;
    }

    /** The attributes of an entity, the identifier first. */
    List<EntityAttribute> of(TypeElement entity) {
        String subject = entity.getQualifiedName().toString();
        List<EntityAttribute> attributes = new ArrayList<>();
        List<EntityAttribute> others = new ArrayList<>();
        for (EntityAttribute attribute :
                collect((DeclaredType) entity.asType(), entity, accessOf(entity), subject, false)) {
            (attribute.has(Jpa.ID) ? attributes : others).add(attribute);
        }
        attributes.addAll(others);
        return attributes;
    }

    /** The attributes of an embeddable that is used by {@code owner}. */
    Collection<EntityAttribute> ofEmbeddable(DeclaredType type, Access access, EntityAttribute owner) {
        TypeElement embeddable = (TypeElement) type.asElement();
        Access own = embeddable.getKind() == ElementKind.RECORD ? Access.FIELD : access;
        return collect(type, embeddable, own, owner.subject(), true);
    }

    private Collection<EntityAttribute> collect(
            DeclaredType type, TypeElement start, Access access, String subject, boolean embedded) {
        Map<String, EntityAttribute> attributes = new LinkedHashMap<>();
        for (TypeElement declaring : classesOf(start)) {
            Access own = explicitAccess(declaring).orElse(access);
            for (Element member : declaring.getEnclosedElements()) {
                Optional<String> name = nameOf(member);
                if (name.isPresent() && explicitAccess(member).orElse(own) == accessKind(member)) {
                    // An overridden getter keeps its place and takes the annotations of the subclass.
                    attributes.put(
                            name.get(),
                            new EntityAttribute(
                                    subject + '.' + name.get(), name.get(), member, typeOf(type, member), embedded));
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
