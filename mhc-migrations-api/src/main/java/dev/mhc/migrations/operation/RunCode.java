package dev.mhc.migrations.operation;

/**
 * Runs JDBC work inside the migration's transaction.
 *
 * @param description what it does, for people
 * @param work the body
 */
public record RunCode(String description, JdbcWork work) implements Operation {

    @Override
    public String describe() {
        return "run \"" + description + "\"";
    }
}
