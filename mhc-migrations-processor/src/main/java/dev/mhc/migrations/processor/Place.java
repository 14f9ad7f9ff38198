package dev.mhc.migrations.processor;

import java.util.Map;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** Where a message belongs: an annotation's value, else the annotation, else the element. */
record Place(
        Element element,
        @Nullable AnnotationMirror annotation,
        @Nullable AnnotationValue value) {

    static Place of(Element element) {
        return new Place(element, null, null);
    }

    static Place of(Element element, AnnotationMirror annotation) {
        return new Place(element, annotation, null);
    }

    /** At a value of the annotation if it is written there, else at the annotation. */
    static Place of(Element element, AnnotationMirror annotation, String valueName) {
        for (Map.Entry<? extends ExecutableElement, ? extends AnnotationValue> entry :
                annotation.getElementValues().entrySet()) {
            if (entry.getKey().getSimpleName().contentEquals(valueName)) {
                return new Place(element, annotation, entry.getValue());
            }
        }
        return of(element, annotation);
    }

    /** The annotation of that qualified name on the element, if it is there. */
    static @Nullable AnnotationMirror annotation(Element element, String qualifiedName) {
        for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
            if (mirror.getAnnotationType().asElement() instanceof TypeElement type
                    && type.getQualifiedName().contentEquals(qualifiedName)) {
                return mirror;
            }
        }
        return null;
    }
}
