package dev.mhc.migrations.schema;

import java.util.List;
import java.util.Optional;

/**
 * A unique constraint of a table.
 *
 * @param name of the constraint, where it has one
 * @param columns in declared order, at least one
 */
public record UniqueKey(Optional<String> name, List<String> columns) {

    public UniqueKey {
        columns = Names.requireColumns("Unique constraint", columns);
    }

    /** An unnamed unique constraint. */
    public static UniqueKey of(String... columns) {
        return new UniqueKey(Optional.empty(), List.of(columns));
    }

    /** The same unique constraint with a name. */
    public UniqueKey named(String constraintName) {
        return new UniqueKey(Optional.of(constraintName), columns);
    }
}
