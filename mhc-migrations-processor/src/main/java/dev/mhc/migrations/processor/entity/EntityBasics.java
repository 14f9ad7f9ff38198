package dev.mhc.migrations.processor.entity;

import dev.mhc.migrations.processor.compiler.Place;
import dev.mhc.migrations.schema.Check;
import dev.mhc.migrations.schema.Column;
import dev.mhc.migrations.schema.ColumnType;
import dev.mhc.migrations.schema.DefaultValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.type.TypeMirror;

/** Reads attributes that are one column of a basic type. */
final class EntityBasics {

    /** Neither database keeps the zone of a time by itself, as {@code AUTO} asks first. */
    private static final Set<String> COLUMN_OF_ZONE = Set.of("AUTO", "COLUMN");

    private final EntityContext context;

    EntityBasics(EntityContext context) {
        this.context = context;
    }

    /** The column of an attribute; empty if its type is not understood. */
    Optional<EntityColumn> read(EntityAttribute attribute, EntityFindings findings) {
        requireFittingType(attribute, findings);
        Optional<EntityAnnotation> annotation = attribute.column();
        String name = name(attribute, annotation, attribute.name(), findings);
        Optional<EntityColumnDefinition> definition = definition(attribute, annotation, findings);
        return type(attribute, definition, findings)
                .map(type -> column(attribute, annotation, name, type, definition, findings));
    }

    /** The column beside a time that has its zone's distance from UTC, in seconds. */
    Optional<EntityColumn> zone(EntityAttribute attribute, EntityColumn time) {
        if (!EntityTypes.hasZone(attribute.type())
                || attribute.role() != EntityAttribute.Role.WHOLE
                || storage(attribute).filter(COLUMN_OF_ZONE::contains).isEmpty()) {
            return Optional.empty();
        }
        Optional<EntityAnnotation> written = attribute.find(Jpa.TIME_ZONE_COLUMN);
        String name =
                written.flatMap(it -> it.text("name")).orElseGet(() -> EntityNaming.joined(time.logicalName(), "tz"));
        return Optional.of(time.copied(
                name,
                context.naming().physical(name),
                ColumnType.integer(),
                time.column().nullable()));
    }

    /** The conditions on the column of an attribute. */
    List<Check> checks(EntityAttribute attribute, EntityColumn column, EntityFindings findings) {
        List<Check> checks = new ArrayList<>(EntityChecks.on(attribute.annotations()));
        attribute.column().ifPresent(it -> checks.addAll(EntityChecks.in(it)));
        if (column.table().isPresent() && !checks.isEmpty()) {
            findings.notCompared(
                    column.place(),
                    attribute.subject(),
                    "a check in table " + column.table().get());
            return List.of();
        }
        return checks;
    }

    /** How Hibernate is told to store the zone of a time. */
    static Optional<String> storage(EntityAttribute attribute) {
        return attribute
                .find(Jpa.TIME_ZONE_STORAGE)
                .map(it -> it.constant("value").orElse("AUTO"));
    }

    /** The explicit name of a column, or the default. */
    static String name(
            EntityAttribute attribute,
            Optional<EntityAnnotation> annotation,
            String defaultName,
            EntityFindings findings) {
        Optional<String> name = annotation.flatMap(it -> it.text("name"));
        if (name.isPresent() && name.get().isBlank()) {
            findings.error(annotation.get().place("name"), EntityProblem.BLANK_NAME, attribute.subject(), name.get());
            return defaultName;
        }
        return name.orElse(defaultName);
    }

    /** What {@code columnDefinition} says, if it is there and understood. */
    static Optional<EntityColumnDefinition> definition(
            EntityAttribute attribute, Optional<EntityAnnotation> annotation, EntityFindings findings) {
        Optional<String> text = annotation.flatMap(it -> it.text("columnDefinition"));
        Optional<String> options = annotation.flatMap(it -> it.text("options"));
        if (text.isEmpty() && options.isEmpty()) {
            return Optional.empty();
        }
        Optional<EntityColumnDefinition> definition =
                EntityColumnDefinition.parse(text.orElse("") + ' ' + options.orElse(""));
        if (definition.isEmpty() || (text.isPresent() && definition.get().type().isEmpty())) {
            String written = text.isPresent() ? "columnDefinition" : "options";
            findings.notUnderstood(
                    annotation.get().place(written),
                    attribute.subject(),
                    "the column definition \"" + text.or(() -> options).orElse("") + "\"");
            return Optional.empty();
        }
        return definition;
    }

    /** The default value: {@code @ColumnDefault}, else what the column definition says. */
    static Optional<DefaultValue> defaultValue(EntityAttribute attribute, Optional<EntityColumnDefinition> definition) {
        return attribute
                .find(Jpa.COLUMN_DEFAULT)
                .flatMap(it -> it.text("value"))
                .or(() -> definition.flatMap(EntityColumnDefinition::defaultValue))
                .map(DefaultValue.Expression::new);
    }

    /** At the name where it is written, else at the attribute. */
    static Place place(EntityAttribute attribute, Optional<EntityAnnotation> annotation) {
        return annotation
                .filter(it -> it.text("name").isPresent())
                .map(it -> it.place("name"))
                .orElseGet(() -> Place.of(attribute.element()));
    }

