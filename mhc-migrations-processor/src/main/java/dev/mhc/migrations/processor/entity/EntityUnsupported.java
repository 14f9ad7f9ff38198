package dev.mhc.migrations.processor.entity;

import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;

/**
 * The annotations that change columns in a way that is not understood yet. A table that is described without knowing
 * them would be described wrongly, so it is left out.
 */
final class EntityUnsupported {

    private static final List<String> ON_ATTRIBUTES = List.of(
            "org.hibernate.annotations.Any",
            "org.hibernate.annotations.Columns",
            "org.hibernate.annotations.CompositeType",
            "org.hibernate.annotations.EmbeddedColumnNaming",
            "org.hibernate.annotations.JavaType",
            "org.hibernate.annotations.JdbcType",
            "org.hibernate.annotations.JoinColumnOrFormula",
            "org.hibernate.annotations.JoinColumnsOrFormulas",
            "org.hibernate.annotations.JoinFormula",
            "org.hibernate.annotations.PartitionKey", // part of the primary key on some databases only
            "org.hibernate.annotations.Struct",
            "org.hibernate.annotations.Target",
            "org.hibernate.annotations.TargetEmbeddable",
            "org.hibernate.annotations.Type");

    private static final List<String> ON_CLASSES = List.of(
            "org.hibernate.annotations.EmbeddableInstantiator",
            "org.hibernate.annotations.Struct",
            "org.hibernate.annotations.Subselect",
            "org.hibernate.annotations.View");

    private EntityUnsupported() {}

    static Optional<EntityAnnotation> onAttribute(EntityAttribute attribute) {
        return attribute.annotations().first(ON_ATTRIBUTES);
    }

    static Optional<EntityAnnotation> onClass(Element element) {
        return EntityAnnotations.of(element).first(ON_CLASSES);
    }

    /** How messages write an annotation: {@code @Convert}. */
    static String name(EntityAnnotation annotation) {
        return "@" + annotation.type().getSimpleName();
    }
}
