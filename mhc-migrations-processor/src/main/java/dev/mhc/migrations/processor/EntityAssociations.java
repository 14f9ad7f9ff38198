package dev.mhc.migrations.processor;

import dev.mhc.migrations.schema.Column;
import dev.mhc.migrations.schema.ForeignKey;
import dev.mhc.migrations.schema.ReferentialAction;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Reads associations to one other entity. */
final class EntityAssociations {

    private final EntityContext context;
    private final EntityTargets targets;

    EntityAssociations(EntityContext context, EntityTargets targets) {
        this.context = context;
        this.targets = targets;
    }

    /** The foreign key column of a {@code @ManyToOne} or {@code @OneToOne}; empty if it has none, or is not understood. */
    Optional<EntityColumn> read(EntityAttribute attribute, EntityAnnotation association, EntityFindings findings) {
        attribute
                .find(Jpa.COLUMN)
                .ifPresent(it -> findings.error(it.place(), EntityProblem.COLUMN_ON_ASSOCIATION, attribute.subject()));
        Optional<TypeElement> target = target(attribute, attribute.type(), association, findings);
        if (target.isEmpty() || isMappedByTarget(attribute, association, target.get(), findings)) {
            return Optional.empty();
        }
        Optional<EntityAnnotation> unsupported = unsupported(attribute);
        if (unsupported.isPresent()) {
            findings.notUnderstood(
                    unsupported.get().place(),
                    attribute.subject(),
                    EntityUnsupported.name(unsupported.get()) + " on an association");
            attribute
                    .find(Jpa.JOIN_TABLE)
                    .flatMap(it -> it.text("name"))
                    .ifPresent(it -> findings.unchecked(context.naming().physical(it)));
            return Optional.empty();
        }
        Optional<EntityAnnotation> joinColumn = joinColumn(attribute);
        return referenced(attribute, joinColumn, target.get(), findings)
                .map(it -> column(attribute, association, joinColumn, target.get(), it, findings));
    }

    /**
     * The entity that an association references: {@code targetEntity} if it is written, else {@code declared}. One that
     * is no entity is reported.
     */
    static Optional<TypeElement> target(
            EntityAttribute attribute, TypeMirror declared, EntityAnnotation association, EntityFindings findings) {
        Optional<TypeMirror> explicit =
                association.type("targetEntity").filter(it -> it.getKind() == TypeKind.DECLARED);
        TypeMirror type = explicit.orElse(declared);
        if (type.getKind() != TypeKind.DECLARED) {
            findings.notUnderstood(Place.of(attribute.element()), attribute.subject(), "the type " + type);
            return Optional.empty();
        }
        Optional<TypeElement> target = EntityContext.classOf(type);
        if (target.filter(it -> EntityAnnotation.isOn(it, Jpa.ENTITY)).isEmpty()) {
            findings.error(
                    explicit.map(it -> association.place("targetEntity"))
                            .orElseGet(() -> Place.of(attribute.element())),
                    EntityProblem.TARGET_NOT_AN_ENTITY,
                    attribute.subject(),
                    type);
            return Optional.empty();
        }
        return target;
    }

    /** Whether the other side has the column; a side that it does not have is reported. */
    boolean isMappedByTarget(
            EntityAttribute attribute, EntityAnnotation association, TypeElement target, EntityFindings findings) {
        Optional<String> mappedBy = association.text("mappedBy");
        mappedBy.map(it -> it.split("\\.", 2)[0])
                .filter(it -> !targets.hasAttribute(target, it)
                        && EntityAttributes.entitySuperclass(target).isEmpty())
                .ifPresent(it -> findings.error(
                        association.place("mappedBy"),
                        EntityProblem.MAPPED_BY_UNKNOWN,
                        attribute.subject(),
                        it,
                        target.getQualifiedName()));
        return mappedBy.isPresent();
    }

    private static Optional<EntityAnnotation> unsupported(EntityAttribute attribute) {
        return attribute
                .find(Jpa.ID)
                .or(() -> attribute.find(Jpa.JOIN_TABLE))
                .or(() -> attribute
                        .find(Jpa.JOIN_COLUMNS)
                        .filter(it -> it.nestedAll("value").size() != 1))
                .or(() -> attribute
                        .find(Jpa.JOIN_COLUMN)
                        .filter(it -> it.text("table").isPresent()
                                || it.text("options").isPresent()))
                .or(() -> joinColumn(attribute)
                        .flatMap(it -> it.nested("foreignKey"))
                        .filter(it -> it.text("foreignKeyDefinition").isPresent()));
    }

