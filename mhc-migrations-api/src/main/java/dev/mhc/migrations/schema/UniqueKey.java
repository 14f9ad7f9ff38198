package dev.mhc.migrations.schema;

import java.util.List;
import java.util.Optional;

/**
 * A unique constraint of a table.
 *
 * @param name of the constraint, where it has one
 * @param columns in declared order, at least one
 * @param nullsNotDistinct whether it takes two NULLs for the same
 */
public record UniqueKey(Optional<String> name, List<String> columns, boolean nullsNotDistinct) {

    public UniqueKey {
        columns = Names.requireColumns("Unique constraint", columns);
    }

    /** A unique constraint that lets NULL stand in any number of rows. */
    public UniqueKey(Optional<String> name, List<String> columns) {
        this(name, columns, false);
    }

    /** An unnamed unique constraint. */
    public static UniqueKey of(String... columns) {
        return new UniqueKey(Optional.empty(), List.of(columns));
    }

    /** The same unique constraint with a name. */
    public UniqueKey named(String constraintName) {
        return new UniqueKey(Optional.of(constraintName), columns, nullsNotDistinct);
    }
}
