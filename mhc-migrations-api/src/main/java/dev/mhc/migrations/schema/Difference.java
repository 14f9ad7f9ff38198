package dev.mhc.migrations.schema;

/**
 * One point where two schemas disagree.
 *
 * @param severity how bad it is for an application that expects the expected side
 * @param place the table, or {@code table.column}, or {@code table.index}, as the expected side writes it
 * @param expected what should be there, or {@code nothing}
 * @param found what is there, or {@code nothing}
 * @param wayOut what to do, one sentence
 */
public record Difference(Severity severity, String place, String expected, String found, String wayOut) {

    /** How bad a difference is, the worst first. */
    public enum Severity {
        /** The application will fail or store what it does not mean to. */
        ERROR,
        /** The application works; something behaves other than it says. */
        WARNING,
        /** Worth knowing. */
        INFO;

        /** Whether this is as bad as {@code threshold} or worse. */
        public boolean isAtLeast(Severity threshold) {
            return compareTo(threshold) <= 0;
        }
    }
}
