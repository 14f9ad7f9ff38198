package dev.mhc.migrations.processor.entity;

import dev.mhc.migrations.processor.compiler.Place;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * One annotation, read by name. A value that is not written there is empty, so that defaults are seen as such.
 *
 * @param element that is annotated
 * @param outermost the annotation on the element; differs from {@code mirror} for one inside another
 * @param mirror the annotation itself
 * @param position of a nested annotation within the outermost
 */
record EntityAnnotation(
        Element element,
        AnnotationMirror outermost,
        AnnotationMirror mirror,
        @Nullable AnnotationValue position) {

    /** The annotation of that qualified name, if the element has it. */
    static Optional<EntityAnnotation> find(Element element, String qualifiedName) {
        AnnotationMirror mirror = Place.annotation(element, qualifiedName);
        return mirror == null ? Optional.empty() : Optional.of(new EntityAnnotation(element, mirror, mirror, null));
    }

    /** The annotations of a repeatable type, written one by one or in the annotation that holds several. */
    static Stream<EntityAnnotation> all(Element element, String qualifiedName, String container) {
        Optional<EntityAnnotation> single = find(element, qualifiedName);
        Optional<EntityAnnotation> several = find(element, container);
        if (several.isEmpty()) {
            return single.stream();
        }
        return Stream.concat(single.stream(), several.get().nestedAll("value").stream());
    }

    /** Whether the element has the annotation of that qualified name. */
    static boolean isOn(Element element, String qualifiedName) {
        return Place.annotation(element, qualifiedName) != null;
    }

    /** A text; an empty one counts as not written. */
    Optional<String> text(String name) {
        return value(name).map(it -> (String) it.getValue()).filter(it -> !it.isEmpty());
    }

    Optional<Integer> number(String name) {
        return value(name).map(it -> (Integer) it.getValue());
    }

    boolean flag(String name, boolean fallback) {
        return value(name).map(it -> (Boolean) it.getValue()).orElse(fallback);
    }

    /** The name of an enum constant. */
    Optional<String> constant(String name) {
        return value(name)
                .map(it -> ((VariableElement) it.getValue()).getSimpleName().toString());
    }

    Optional<TypeMirror> type(String name) {
        return value(name).map(it -> (TypeMirror) it.getValue());
    }

    List<String> texts(String name) {
        return elements(name).stream().map(it -> (String) it.getValue()).toList();
    }

    /** One annotation that is the value of another. */
    Optional<EntityAnnotation> nested(String name) {
        return value(name).map(this::nested);
    }

    /** Annotations in an array of another; empty if nothing is written. */
    List<EntityAnnotation> nestedAll(String name) {
        return elements(name).stream().map(this::nested).toList();
    }

    /** The narrowest place of a value: where it is written, else the annotation. */
    Place place(String name) {
        return value(name).map(it -> new Place(element, outermost, it)).orElseGet(this::place);
    }

    /** The place of one element of an array. */
    Place place(String name, int index) {
        List<? extends AnnotationValue> elements = elements(name);
        return index < elements.size() ? new Place(element, outermost, elements.get(index)) : place(name);
    }

    Place place() {
        return new Place(element, outermost, position);
    }

    private EntityAnnotation nested(AnnotationValue value) {
        return new EntityAnnotation(element, outermost, (AnnotationMirror) value.getValue(), value);
    }

    @SuppressWarnings("unchecked") // the compiler gives arrays as lists of values
    private List<? extends AnnotationValue> elements(String name) {
        return value(name)
                .<List<? extends AnnotationValue>>map(it -> (List<? extends AnnotationValue>) it.getValue())
                .orElse(List.of());
    }

    private Optional<AnnotationValue> value(String name) {
        for (Map.Entry<? extends ExecutableElement, ? extends AnnotationValue> entry :
                mirror.getElementValues().entrySet()) {
            if (entry.getKey().getSimpleName().contentEquals(name)) {
                return Optional.of(entry.getValue());
            }
        }
        return Optional.empty();
    }
}
