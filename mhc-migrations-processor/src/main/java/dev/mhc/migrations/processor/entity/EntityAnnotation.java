package dev.mhc.migrations.processor.entity;

import dev.mhc.migrations.processor.compiler.Place;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** One annotation, read by name. A value that is not written there is empty, so that defaults are seen as such. */
final class EntityAnnotation {

    private final Element element;
    private final AnnotationMirror outermost;
    private final AnnotationMirror mirror;
    private final @Nullable AnnotationValue position;
    private @Nullable Map<String, AnnotationValue> values;

    /**
     * One that is read.
     *
     * @param element that is annotated
     * @param outermost the annotation on the element; differs from {@code mirror} for one inside another
     * @param mirror the annotation itself
     * @param position of a nested annotation within the outermost
     */
    private EntityAnnotation(
            Element element, AnnotationMirror outermost, AnnotationMirror mirror, @Nullable AnnotationValue position) {
        this.element = element;
        this.outermost = outermost;
        this.mirror = mirror;
        this.position = position;
    }

    /** One that stands on an element. */
    static EntityAnnotation on(Element element, AnnotationMirror mirror) {
        return new EntityAnnotation(element, mirror, mirror, null);
    }

    /** The class of the annotation. */
    Element type() {
        return mirror.getAnnotationType().asElement();
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
        if (values == null) {
            values = values(mirror);
        }
        return Optional.ofNullable(values.get(name));
    }

    private static Map<String, AnnotationValue> values(AnnotationMirror annotation) {
        Map<String, AnnotationValue> values = new HashMap<>();
        for (Map.Entry<? extends ExecutableElement, ? extends AnnotationValue> entry :
                annotation.getElementValues().entrySet()) {
            values.put(entry.getKey().getSimpleName().toString(), entry.getValue());
        }
        return values;
    }
}