    static Optional<EntityAnnotation> joinColumn(EntityAttribute attribute) {
        return attribute
                .find(Jpa.JOIN_COLUMN)
                .or(() -> attribute.find(Jpa.JOIN_COLUMNS).stream()
                        .flatMap(it -> it.nestedAll("value").stream())
                        .findFirst());
    }

    private Optional<EntityColumn> referenced(
            EntityAttribute attribute,
            Optional<EntityAnnotation> joinColumn,
            TypeElement target,
            EntityFindings findings) {
        Optional<EntityColumn> identifier = targets.identifier(target);
        if (identifier.isEmpty()) {
            findings.notUnderstood(
                    Place.of(attribute.element()),
                    attribute.subject(),
                    "the primary key of " + target.getQualifiedName());
            return Optional.empty();
        }
        Optional<String> name = joinColumn.flatMap(it -> it.text("referencedColumnName"));
        if (name.isEmpty() || identifier.get().isNamed(name.get(), context.naming())) {
            return identifier;
        }
        List<EntityColumn> columns = targets.columns(target);
        Optional<EntityColumn> referenced = columns.stream()
                .filter(it -> it.isNamed(name.get(), context.naming()))
                .findFirst();
        if (referenced.isEmpty() && !targets.mayHaveColumn(target, name.get())) {
            findings.error(
                    joinColumn.get().place("referencedColumnName"),
                    EntityProblem.UNKNOWN_REFERENCED_COLUMN,
                    attribute.subject(),
                    name.get(),
                    target.getQualifiedName(),
                    columns.stream().map(it -> it.column().name()).collect(Collectors.joining(", ")));
        } else if (referenced.isEmpty()) {
            findings.notUnderstood(
                    joinColumn.get().place("referencedColumnName"),
                    attribute.subject(),
                    "a reference to column " + name.get() + " of " + target.getQualifiedName());
        }
        return referenced;
    }

    private EntityColumn column(
            EntityAttribute attribute,
            EntityAnnotation association,
            Optional<EntityAnnotation> joinColumn,
            TypeElement target,
            EntityColumn referenced,
            EntityFindings findings) {
        String name =
                EntityBasics.name(attribute, joinColumn, attribute.name() + '_' + referenced.logicalName(), findings);
        Optional<EntityColumnDefinition> definition = EntityBasics.definition(attribute, joinColumn, findings);
        boolean notNull = !association.flag("optional", true)
                || joinColumn.map(it -> !it.flag("nullable", true)).orElse(false)
                || definition.map(EntityColumnDefinition::notNull).orElse(false);
        boolean unique = attribute.has(Jpa.ONE_TO_ONE)
                || joinColumn.map(it -> it.flag("unique", false)).orElse(false)
                || definition.map(EntityColumnDefinition::unique).orElse(false);
        boolean readOnly = joinColumn
                .map(it -> !it.flag("insertable", true) && !it.flag("updatable", true))
                .orElse(false);
        Column column = new Column(
                context.naming().physical(name),
                definition
                        .map(EntityColumnDefinition::type)
                        .orElse(referenced.column().type()),
                !notNull,
                EntityBasics.defaultValue(attribute, definition),
                Column.Generation.NONE);
        return new EntityColumn(
                attribute.subject(),
                EntityNaming.unquoted(name),
                column,
                unique,
                readOnly,
                false,
                foreignKey(attribute, joinColumn, target, column, referenced),
                EntityBasics.place(attribute, joinColumn));
    }

    private Optional<ForeignKey> foreignKey(
            EntityAttribute attribute,
            Optional<EntityAnnotation> joinColumn,
            TypeElement target,
            Column column,
            EntityColumn referenced) {
        Optional<EntityAnnotation> written = joinColumn.flatMap(it -> it.nested("foreignKey"));
        if (written.flatMap(it -> it.constant("value"))
                .filter("NO_CONSTRAINT"::equals)
                .isPresent()) {
            return Optional.empty();
        }
        ForeignKey plain = ForeignKey.of(
                        column.name(),
                        context.tableName(target),
                        referenced.column().name())
                .onDelete(onDelete(attribute));
        return Optional.of(written.flatMap(it -> it.text("name"))
                .map(it -> plain.named(context.naming().physical(it)))
                .orElse(plain));
    }

    private static ReferentialAction onDelete(EntityAttribute attribute) {
        return attribute
                .find(Jpa.ON_DELETE)
                .flatMap(it -> it.constant("action"))
                .map(ReferentialAction::valueOf)
                .orElse(ReferentialAction.NO_ACTION);
    }
}
