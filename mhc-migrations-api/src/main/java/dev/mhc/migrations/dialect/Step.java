package dev.mhc.migrations.dialect;

import dev.mhc.migrations.operation.JdbcWork;

/** One thing that the engine does for an operation. */
public sealed interface Step {

    /**
     * Executes SQL.
     *
     * @param sql one statement, without a closing semicolon
     * @param comment why it is there, for a dry run; empty where the statement says it
     */
    record Statement(String sql, String comment) implements Step {
        /** A statement that speaks for itself. */
        public static Statement of(String sql) {
            return new Statement(sql, "");
        }
    }

    /**
     * Looks whether rows forbid what follows, before anything is changed.
     *
     * @param sql a query that returns nothing if all is well, else at most five rows of two columns: the number of all
     *     offending rows, and what identifies one of them to a user
     * @param refusal what the user reads, with the way out; the count and the first rows are added
     */
    record Probe(String sql, String refusal) implements Step {}

    /**
     * Runs a migration's JDBC work.
     *
     * @param description what it does, for people
     * @param work the body
     */
    record Work(String description, JdbcWork work) implements Step {}
}
