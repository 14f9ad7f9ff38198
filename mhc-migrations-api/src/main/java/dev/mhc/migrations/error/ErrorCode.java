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
            + " brackets."),

    UNSUPPORTED_DATABASE("%s %s is older than the oldest that is supported, %s. %s"),
    NO_SUCH_TABLE("Cannot %s: the database has no table %s.%s"),
    NO_SUCH_COLUMN("Cannot %s: table %s has no column %s.%s"),
    NO_SUCH_CONSTRAINT("Cannot %s: table %s has no %s.%s"),
    TABLE_EXISTS("Cannot %s: the database has a table %s already. Choose another name, or drop or rename it first."),
    COLUMN_EXISTS("Cannot %s: table %s has a column %s already. Choose another name, or drop or rename it first."),
    COLUMN_IN_USE("Column %s.%s cannot be dropped: %s. %s"),
    NEEDS_REBUILD("Cannot %s on table %s: %s, so the table would have to be rebuilt, which this release does not do."
            + " Nothing was changed.%n%s"),
    DATABASE_BUSY("The database %s was kept locked by others for %s. Nothing was changed."
            + " Let the other program finish, or wait longer."),
    INSIDE_TRANSACTION("The connection to %s is inside a transaction that is not ours to end. It was left alone."
            + " Commit or roll back before migrating, or lend a connection in auto-commit mode."),
    READ_ONLY_DATABASE("The database %s cannot be written: %s. Nothing was changed."
            + " Check the permissions of the file and of its folder, and the connection's read-only settings."),
    NOT_A_DATABASE("%s is no SQLite database, or is encrypted or damaged: %s. Nothing was changed."
            + " Check the path in the URL."),
    SETTING_REFUSED("The database %s does not take the setting %s. Use a build of SQLite that has it."),

    IDENTIFIER_TOO_LONG("The name %s has %d bytes; PostgreSQL keeps %d and silently drops the rest. Shorten it."),
    POSTGRESQL_NOT_APPLIED("This release applies migrations on SQLite only; for PostgreSQL it renders SQL and compares"
            + " schemas. Give it an SQLite database.");

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
