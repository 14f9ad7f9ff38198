package dev.mhc.migrations.processor.entity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import javax.lang.model.element.TypeElement;

/** What is known of entities that others reference, be they in the sources or in a compiled dependency. */
final class EntityTargets {

    private final EntityContext context;
    private final EntityHierarchy hierarchy;
    private final EntityAttributes attributes;
    private final EntityColumns columns;
    private final Map<TypeElement, Optional<List<EntityColumn>>> identifiers = new HashMap<>();
    private final Set<TypeElement> beingRead = new HashSet<>();

    EntityTargets(
            EntityContext context, EntityHierarchy hierarchy, EntityAttributes attributes, EntityColumns columns) {
        this.context = context;
        this.hierarchy = hierarchy;
        this.attributes = attributes;
        this.columns = columns;
    }

    /** The columns of the primary key of the table with an entity's own attributes; empty if they are not understood. */
    Optional<List<EntityColumn>> identifier(TypeElement entity) {
        Optional<List<EntityColumn>> known = identifiers.get(entity);
        if (known != null) {
            return known;
        }
        if (!beingRead.add(entity)) {
            return Optional.empty(); // a key that contains itself
        }
        Optional<List<EntityColumn>> read = read(entity);
        beingRead.remove(entity);
        identifiers.put(entity, read);
        return read;
    }

    private Optional<List<EntityColumn>> read(TypeElement entity) {
        Optional<TypeElement> parent = hierarchy.parent(entity);
        if (parent.isPresent()) {
            Optional<List<EntityColumn>> inherited = identifier(parent.get());
            return hierarchy.strategy(entity) == EntityHierarchy.Strategy.JOINED
                    ? inherited.flatMap(it -> joined(it, primaryKeyJoinColumns(entity)))
                    : inherited;
        }
        // What is wrong with the target is reported when it is compiled, not at each reference.
        EntityFindings unreported = unreported(entity);
        EntityTable key = new EntityTable(hierarchy.table(entity));
        columns.readIdentifier(entity, attributes.of(entity), key, unreported);
        boolean understood = !unreported.leavesOut(key.name()) && !key.columns().isEmpty();
        return understood
                ? Optional.of(
                        key.columns().stream().map(EntityColumn::asIdentifier).toList())
                : Optional.empty();
    }

    static List<EntityAnnotation> primaryKeyJoinColumns(TypeElement entity) {
        return EntityAnnotations.of(entity)
                .all(Jpa.PRIMARY_KEY_JOIN_COLUMN, Jpa.PRIMARY_KEY_JOIN_COLUMNS)
                .toList();
    }

    /**
     * The key of a table whose rows belong to rows of another table.
     *
     * @param written the annotations that name its columns; none for the same names
     */
    Optional<List<EntityColumn>> joined(List<EntityColumn> key, List<EntityAnnotation> written) {
        List<EntityColumn> joined = new ArrayList<>();
        for (int i = 0; i < key.size(); i++) {
            EntityColumn of = key.get(i);
            int position = i;
            Optional<EntityAnnotation> said = written.stream()
                    .filter(it -> it.text("referencedColumnName")
                            .map(name -> of.isNamed(name, context.naming()))
                            .orElse(written.indexOf(it) == position))
                    .findFirst();
            String name = said.flatMap(it -> it.text("name")).orElse(of.logicalName());
            joined.add(
                    of.copied(name, context.naming().physical(name), of.column().type(), false)
                            .asIdentifier());
        }
        return written.isEmpty() || written.size() == key.size() ? Optional.of(joined) : Optional.empty();
    }

    /** The columns of an entity that are of a basic type, those of embeddables too. */
    List<EntityColumn> columns(TypeElement target) {
        EntityFindings unreported = unreported(target);
        EntityTable table = new EntityTable(hierarchy.table(target));
        hierarchy.declaring(target).stream()
                .flatMap(it -> attributes.of(target, it).stream())
                .filter(Predicate.not(EntityColumns::isAssociation))
                .forEach(it -> columns.read(it, table, unreported, EntityCollections.NONE));
        return table.columns();
    }

    /** Whether what is not in {@link #columns} may have that name: the column of an association, or of a superclass. */
    boolean mayHaveColumn(TypeElement target, String name) {
        return hierarchy.parent(target).isPresent()
                || attributes.of(target).stream().filter(EntityColumns::isToOne).anyMatch(it -> mayBeNamed(it, name));
    }

    private boolean mayBeNamed(EntityAttribute association, String name) {
        String wanted = context.naming().physical(name);
        List<EntityAnnotation> written = association.joinColumns();
        boolean byDefault = written.isEmpty()
                || written.stream().anyMatch(it -> it.text("name").isEmpty());
        return (byDefault && startsWithName(association, wanted))
                || written.stream()
                        .flatMap(it -> it.text("name").stream())
                        .anyMatch(it -> wanted.equalsIgnoreCase(context.naming().physical(it)));
    }

    /** A default name goes on with the column that is referenced. */
    private boolean startsWithName(EntityAttribute association, String wanted) {
        String any = context.naming().physical(association.name() + "_x");
        return wanted.regionMatches(true, 0, any, 0, any.length() - 1);
    }

    boolean hasAttribute(TypeElement target, String name) {
        return hierarchy.parent(target).isPresent()
                || attributes.of(target).stream().anyMatch(it -> it.name().equals(name));
    }

    /** The attribute of {@code target} that says it is the other side of {@code mappedBy}. */
    Optional<EntityAttribute> inverse(TypeElement target, String mappedBy, TypeElement owner) {
        return attributes.of(target).stream()
                .filter(it -> EntityColumns.association(it)
                        .flatMap(association -> association.text("mappedBy"))
                        .filter(mappedBy::equals)
                        .isPresent())
                .filter(it -> context.types()
                        .isSameType(
                                context.types().erasure(EntityContainers.elementType(it)),
                                context.types().erasure(owner.asType())))
                .findFirst();
    }

    private EntityFindings unreported(TypeElement entity) {
        return new EntityFindings(entity, hierarchy.table(entity), context.isInSources());
    }
}
