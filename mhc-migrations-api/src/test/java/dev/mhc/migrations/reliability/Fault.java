package dev.mhc.migrations.reliability;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** What goes wrong, and at which call that reaches the database: 1 is the first. */
record Fault(Kind kind, int point) {

    /** Nothing goes wrong. */
    static final Fault NONE = new Fault(Kind.THROWS_BEFORE, 0);

    /** How a child process says that it was halted on purpose. */
    static final int HALTED = 77;

    enum Kind {
        /** The line is dead before the call arrives. */
        THROWS_BEFORE,
        /** The line is dead before the answer arrives. */
        THROWS_AFTER,
        BUSY,
        FULL,
        IOERR,
        /** As SQLite does on a full disk: the transaction is gone, too. */
        FULL_ROLLED_BACK,
        HALTS_BEFORE,
        HALTS_AFTER;

        boolean isAfter() {
            return this == THROWS_AFTER || this == HALTS_AFTER;
        }

        boolean halts() {
            return this == HALTS_BEFORE || this == HALTS_AFTER;
        }
    }

    /** Makes it go wrong. */
    void strike(Connection connection) throws SQLException {
        switch (kind) {
            case THROWS_BEFORE, THROWS_AFTER -> throw new SQLException("the line went dead", "08006");
            case BUSY -> throw coded(SQLiteErrorCode.SQLITE_BUSY);
            case FULL -> throw coded(SQLiteErrorCode.SQLITE_FULL);
            case IOERR -> throw coded(SQLiteErrorCode.SQLITE_IOERR);
            case FULL_ROLLED_BACK -> {
                endTransaction(connection);
                throw coded(SQLiteErrorCode.SQLITE_FULL);
            }
            case HALTS_BEFORE, HALTS_AFTER -> Runtime.getRuntime().halt(HALTED);
        }
    }

    private static SQLException coded(SQLiteErrorCode code) {
        return new SQLiteException("[" + code.name() + "] " + code.message, code);
    }

    private static void endTransaction(Connection connection) {
        try (Statement statement = connection.createStatement()) {
            statement.execute("ROLLBACK");
        } catch (SQLException none) {
            // There was no transaction to end.
        }
    }
}
