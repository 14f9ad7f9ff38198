package dev.mhc.migrations.dialect;

import dev.mhc.migrations.operation.JdbcWork;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

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

    /**
     * Changes the rows of a table in batches, each in a transaction of its own.
     *
     * @param table whose rows
     * @param rows how many rows a batch looks at, at most
     * @param ranges where a batch ends, and what it executes
     */
    record Batches(String table, int rows, Ranges ranges) implements Step {

        /**
         * The rows in the order of their key. A position is the key of the last row that was done, as an SQL literal;
         * there is none before the first row.
         */
        public interface Ranges {

            /** The statement of one batch, with parameters for its ends; for a dry run. */
            String example(Connection connection) throws SQLException;

            /**
             * What a position is of: the columns of the key, with what else decides their order. Where it is another, the
             * position says nothing.
             */
            String order(Connection connection) throws SQLException;

            /** The position of the last row that the table has now; empty if it has none. */
            Optional<String> end(Connection connection) throws SQLException;

            /** How many rows come after a position. */
            long count(Connection connection, Optional<String> after) throws SQLException;

            /**
             * What comes after a position; empty if there is nothing up to the end.
             *
             * @param end the position of the last row that may be in it
             * @throws dev.mhc.migrations.error.MigrationException if the rows of this table cannot be told apart, or not
             *     by what the backfill leaves as it is
             */
            Optional<Range> next(Connection connection, Optional<String> after, String end) throws SQLException;
        }

        /**
         * One batch.
         *
         * @param sql what it executes
         * @param rows how many rows it looks at
         * @param last the position after it
         */
        public record Range(String sql, long rows, String last) {}
    }
}
