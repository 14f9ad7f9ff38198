package dev.mhc.migrations.dialect;

import dev.mhc.migrations.operation.JdbcWork;
import java.sql.Connection;
import java.sql.SQLException;

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

    /**
     * Tells the user which way was taken, and why.
     *
     * @param text one line
     */
    record Note(String text) implements Step {}

    /**
     * Does what takes more than one statement, or a look at what came of those before.
     *
     * @param description what it does, for people and for a dry run
     * @param body executed once, in its place among the other steps
     */
    record Routine(String description, Body body) implements Step {

        /** What a routine does. */
        @FunctionalInterface
        public interface Body {

            /**
             * Does it, inside the open transaction.
             *
             * @throws dev.mhc.migrations.error.MigrationException if the migration must not go on
             */
            void run(Connection connection, Progress progress) throws SQLException;
        }
    }
}
