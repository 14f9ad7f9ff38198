package dev.mhc.migrations.processor.compiler;

import java.util.List;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/**
 * Finds names that the compiler cannot resolve. Another processor may generate what they stand for, so that they are
 * known a round later; else the compiler reports them.
 */
public final class Unresolved {

    /** How compilers print such a value; a text that is written in the source prints with quotes. */
    private static final String VALUE = "<error>";

    private Unresolved() {}

    /** Whether a value of the annotation has such a name. */
    public static boolean isIn(AnnotationMirror annotation) {
        return annotation.getElementValues().values().stream().anyMatch(Unresolved::isIn);
    }

    /** Whether the superclass of a class, the type of a member, or an annotation on either has such a name. */
    public static boolean isIn(TypeElement type) {
        return isIn(type.getSuperclass())
                || hasAnnotation(type)
                || type.getEnclosedElements().stream()
                        .filter(it -> it.getKind().isField() || it instanceof ExecutableElement)
                        .anyMatch(it -> isIn(valueType(it)) || hasAnnotation(it));
    }

    private static boolean hasAnnotation(Element element) {
        return element.getAnnotationMirrors().stream().anyMatch(Unresolved::isIn);
    }

    private static TypeMirror valueType(Element member) {
        return member instanceof ExecutableElement method ? method.getReturnType() : member.asType();
    }

    private static boolean isIn(TypeMirror type) {
        if (type.getKind() == TypeKind.ERROR) {
            return true;
        }
        if (type instanceof ArrayType array) {
            return isIn(array.getComponentType());
        }
        return type instanceof DeclaredType declared
                && declared.getTypeArguments().stream().anyMatch(Unresolved::isIn);
    }

    private static boolean isIn(AnnotationValue value) {
        Object content = value.getValue();
        if (content instanceof List<?> elements) {
            return elements.stream().anyMatch(it -> isIn((AnnotationValue) it));
        }
        return content instanceof AnnotationMirror nested
                ? isIn(nested)
                : content instanceof TypeMirror type
                        ? isIn(type)
                        : value.toString().equals(VALUE);
    }
}
