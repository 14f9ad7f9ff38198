package dev.mhc.migrations.processor.entity;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/**
 * What all readers of entities share.
 *
 * @param converters what converters make of types
 * @param isInSources whether an element is being compiled, so that messages can point at it
 */
record EntityContext(
        Elements elements,
        Types types,
        EntityNaming naming,
        EntityConverters converters,
        Predicate<Element> isInSources) {

    /** The class or interface of a type, if it has one. */
    static Optional<TypeElement> classOf(TypeMirror type) {
        return type instanceof DeclaredType declared && declared.asElement() instanceof TypeElement element
                ? Optional.of(element)
                : Optional.empty();
    }

    /** What is known of the values of a type argument: the bound of a wildcard, every other type itself. */
    static TypeMirror bound(TypeMirror argument) {
        if (!(argument instanceof WildcardType wildcard)) {
            return argument;
        }
        TypeMirror upper = wildcard.getExtendsBound();
        TypeMirror lower = wildcard.getSuperBound();
        return upper != null ? upper : lower != null ? lower : argument;
    }

    /** The qualified name of a type's class, or the name of a primitive. */
    static String nameOf(TypeMirror type) {
        return classOf(type)
                .map(it -> it.getQualifiedName().toString())
                .orElseGet(() -> type.getKind().isPrimitive()
                        ? type.getKind().name().toLowerCase(Locale.ROOT)
                        : type.toString());
    }

    /** The name by which queries, default table names and messages of JPA know an entity. */
    String entityName(TypeElement entity) {
        return EntityAnnotations.of(entity)
                .find(Jpa.ENTITY)
                .flatMap(it -> it.text("name"))
                .orElseGet(() -> {
                    // The binary name: a nested class Outer.Inner is the entity Outer$Inner.
                    String binary = elements.getBinaryName(entity).toString();
                    return binary.substring(binary.lastIndexOf('.') + 1);
                });
    }

    /** The name of an entity's table before the naming option, with its quotes. */
    String logicalTableName(TypeElement entity) {
        return EntityAnnotations.of(entity)
                .find(Jpa.TABLE)
                .flatMap(it -> it.text("name"))
                .filter(it -> !it.isBlank())
                .orElseGet(() -> entityName(entity));
    }
}
