package dev.mhc.migrations.processor.entity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

/** How entities extend each other, and which tables that gives them. */
final class EntityHierarchy {

    /** Where the attributes of subclasses are kept. */
    enum Strategy {
        /** All in the table of the root. */
        SINGLE_TABLE,
        /** Each class's own in a table of its own. */
        JOINED,
        /** All of a class, the inherited ones too, in a table of its own. */
        TABLE_PER_CLASS
    }

    /**
     * What is above a class.
     *
     * @param classes whose attributes are its own, see {@link #classesOf}
     * @param parent the closest superclass that is an entity
     */
    private record Line(List<TypeElement> classes, Optional<TypeElement> parent) {}

    private final EntityContext context;
    private final List<TypeElement> entities;
    private final Map<TypeElement, Line> lines = new HashMap<>();
    private final Map<TypeElement, Strategy> strategies = new HashMap<>();
    private final Set<TypeElement> extended = new HashSet<>();

    /** Among these: whoever extends an entity of a jar is known, who extends it there is not. */
    EntityHierarchy(EntityContext context, Collection<TypeElement> entities, Collection<TypeElement> embeddables) {
        this.context = context;
        this.entities = List.copyOf(entities);
        entities.forEach(it -> parent(it).ifPresent(extended::add));
        embeddables.forEach(it -> embeddablesAbove(it).forEach(extended::add));
    }

    /** Whether an embeddable extends another, or is extended by one of this compile. */
    boolean isInFamily(TypeElement embeddable) {
        return extended.contains(embeddable)
                || embeddablesAbove(embeddable).findAny().isPresent();
    }

    private Stream<TypeElement> embeddablesAbove(TypeElement embeddable) {
        return classesOf(embeddable).stream()
                .filter(it -> !it.equals(embeddable) && EntityAnnotations.of(it).has(Jpa.EMBEDDABLE));
    }

    /** A class and all that it extends, the topmost last. */
    static List<TypeElement> superclasses(TypeElement type) {
        List<TypeElement> classes = new ArrayList<>();
        for (Optional<TypeElement> next = Optional.of(type);
                next.isPresent();
                next = EntityContext.classOf(next.get().getSuperclass())) {
            classes.add(next.get());
        }
        return classes;
    }

    /**
     * The classes whose attributes are the type's own: its mapped superclasses up to the next entity, embeddables that it
     * extends, the topmost first, and itself.
     */
    List<TypeElement> classesOf(TypeElement type) {
        return line(type).classes();
    }

    /** The closest superclass that is an entity. */
    Optional<TypeElement> parent(TypeElement entity) {
        return line(entity).parent();
    }

    TypeElement root(TypeElement entity) {
        TypeElement root = entity;
        for (Optional<TypeElement> next = parent(entity); next.isPresent(); next = parent(root)) {
            root = next.get();
        }
        return root;
    }

    Strategy strategy(TypeElement entity) {
        return strategies.computeIfAbsent(
                root(entity),
                root -> EntityAnnotations.of(root)
                        .find(Jpa.INHERITANCE)
                        .flatMap(it -> it.constant("strategy"))
                        .map(Strategy::valueOf)
                        .orElse(Strategy.SINGLE_TABLE));
    }

    private Line line(TypeElement type) {
        return lines.computeIfAbsent(type, EntityHierarchy::read);
    }

    private static Line read(TypeElement type) {
        List<TypeElement> superclasses = superclasses(type);
        List<TypeElement> classes = new ArrayList<>();
        classes.add(type);
        for (TypeElement superclass : superclasses.subList(1, superclasses.size())) {
            EntityAnnotations annotations = EntityAnnotations.of(superclass);
            if (annotations.has(Jpa.ENTITY)) {
                return new Line(List.copyOf(classes), Optional.of(superclass));
            }
            if (annotations.has(Jpa.MAPPED_SUPERCLASS) || annotations.has(Jpa.EMBEDDABLE)) {
                classes.add(0, superclass);
            }
        }
        return new Line(List.copyOf(classes), Optional.empty());
    }

    boolean isExtended(TypeElement entity) {
        return extended.contains(entity);
    }

    /** Whether rows of the entity have a column that says which class they are of. */
    boolean isDiscriminated(TypeElement root) {
        EntityAnnotations annotations = EntityAnnotations.of(root);
        if (annotations.has(Jpa.DISCRIMINATOR_FORMULA)) {
            return false; // other columns say it
        }
        return annotations.has(Jpa.DISCRIMINATOR_COLUMN)
                ? strategy(root) != Strategy.TABLE_PER_CLASS
                : strategy(root) == Strategy.SINGLE_TABLE && isExtended(root);
    }

    /** Whether there are rows of this class alone, or of it beside those of its subclasses. */
    boolean hasTable(TypeElement entity) {
        return strategy(entity) != Strategy.TABLE_PER_CLASS
                || !entity.getModifiers().contains(Modifier.ABSTRACT);
    }

    /** The name of the table that has the attributes which the entity declares. */
    String table(TypeElement entity) {
        return context.naming().physical(logicalTable(entity));
    }

    /** The same before the naming option, with its quotes. */
    String logicalTable(TypeElement entity) {
        return context.logicalTableName(strategy(entity) == Strategy.SINGLE_TABLE ? root(entity) : entity);
    }

    /** The entities whose attributes stand in the table of this one, the topmost first. */
    List<TypeElement> declaring(TypeElement entity) {
        List<TypeElement> classes = new ArrayList<>();
        classes.add(entity);
        if (strategy(entity) == Strategy.TABLE_PER_CLASS) {
            for (Optional<TypeElement> next = parent(entity); next.isPresent(); next = parent(next.get())) {
                classes.add(0, next.get());
            }
        }
        return classes;
    }

    /** The entities of this compile whose tables have the attributes of this one, and itself. */
    List<TypeElement> sharing(TypeElement entity) {
        return strategy(entity) == Strategy.TABLE_PER_CLASS && isExtended(entity)
                ? entities.stream()
                        .filter(this::hasTable)
                        .filter(it -> declaring(it).contains(entity))
                        .toList()
                : List.of(entity);
    }

    /** Whether rows of other tables can reference all rows of the entity by one foreign key. */
    boolean isInOneTable(TypeElement entity) {
        return strategy(entity) != Strategy.TABLE_PER_CLASS || !isExtended(entity);
    }
}
