package dev.mhc.migrations.schema;

import java.util.List;
import java.util.Optional;

/**
 * A primary key.
 *
 * @param name of the constraint, where it has one
 * @param columns in key order, at least one
 */
public record PrimaryKey(Optional<String> name, List<String> columns) {

    public PrimaryKey {
        columns = Names.requireColumns("Primary key", columns);
    }

    /** An unnamed primary key. */
    public static PrimaryKey of(String... columns) {
        return new PrimaryKey(Optional.empty(), List.of(columns));
    }
}
