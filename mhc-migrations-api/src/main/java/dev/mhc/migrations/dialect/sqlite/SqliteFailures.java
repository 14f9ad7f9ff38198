package dev.mhc.migrations.dialect.sqlite;

import dev.mhc.migrations.error.ErrorCode;
import dev.mhc.migrations.error.MigrationException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the driver's failures mean. */
final class SqliteFailures {

    private static final int ERROR = 1;
    private static final int BUSY = 5;
    private static final int LOCKED = 6;
    private static final int READONLY = 8;
    private static final int CORRUPT = 11;
    private static final int FULL = 13;
    private static final int CANTOPEN = 14;
    private static final int CONSTRAINT = 19;
    private static final int NOTADB = 26;

    /** What follows a text that a message contains. */
    private record Advice(String text, String wayOut) {}

    private static final List<Advice> ADVICE = List.of(
            new Advice(
                    "error in view",
                    "A view names what is not there. SQLite reads all views when it changes a table: drop the view in an"
                            + " earlier statement and create it again later."),
            new Advice(
                    "error in trigger",
                    "A trigger names what is not there. SQLite reads all triggers when it changes a table: drop the"
                            + " trigger in an earlier statement and create it again later."),
            new Advice(
                    "error in index",
                    "An index names the column. Drop the index first, and create it again without the column."),
            new Advice("after drop column", "Something in the table still uses the column. Drop that first."),
            new Advice("no such table", "Check the name, and that an earlier migration creates the table."),
            new Advice(
                    "no such column",
                    "Check the name, and that an earlier migration adds the column; a text stands in single quotes."),
            new Advice("no such index", "Check the name; indexes that a constraint made have no name to drop them by."),
            new Advice("no such module", "The table needs an extension that this build of SQLite does not have."),
            new Advice(
                    "index associated with unique or primary key constraint cannot be dropped",
                    "A constraint made the index, so it goes only with the constraint."),
            new Advice("already exists", "Choose another name, or drop or rename what has it first."),
            new Advice(
                    "already another table or index with this name",
                    "Choose another name, or drop or rename what has it first."),
            new Advice("duplicate column name", "The table has this column already; choose another name."),
            new Advice(
                    "foreign key mismatch",
                    "A foreign key must reference a primary key, or columns with a unique constraint or index."),
            new Advice(
                    "foreign key constraint failed",
                    "A row references a row that is not there, or is referenced by others. Correct or delete the"
                            + " referencing rows first."),
            new Advice(
                    "unique constraint failed",
                    "Two rows would have the same key. Correct or delete the duplicates first."),
            new Advice(
                    "not null constraint failed",
                    "A row has no value for a column that needs one. Give the column a value or a default."),
            new Advice("check constraint failed", "A row breaks a check. Correct or delete such rows first."),
            new Advice(
                    "datatype mismatch",
                    "A value does not fit: the id of a row must be a whole number, and a STRICT table checks all types."));

    private SqliteFailures() {}

    /** Whether SQLite has something against the statement itself, and the transaction goes on. */
    static boolean isOfStatement(SQLException failure) {
        return code(failure) == ERROR;
    }

    static boolean isBusy(SQLException failure) {
        return code(failure) == BUSY;
    }

    /** Whether the statement needs a function, collation, module or tokenizer that only the application registers. */
    static boolean isMissingExtension(SQLException failure) {
        String message = message(failure);
        return message.contains("no such collation")
                || message.contains("no such function")
                || message.contains("unknown function")
                || message.contains("no such module")
                || message.contains("no such tokenizer");
    }

    /** Whether the file is damaged, or is no database. */
    static boolean isDamage(SQLException failure) {
        int code = code(failure);
        return code == CORRUPT || code == NOTADB;
    }

    static boolean isLocked(SQLException failure) {
        return code(failure) == LOCKED;
    }

    static boolean isOfConstraint(SQLException failure) {
        return code(failure) == CONSTRAINT;
    }

    static boolean isInsideTransaction(SQLException failure) {
        String message = message(failure);
        return message.contains("within a transaction") || message.contains("inside a transaction");
    }

    static boolean isOutsideTransaction(SQLException failure) {
        return message(failure).contains("no transaction is active");
    }

    static boolean isMissingTable(SQLException failure) {
        return message(failure).contains("no such table");
    }

    /** The failure in words that name the database, if it is the database as a whole that cannot be used. */
    static Optional<MigrationException> ofDatabase(SQLException failure, Connection connection) {
        return switch (code(failure)) {
            case READONLY, CANTOPEN ->
                Optional.of(ErrorCode.READ_ONLY_DATABASE.causedBy(
                        failure, database(connection), String.valueOf(failure.getMessage())));
            case NOTADB, CORRUPT ->
                Optional.of(ErrorCode.NOT_A_DATABASE.causedBy(
                        failure, database(connection), String.valueOf(failure.getMessage())));
            default -> Optional.empty();
        };
    }

    /**
     * The failure in words that name the folder, if the driver could not load its native library. The first attempt of a
     * process fails with an exception of the driver's own, each later one with a link error in one of its methods.
     */
    static Optional<MigrationException> ofNativeLibrary(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String message = String.valueOf(cause.getMessage());
            if (cause.getClass().getName().equals("org.sqlite.NativeLibraryNotFoundException")
                    || (cause instanceof UnsatisfiedLinkError && message.contains("org.sqlite."))) {
                String folder = System.getProperty("org.sqlite.tmpdir", System.getProperty("java.io.tmpdir", ""));
                return Optional.of(ErrorCode.NATIVE_LIBRARY.causedBy(failure, folder, message));
            }
        }
        return Optional.empty();
    }

    /** What a user calls the database: its path. */
    static String database(Connection connection) {
        try {
            String url = connection.getMetaData().getURL();
            String path = url.startsWith("jdbc:sqlite:") ? url.substring("jdbc:sqlite:".length()) : url;
            int query = path.indexOf('?');
            return query < 0 ? path : path.substring(0, query);
        } catch (SQLException closed) {
            return "SQLite";
        }
    }

    static Optional<String> adviceFor(SQLException failure) {
        return switch (code(failure)) {
            case BUSY, LOCKED ->
                Optional.of("Another connection has the database locked. Let it finish, or wait longer.");
            case READONLY, CANTOPEN ->
                Optional.of("Check the permissions of the database file and of its folder, where"
                        + " SQLite keeps its journal, and the connection's read-only settings.");
            case NOTADB -> Optional.of("The file is no SQLite database, or is encrypted or damaged. Check the path.");
            case FULL -> Optional.of("The disk is full. Make room and run again.");
            default -> {
                String message = message(failure);
                yield ADVICE.stream()
                        .filter(advice -> message.contains(advice.text()))
                        .map(Advice::wayOut)
                        .findFirst();
            }
        };
    }

    /** The primary result code; newer drivers answer with extended ones in some places. */
    private static int code(SQLException failure) {
        return failure.getErrorCode() & 0xff;
    }

    private static String message(SQLException failure) {
        String message = failure.getMessage();
        return message == null ? "" : message.toLowerCase(Locale.ROOT);
    }
}
