package dev.mhc.migrations.processor;

import dev.mhc.migrations.schema.Column;
import dev.mhc.migrations.schema.ColumnType;
import dev.mhc.migrations.schema.DefaultValue;
import java.util.Optional;

/** Reads attributes that are one column of a basic type. */
final class EntityBasics {

    private final EntityContext context;

    EntityBasics(EntityContext context) {
        this.context = context;
    }

    /** The column of an attribute; empty if its type is not understood. */
    Optional<EntityColumn> read(EntityAttribute attribute, EntityFindings findings) {
        requireFittingType(attribute, findings);
        Optional<EntityAnnotation> annotation = attribute.find(Jpa.COLUMN);
        annotation.ifPresent(it -> noteUnread(attribute, it, findings));
        String name = name(attribute, annotation, attribute.name(), findings);
        Optional<EntityColumnDefinition> definition = definition(attribute, annotation, findings);
        return type(attribute, definition, findings)
                .map(type -> column(attribute, annotation, name, type, definition, findings));
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
        Optional<EntityColumnDefinition> definition = text.flatMap(EntityColumnDefinition::parse);
        if (text.isPresent() && definition.isEmpty()) {
            findings.notUnderstood(
                    annotation.get().place("columnDefinition"),
                    attribute.subject(),
                    "the column definition \"" + text.get() + "\"");
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
                EntityNaming.unquoted(name),
                column,
                unique && !identifier,
                readOnly,
                identifier,
                Optional.empty(),
                place(attribute, annotation));
    }

    /**
     * As Hibernate decides: a primitive makes its column NOT NULL only where no {@code @Column} and no embeddable
     * around it says that null may stand there.
     */
    private static boolean isNotNull(
            EntityAttribute attribute,
            Optional<EntityAnnotation> annotation,
            Optional<EntityColumnDefinition> definition) {
        boolean primitive = attribute.type().getKind().isPrimitive();
        return attribute.has(Jpa.ID)
                || attribute.has(Jpa.VERSION)
                || annotation.map(it -> !it.flag("nullable", true)).orElse(primitive && !attribute.embedded())
                || attribute
                        .find(Jpa.BASIC)
                        .map(it -> !it.flag("optional", true))
                        .orElse(false)
                || definition.map(EntityColumnDefinition::notNull).orElse(false);
    }

    private static Column.Generation generation(EntityAttribute attribute, EntityFindings findings) {
        Optional<EntityAnnotation> generated = attribute.find(Jpa.GENERATED_VALUE);
        if (generated.isEmpty()) {
            return Column.Generation.NONE;
        }
        String strategy = generated.get().constant("strategy").orElse("AUTO");
        boolean integral = EntityTypes.isIntegral(attribute.type());
        if (strategy.equals("IDENTITY")) {
            if (!integral) {
                findings.error(
                        generated.get().place("strategy"),
                        EntityProblem.IDENTITY_TYPE,
                        attribute.subject(),
                        attribute.type());
            }
            return Column.Generation.IDENTITY;
        }
        if (integral) {
            // AUTO, SEQUENCE and TABLE number the rows with something beside the table, which has a plain column.
            findings.notCompared(
                    generated.get().place("strategy"),
                    attribute.subject(),
                    "the sequence or table behind generation strategy " + strategy);
        }
        return Column.Generation.NONE;
    }

    private Optional<ColumnType> type(
            EntityAttribute attribute, Optional<EntityColumnDefinition> definition, EntityFindings findings) {
        EntitySize size = EntitySize.read(attribute, findings);
        if (definition.isPresent()) {
            return definition.map(EntityColumnDefinition::type);
        }
        String typeName = EntityContext.nameOf(attribute.type());
        if (context.convertedTypes().contains(typeName)) {
            findings.notUnderstood(
                    Place.of(attribute.element()), attribute.subject(), "the converter that applies to " + typeName);
            return Optional.empty();
        }
        if (size.precision().isPresent() && EntityTypes.isFloating(attribute.type())) {
            findings.notUnderstood(
                    Place.of(attribute.element()), attribute.subject(), "the precision of a floating point number");
            return Optional.empty();
        }
        Optional<ColumnType> type = EntityTypes.of(attribute, size);
        if (type.isEmpty()) {
            findings.notUnderstood(Place.of(attribute.element()), attribute.subject(), "the type " + attribute.type());
        }
        return type;
    }

    private static void requireFittingType(EntityAttribute attribute, EntityFindings findings) {
        attribute
                .find(Jpa.LOB)
                .filter(it -> EntityTypes.cannotBeLarge(attribute.type()))
                .ifPresent(it ->
                        findings.error(it.place(), EntityProblem.LOB_TYPE, attribute.subject(), attribute.type()));
        attribute
                .find(Jpa.ENUMERATED)
                .filter(it -> !EntityTypes.isEnum(attribute.type()))
                .ifPresent(it -> findings.error(
                        it.place(), EntityProblem.ENUMERATED_TYPE, attribute.subject(), attribute.type()));
        attribute
                .find(Jpa.VERSION)
                .filter(it -> !EntityTypes.isVersion(attribute.type()))
                .ifPresent(it ->
                        findings.error(it.place(), EntityProblem.VERSION_TYPE, attribute.subject(), attribute.type()));
    }

    private static void noteUnread(EntityAttribute attribute, EntityAnnotation column, EntityFindings findings) {
        for (String value : new String[] {"table", "options"}) {
            if (column.text(value).isPresent()) {
                findings.notUnderstood(column.place(value), attribute.subject(), "@Column(" + value + ")");
            }
        }
        if (column.number("secondPrecision").filter(it -> it != -1).isPresent()) {
            findings.notUnderstood(column.place("secondPrecision"), attribute.subject(), "@Column(secondPrecision)");
        }
        if (!column.nestedAll("check").isEmpty()) {
            findings.notCompared(column.place("check"), attribute.subject(), "@Column(check)");
        }
    }
}
