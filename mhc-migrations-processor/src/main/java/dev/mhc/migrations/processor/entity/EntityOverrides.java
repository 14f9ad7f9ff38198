package dev.mhc.migrations.processor.entity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.lang.model.element.Element;

/**
 * What those around an attribute say of its columns: the class that has it from a mapped superclass, the attribute that embeds
 * it, the collection whose element it is. The outermost wins.
 *
 * @param layers the outermost first
 */
record EntityOverrides(List<Layer> layers) {

    private static final List<String> ANNOTATIONS = List.of(
            Jpa.ATTRIBUTE_OVERRIDE,
            Jpa.ATTRIBUTE_OVERRIDES,
            Jpa.ASSOCIATION_OVERRIDE,
            Jpa.ASSOCIATION_OVERRIDES,
            Jpa.CONVERT,
            Jpa.CONVERTS);

    static final EntityOverrides NONE = new EntityOverrides(List.of());

    /**
     * The annotations of one element.
     *
     * @param prefix the path from the element to where attributes are looked up now; empty, or with a dot at its end
     * @param optionalPrefix one that may stand before it, as {@code value.} does in a map, with a dot at its end
     */
    record Layer(EntityAnnotations annotations, String prefix, String optionalPrefix) {

        boolean means(String written, String name) {
            return written.equals(prefix + name) || written.equals(optionalPrefix + prefix + name);
        }
    }

    EntityOverrides {
        layers = List.copyOf(layers);
    }

    /** Those of a class and of the mapped superclasses that it has attributes of. */
    static EntityOverrides of(List<? extends Element> mostDerivedFirst) {
        return new EntityOverrides(mostDerivedFirst.stream()
                .map(EntityAnnotations::of)
                .filter(it -> it.first(ANNOTATIONS).isPresent())
                .map(it -> new Layer(it, "", ""))
                .toList());
    }

    /** What holds inside of an attribute: what was said of it outside, and then what it says itself. */
    EntityOverrides inside(EntityAttribute attribute) {
        List<Layer> inside = new ArrayList<>();
        layers.forEach(it ->
                inside.add(new Layer(it.annotations(), it.prefix() + attribute.name() + ".", it.optionalPrefix())));
        inside.add(new Layer(attribute.annotations(), "", ""));
        return new EntityOverrides(inside);
    }

    /** What holds for the keys or the elements of a collection, whose attributes are written behind {@code prefix}. */
    EntityOverrides ofPart(EntityAttribute collection, String prefix, boolean needed) {
        List<Layer> inside = new ArrayList<>();
        layers.forEach(it -> inside.add(
                needed
                        ? new Layer(
                                it.annotations(), it.prefix() + collection.name() + "." + prefix, it.optionalPrefix())
                        : new Layer(it.annotations(), it.prefix() + collection.name() + ".", prefix)));
        inside.add(
                needed
                        ? new Layer(collection.annotations(), prefix, "")
                        : new Layer(collection.annotations(), "", prefix));
        return new EntityOverrides(inside);
    }

    EntityOverrides before(EntityOverrides others) {
        return new EntityOverrides(
                Stream.concat(layers.stream(), others.layers().stream()).toList());
    }

    /** The {@code @Column} that is said for an attribute. */
    Optional<EntityAnnotation> column(String attribute) {
        return first(Jpa.ATTRIBUTE_OVERRIDE, Jpa.ATTRIBUTE_OVERRIDES, "name", attribute, it -> true)
                .flatMap(it -> it.nested("column"));
    }

    /** The {@code @AssociationOverride} of an attribute. */
    Optional<EntityAnnotation> association(String attribute) {
        return first(Jpa.ASSOCIATION_OVERRIDE, Jpa.ASSOCIATION_OVERRIDES, "name", attribute, it -> true);
    }

    /** The {@code @Convert} that is said for an attribute. */
    Optional<EntityAnnotation> conversion(String attribute) {
        return first(
                Jpa.CONVERT,
                Jpa.CONVERTS,
                "attributeName",
                attribute,
                it -> it.text("attributeName").isPresent());
    }

    private Optional<EntityAnnotation> first(
            String single, String several, String key, String attribute, Predicate<EntityAnnotation> condition) {
        for (Layer layer : layers) {
            Optional<EntityAnnotation> found = layer.annotations()
                    .all(single, several)
                    .filter(condition)
                    .filter(it -> it.text(key)
                            .filter(written -> layer.means(written, attribute))
                            .isPresent())
                    .findFirst();
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }
}
