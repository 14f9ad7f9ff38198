package dev.mhc.migrations.engine;

import dev.mhc.migrations.dialect.TransactionKind;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/** What one transaction does to a database, and the events that tell of it. */
interface Recorded {

    /** What messages call it: {@code migration 20250601180102 (Add e-mail)}. */
    String name();

    /** What a failure leaves behind, in words. */
    String kept();

    /** At least one, following those in {@code state}. */
    List<HistoryEvent> events(HistoryState state);

    /** What the transaction may do. */
    default TransactionKind kind(Lease lease) throws SQLException {
        return TransactionKind.ORDINARY;
    }

    /** The write lock is held, and {@code state} is what the history says. */
    default void begun(Lease lease, HistoryState state) throws SQLException {}

    /** Does what the events tell. */
    default void execute(Lease lease, OpenTransaction transaction) throws SQLException {}

    /** How long what the events tell of took before the transaction began. */
    default Duration before() {
        return Duration.ZERO;
    }

    /** All of it is there to stay. */
    default void committed(Duration duration) {}

    /** What others do made it fail, and it was rolled back; it is run again, from its beginning. */
    default void runsAgain(SQLException why) {}

    /** Nothing of it is left. */
    default void failed() {}
}
