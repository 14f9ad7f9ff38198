package dev.mhc.migrations.schema;

import java.util.Optional;

/**
 * A condition that every row must satisfy.
 *
 * @param name of the constraint, where it has one
 * @param expression the condition in SQL, without the enclosing parentheses
 */
public record Check(Optional<String> name, String expression) {}
