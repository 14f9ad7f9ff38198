package dev.mhc.migrations.processor.entity;

import dev.mhc.migrations.schema.ForeignKey;
import dev.mhc.migrations.schema.ReferentialAction;
import dev.mhc.migrations.schema.UniqueKey;
import java.util.List;
import java.util.Optional;

/**
 * Columns that hold the key of a row of another table.
 *
 * @param foreignKey empty where there is none, by wish or since the rows are in several tables
 */
record EntityReference(List<EntityColumn> columns, Optional<ForeignKey> foreignKey) {

    /** The same columns, which belong to the primary key. */
    List<EntityColumn> identifiers() {
        return columns.stream().map(EntityColumn::asIdentifier).toList();
    }

    /** The same columns, none of which is ever NULL. */
    EntityReference notNull() {
        return new EntityReference(
                columns.stream().map(it -> it.with(it.column().notNull())).toList(), foreignKey);
    }

    UniqueKey uniqueKey() {
        return UniqueKey.of(EntityColumn.names(columns).toArray(new String[0]));
    }

    /** Without a constraint, if {@code condition} does not hold. */
    EntityReference constrainedIf(boolean condition) {
        return condition ? this : new EntityReference(columns, Optional.empty());
    }

    /** With a constraint that does what {@code @OnDelete} says, if it is there. */
    EntityReference onDelete(Optional<EntityAnnotation> written) {
        return new EntityReference(columns, foreignKey.map(it -> onDelete(it, written)));
    }

    /** The same key, of which {@code @OnDelete} may say what is done with a row when the one that it references is deleted. */
    static ForeignKey onDelete(ForeignKey key, Optional<EntityAnnotation> written) {
        return written.flatMap(it -> it.constant("action"))
                .map(ReferentialAction::valueOf)
                .map(key::onDelete)
                .orElse(key);
    }

    /** Without a constraint where the association says that what it references may not be there. */
    EntityReference constrainedIfNeeded(EntityAttribute association) {
        return constrainedIf(!association.has(Jpa.NOT_FOUND));
    }
}
