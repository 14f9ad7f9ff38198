package dev.mhc.migrations.processor.entity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

    private final EntityContext context;
    private final Set<TypeElement> extended = new HashSet<>();

    /** Among {@code entities}: whoever extends an entity of a jar is known, who extends it there is not. */
    EntityHierarchy(EntityContext context, Collection<TypeElement> entities) {
        this.context = context;
        entities.forEach(it -> parent(it).ifPresent(extended::add));
    }

    /** The closest superclass that is an entity. */
    static Optional<TypeElement> parent(TypeElement entity) {
        return EntityAttributes.entitySuperclass(entity);
    }

    static TypeElement root(TypeElement entity) {
        TypeElement root = entity;
        for (Optional<TypeElement> next = parent(entity); next.isPresent(); next = parent(root)) {
            root = next.get();
        }
        return root;
    }

    static Strategy strategy(TypeElement entity) {
        return EntityAnnotation.find(root(entity), Jpa.INHERITANCE)
                .flatMap(it -> it.constant("strategy"))
                .map(Strategy::valueOf)
                .orElse(Strategy.SINGLE_TABLE);
    }

    boolean isExtended(TypeElement entity) {
        return extended.contains(entity);
    }

    /** Whether rows of the entity have a column that says which class they are of. */
    boolean isDiscriminated(TypeElement root) {
        if (EntityAnnotation.isOn(root, Jpa.DISCRIMINATOR_FORMULA)) {
            return false; // other columns say it
        }
        return EntityAnnotation.isOn(root, Jpa.DISCRIMINATOR_COLUMN)
                ? strategy(root) != Strategy.TABLE_PER_CLASS
                : strategy(root) == Strategy.SINGLE_TABLE && isExtended(root);
    }

    /** Whether there are rows of this class alone, or of it beside those of its subclasses. */
    static boolean hasTable(TypeElement entity) {
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
    static List<TypeElement> declaring(TypeElement entity) {
        List<TypeElement> classes = new ArrayList<>();
        classes.add(entity);
        if (strategy(entity) == Strategy.TABLE_PER_CLASS) {
            for (Optional<TypeElement> next = parent(entity); next.isPresent(); next = parent(next.get())) {
                classes.add(0, next.get());
            }
        }
        return classes;
    }

    /** Whether rows of other tables can reference all rows of the entity by one foreign key. */
    boolean isInOneTable(TypeElement entity) {
        return strategy(entity) != Strategy.TABLE_PER_CLASS || !isExtended(entity);
    }
}
