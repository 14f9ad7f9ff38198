package dev.mhc.migrations.processor;

import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;

/**
 * The annotations that change columns in a way that is not understood yet. A table that is described without knowing
 * them would be described wrongly, so it is left out.
 */
final class EntityUnsupported {

    private static final List<String> ON_ATTRIBUTES = List.of(
            "jakarta.persistence.EmbeddedId",
            "jakarta.persistence.MapsId",
            "jakarta.persistence.Convert",
            "jakarta.persistence.Converts",
            "jakarta.persistence.AttributeOverride",
            "jakarta.persistence.AttributeOverrides",
            "jakarta.persistence.AssociationOverride",
            "jakarta.persistence.AssociationOverrides",
            "jakarta.persistence.PrimaryKeyJoinColumn",
            "jakarta.persistence.PrimaryKeyJoinColumns",
            "org.hibernate.annotations.Any",
            "org.hibernate.annotations.Array",
            "org.hibernate.annotations.Columns",
            "org.hibernate.annotations.CompositeType",
            "org.hibernate.annotations.EmbeddedColumnNaming",
            "org.hibernate.annotations.FractionalSeconds",
            "org.hibernate.annotations.GeneratedColumn",
            "org.hibernate.annotations.JavaType",
            "org.hibernate.annotations.JdbcType",
            "org.hibernate.annotations.JdbcTypeCode",
            "org.hibernate.annotations.JoinColumnOrFormula",
            "org.hibernate.annotations.JoinColumnsOrFormulas",
            "org.hibernate.annotations.JoinFormula",
            "org.hibernate.annotations.NaturalId",
            "org.hibernate.annotations.Nationalized",
            "org.hibernate.annotations.NotFound",
            "org.hibernate.annotations.Struct",
            "org.hibernate.annotations.Target",
            "org.hibernate.annotations.TargetEmbeddable",
            "org.hibernate.annotations.TimeZoneColumn",
            "org.hibernate.annotations.TimeZoneStorage",
            "org.hibernate.annotations.Type");

    private static final List<String> ON_CLASSES = List.of(
            "jakarta.persistence.IdClass",
            "jakarta.persistence.Inheritance",
            "jakarta.persistence.DiscriminatorColumn",
            "jakarta.persistence.DiscriminatorValue",
            "jakarta.persistence.SecondaryTable",
            "jakarta.persistence.SecondaryTables",
            "jakarta.persistence.Convert",
            "jakarta.persistence.Converts",
            "jakarta.persistence.AttributeOverride",
            "jakarta.persistence.AttributeOverrides",
            "jakarta.persistence.AssociationOverride",
            "jakarta.persistence.AssociationOverrides",
            "jakarta.persistence.PrimaryKeyJoinColumn",
            "jakarta.persistence.PrimaryKeyJoinColumns",
            "org.hibernate.annotations.DiscriminatorFormula",
            "org.hibernate.annotations.EmbeddableInstantiator",
            "org.hibernate.annotations.SoftDelete",
            "org.hibernate.annotations.Struct",
            "org.hibernate.annotations.Subselect",
            "org.hibernate.annotations.View");

    private EntityUnsupported() {}

    static Optional<EntityAnnotation> onAttribute(Element element) {
        return first(element, ON_ATTRIBUTES);
    }

    static Optional<EntityAnnotation> onClass(Element element) {
        return first(element, ON_CLASSES);
    }

    /** How messages write an annotation: {@code @Convert}. */
    static String name(EntityAnnotation annotation) {
        return "@" + annotation.mirror().getAnnotationType().asElement().getSimpleName();
    }

    private static Optional<EntityAnnotation> first(Element element, List<String> names) {
        return names.stream()
                .flatMap(name -> EntityAnnotation.find(element, name).stream())
                .findFirst();
    }
}
