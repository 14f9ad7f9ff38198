package dev.mhc.migrations.schema;

import java.util.Optional;

/**
 * A condition that every row must satisfy.
 *
 * @param name of the constraint, where it has one
 * @param expression the condition in SQL, without the enclosing parentheses
 * @param validated whether the rows that were there before it have been checked
 */
public record Check(Optional<String> name, String expression, boolean validated) {

    /** A condition that holds for all rows. */
    public Check(Optional<String> name, String expression) {
        this(name, expression, true);
    }
}
