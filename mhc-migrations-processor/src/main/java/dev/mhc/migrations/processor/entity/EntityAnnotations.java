package dev.mhc.migrations.processor.entity;

import dev.mhc.migrations.processor.compiler.Place;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;

/** The annotations of one element, by the qualified names of their types. */
final class EntityAnnotations {

    private static final EntityAnnotations NONE = new EntityAnnotations(Map.of());

    private final Map<String, EntityAnnotation> byName;

    private EntityAnnotations(Map<String, EntityAnnotation> byName) {
        this.byName = byName;
    }

    static EntityAnnotations of(Element element) {
        List<? extends AnnotationMirror> mirrors = element.getAnnotationMirrors();
        if (mirrors.isEmpty()) {
            return NONE;
        }
        Map<String, EntityAnnotation> byName = new HashMap<>();
        for (AnnotationMirror mirror : mirrors) {
            byName.putIfAbsent(Place.nameOf(mirror), EntityAnnotation.on(element, mirror));
        }
        return new EntityAnnotations(byName);
    }

    Optional<EntityAnnotation> find(String qualifiedName) {
        return Optional.ofNullable(byName.get(qualifiedName));
    }

    boolean has(String qualifiedName) {
        return byName.containsKey(qualifiedName);
    }

    /** The first of those names that is there. */
    Optional<EntityAnnotation> first(List<String> qualifiedNames) {
        for (String name : qualifiedNames) {
            EntityAnnotation found = byName.get(name);
            if (found != null) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }

    /** The annotations of a repeatable type, written one by one or in the annotation that holds several. */
    Stream<EntityAnnotation> all(String qualifiedName, String container) {
        return Stream.concat(
                find(qualifiedName).stream(), find(container).stream().flatMap(it -> it.nestedAll("value").stream()));
    }
}
