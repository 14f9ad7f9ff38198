package dev.mhc.migrations.processor;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.lang.model.element.TypeElement;

/** What is known of entities that others reference, be they in the sources or in a compiled dependency. */
final class EntityTargets {

    private final EntityContext context;
    private final EntityAttributes attributes;
    private final EntityBasics basics;

    EntityTargets(EntityContext context, EntityAttributes attributes, EntityBasics basics) {
        this.context = context;
        this.attributes = attributes;
        this.basics = basics;
    }

    /** The primary key of an entity; empty if it is not one column that is understood. */
    Optional<EntityColumn> identifier(TypeElement target) {
        List<EntityAttribute> identifiers =
                attributes.of(target).stream().filter(it -> it.has(Jpa.ID)).toList();
        return identifiers.size() == 1 && isInOneTable(target) ? column(target, identifiers.get(0)) : Optional.empty();
    }

    /** The basic columns of an entity, those of embeddables excepted. */
    List<EntityColumn> columns(TypeElement target) {
        return attributes.of(target).stream()
                .flatMap(it -> column(target, it).stream())
                .toList();
    }

    /** Whether what is not in {@link #columns} may have that name: a part of an embeddable, an association. */
    boolean mayHaveColumn(TypeElement target, String name) {
        return attributes.of(target).stream()
                .filter(it -> !EntityColumns.isToMany(it) && column(target, it).isEmpty())
                .anyMatch(it -> !EntityColumns.isAssociation(it) || mayBeNamed(it, name));
    }

    private boolean mayBeNamed(EntityAttribute association, String name) {
        String wanted = context.naming().physical(name).toLowerCase(Locale.ROOT);
        return EntityAssociations.joinColumn(association)
                .flatMap(it -> it.text("name"))
                .map(it -> wanted.equalsIgnoreCase(context.naming().physical(it)))
                .orElseGet(() -> wanted.startsWith(
                        context.naming().physical(association.name() + '_').toLowerCase(Locale.ROOT)));
    }

    boolean hasAttribute(TypeElement target, String name) {
        return attributes.of(target).stream().anyMatch(it -> it.name().equals(name));
    }

    private Optional<EntityColumn> column(TypeElement target, EntityAttribute attribute) {
        if (EntityColumns.isAssociation(attribute)
                || EntityUnsupported.onAttribute(attribute.element()).isPresent()) {
            return Optional.empty();
        }
        // What is wrong with the target is reported when it is compiled, not at each reference.
        String table = context.tableName(target);
        EntityFindings unreported = new EntityFindings(target, table, context.isInSources());
        return basics.read(attribute, unreported).filter(it -> !unreported.leavesOut(table));
    }

    private static boolean isInOneTable(TypeElement target) {
        return EntityAttributes.entitySuperclass(target).isEmpty()
                && EntityAnnotation.find(target, Jpa.INHERITANCE)
                        .flatMap(it -> it.constant("strategy"))
                        .filter("TABLE_PER_CLASS"::equals)
                        .isEmpty();
    }
}
