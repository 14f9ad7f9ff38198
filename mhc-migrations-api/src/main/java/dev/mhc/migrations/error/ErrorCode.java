package dev.mhc.migrations.error;

import java.util.Locale;

/**
 * Every failure that a user can meet at run time, with its text. A constant's {@link #label() label} is the stable code
 * that opens the message.
 */
public enum ErrorCode {
    BAD_IDENTIFIER("%s is no usable name: %s. Give it a non-empty name without NUL characters."),
    BAD_DEFINITION("%s: %s."),
    TRANSACTION_WORD(
            "This statement would end or open a transaction, which belongs to the migration as a whole:%n  %s%n"
                    + "Remove it. A migration runs in one transaction that is committed when all of it succeeded."),
    STATEMENT_NOT_IN_TRANSACTION("This statement has no effect or fails inside a transaction:%n  %s%n%s"),

    UNCLOSED_SQL("This SQL has %s in line %d that does not end:%n  %s%nClose it, or write the statements one by one."),
    AMBIGUOUS_SQL("SQLite reads this SQL as %d statements and PostgreSQL as %d:%n  %s%n"
            + "Give each statement an sql(…) of its own, and leave out comments inside comments and quotes inside"
            + " brackets.");

    private final String text;

    ErrorCode(String text) {
        this.text = text;
    }

    /** The stable code, for example {@code StatementFailed}. */
    public String label() {
        StringBuilder label = new StringBuilder();
        for (String word : name().split("_", -1)) {
            label.append(word.charAt(0)).append(word.substring(1).toLowerCase(Locale.ROOT));
        }
        return label.toString();
    }

    /** Makes the exception for this code; {@code arguments} fill its text in order. */
    public MigrationException with(Object... arguments) {
        return new MigrationException(this, message(arguments), null);
    }

    /** Like {@link #with}, for a failure that something else caused. */
    public MigrationException causedBy(Throwable cause, Object... arguments) {
        return new MigrationException(this, message(arguments), cause);
    }

    private String message(Object... arguments) {
        return "[" + label() + "] "
                + String.format(Locale.ROOT, text, arguments).replace("\r\n", "\n");
    }
}