    private EntityColumn column(
            EntityAttribute attribute,
            Optional<EntityAnnotation> annotation,
            String name,
            ColumnType type,
            Optional<EntityColumnDefinition> definition,
            EntityFindings findings) {
        boolean identifier = attribute.has(Jpa.ID);
        boolean unique = annotation.map(it -> it.flag("unique", false)).orElse(false)
                || definition.map(EntityColumnDefinition::unique).orElse(false);
        boolean readOnly = annotation
                .map(it -> !it.flag("insertable", true) && !it.flag("updatable", true))
                .orElse(false);
        Column column = new Column(
                context.naming().physical(name),
                type,
                !isNotNull(attribute, annotation, definition),
                defaultValue(attribute, definition),
                generation(attribute, findings));
        return new EntityColumn(
                attribute.subject(),
                name,
                column,
                unique && !identifier,
                readOnly,
                identifier,
                annotation.filter(it -> !it.flag("nullable", true)).isPresent()
                        || definition.filter(EntityColumnDefinition::notNull).isPresent(),
                false,
                false,
                annotation.flatMap(it -> it.text("table")).map(context.naming()::physical),
                place(attribute, annotation));
    }

    /**
     * As Hibernate decides: a primitive makes its column NOT NULL only where no {@code @Column}, no embeddable and no
     * collection around it says that null may stand there.
     */
    private static boolean isNotNull(
            EntityAttribute attribute,
            Optional<EntityAnnotation> annotation,
            Optional<EntityColumnDefinition> definition) {
        boolean primitive = attribute.type().getKind().isPrimitive() && attribute.role() == EntityAttribute.Role.WHOLE;
        return attribute.has(Jpa.ID)
                || attribute.has(Jpa.VERSION)
                || attribute.has(Jpa.TENANT_ID)
                || annotation.map(it -> !it.flag("nullable", true)).orElse(primitive && !attribute.embedded())
                || attribute
                        .find(Jpa.BASIC)
                        .map(it -> !it.flag("optional", true))
                        .orElse(false)
                || definition.map(EntityColumnDefinition::notNull).orElse(false);
    }

    private static Column.Generation generation(EntityAttribute attribute, EntityFindings findings) {
        if (attribute.has(Jpa.GENERATED_COLUMN)) {
            return Column.Generation.COMPUTED;
        }
        Optional<EntityAnnotation> generated = attribute.find(Jpa.GENERATED_VALUE);
        if (generated.isEmpty()) {
            return Column.Generation.NONE;
        }
        String strategy = generated.get().constant("strategy").orElse("AUTO");
        if (strategy.equals("IDENTITY")) {
            if (!EntityTypes.isIntegral(attribute.type())) {
                findings.error(
                        generated.get().place("strategy"),
                        EntityProblem.IDENTITY_TYPE,
                        attribute.subject(),
                        attribute.type());
            }
            return Column.Generation.IDENTITY;
        }
        // What the others number with is beside the table, which has a plain column.
        return Column.Generation.NONE;
    }

    private Optional<ColumnType> type(
            EntityAttribute attribute, Optional<EntityColumnDefinition> definition, EntityFindings findings) {
        EntitySize size = EntitySize.read(attribute, findings);
        Optional<ColumnType> defined = definition.flatMap(EntityColumnDefinition::type);
        if (defined.isPresent()) {
            return defined;
        }
        Optional<EntityAnnotation> conversion = attribute.conversion();
        if (conversion.isPresent() && !conversion.get().flag("disableConversion", false)) {
            return converted(attribute, conversion.get(), size, findings);
        }
        Optional<TypeMirror> applied = conversion.isPresent() || !mayBeConverted(attribute)
                ? Optional.empty()
                : context.converters().applied(attribute.type());
        if (applied.isPresent()) {
            return stored(attribute, applied.get(), size, findings);
        }
        Optional<ColumnType> type = EntityTypes.of(attribute, size, context);
        if (type.isEmpty()) {
            findings.notUnderstood(Place.of(attribute.element()), attribute.subject(), "the type " + attribute.type());
        }
        return type;
    }

    private static boolean mayBeConverted(EntityAttribute attribute) {
        return !attribute.has(Jpa.ID)
                && !attribute.has(Jpa.VERSION)
                && !attribute.has(Jpa.ENUMERATED)
                && !attribute.has(Jpa.TEMPORAL);
    }

    private Optional<ColumnType> converted(
            EntityAttribute attribute, EntityAnnotation conversion, EntitySize size, EntityFindings findings) {
        Optional<TypeMirror> type = context.converters().stored(conversion);
        if (type.isEmpty()) {
            findings.notUnderstood(conversion.place(), attribute.subject(), "the converter");
            return Optional.empty();
        }
        return stored(attribute, type.get(), size, findings);
    }

    /** The type of a column for values of another type than that of the attribute. */
    private Optional<ColumnType> stored(
            EntityAttribute attribute, TypeMirror type, EntitySize size, EntityFindings findings) {
        Optional<ColumnType> column = EntityTypes.of(attribute.elements(type), size, context);
        if (column.isEmpty()) {
            findings.notUnderstood(Place.of(attribute.element()), attribute.subject(), "the type " + type);
        }
        return column;
    }

    private void requireFittingType(EntityAttribute attribute, EntityFindings findings) {
        attribute
                .find(Jpa.LOB)
                .filter(it -> EntityTypes.cannotBeLarge(attribute.type()))
                .filter(it -> attribute.conversion().isEmpty()
                        && context.converters().applied(attribute.type()).isEmpty())
                .ifPresent(it ->
                        findings.error(it.place(), EntityProblem.LOB_TYPE, attribute.subject(), attribute.type()));
        attribute
                .find(Jpa.ENUMERATED)
                .filter(it -> !EntityTypes.isEnum(EntityTypes.innermost(attribute.type())))
                .ifPresent(it -> findings.error(
                        it.place(), EntityProblem.ENUMERATED_TYPE, attribute.subject(), attribute.type()));
        attribute
                .find(Jpa.VERSION)
                .filter(it -> !EntityTypes.isVersion(attribute.type()))
                .ifPresent(it ->
                        findings.error(it.place(), EntityProblem.VERSION_TYPE, attribute.subject(), attribute.type()));
    }
}
