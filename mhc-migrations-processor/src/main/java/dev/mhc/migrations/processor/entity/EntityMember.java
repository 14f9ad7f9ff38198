package dev.mhc.migrations.processor.entity;

import dev.mhc.migrations.processor.entity.EntityAttributes.Access;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/**
 * A field or a getter of a class, which may be an attribute.
 *
 * @param name of the attribute
 * @param element the field or the getter
 * @param annotations those on it
 * @param explicitAccess what it says itself of how it is accessed
 */
record EntityMember(String name, Element element, EntityAnnotations annotations, Optional<Access> explicitAccess) {

    /** Those of a class, in the order of the source, without what it has from other classes. */
    static List<EntityMember> of(TypeElement type) {
        List<EntityMember> members = new ArrayList<>();
        for (Element element : type.getEnclosedElements()) {
            Optional<String> name = nameOf(element);
            if (name.isPresent()) {
                EntityAnnotations annotations = EntityAnnotations.of(element);
                if (!annotations.has(Jpa.TRANSIENT)) {
                    members.add(new EntityMember(name.get(), element, annotations, Access.written(annotations)));
                }
            }
        }
        return members;
    }

    boolean isIdentifier() {
        return annotations.has(Jpa.ID) || annotations.has(Jpa.EMBEDDED_ID);
    }

    /** How the value is reached where the annotations stand. */
    Access access() {
        return element.getKind() == ElementKind.FIELD ? Access.FIELD : Access.PROPERTY;
    }

    private static Optional<String> nameOf(Element element) {
        Set<Modifier> modifiers = element.getModifiers();
        if (modifiers.contains(Modifier.STATIC) || modifiers.contains(Modifier.TRANSIENT)) {
            return Optional.empty();
        }
        if (element.getKind() == ElementKind.FIELD) {
            return Optional.of(element.getSimpleName().toString());
        }
        return element instanceof ExecutableElement method && element.getKind() == ElementKind.METHOD
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
}
