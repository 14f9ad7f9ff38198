package dev.mhc.migrations.engine;

import dev.mhc.migrations.error.ErrorCode;
import java.sql.SQLException;

/**
 * Knows whether a transaction may have been ended by the database. SQLite leaves a transaction by itself on a
 * full disk or an {@code OR ROLLBACK}; the next statement would then commit alone.
 */
final class OpenTransaction {

    private final String name;
    private final String kept;
    private final Probe probe;
    private String suspicion = "";

    /** Asks the database whether the transaction is open. */
    @FunctionalInterface
    interface Probe {
        boolean isOpen() throws SQLException;
    }

    OpenTransaction(String name, String kept, Probe probe) {
        this.name = name;
        this.kept = kept;
        this.probe = probe;
    }

    /** Remembers a failure, after which the transaction may be gone. */
    void suspect(SQLException failure) {
        suspicion = String.valueOf(failure.getMessage());
    }

    /** Called before anything is sent: asks the database if there was a failure since the last time. */
    void requireOpenIfSuspected() throws SQLException {
        if (!suspicion.isEmpty()) {
            requireOpen();
            suspicion = "";
        }
    }

    /**
     * Asks the database.
     *
     * @throws dev.mhc.migrations.error.MigrationException if the transaction is gone
     */
    void requireOpen() throws SQLException {
        if (!probe.isOpen()) {
            throw ErrorCode.TRANSACTION_LOST.with(
                    name, kept, suspicion.isEmpty() ? "statements that reported success" : suspicion);
        }
    }
}
