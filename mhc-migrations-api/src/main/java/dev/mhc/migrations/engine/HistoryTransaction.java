package dev.mhc.migrations.engine;

import dev.mhc.migrations.dialect.Dialect;
import dev.mhc.migrations.dialect.Pauses;
import dev.mhc.migrations.error.ErrorCode;
import dev.mhc.migrations.error.MigrationException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * One transaction that adds events to the history together with what they record. Whoever holds the write lock looks at
 * the history first: it may have moved on since it was read.
 */
final class HistoryTransaction {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private static final System.Logger LOG = System.getLogger(Migrator.class.getName());

    private final Leases leases;
    private final HistoryTable table;

    /** How a transaction ended, if it did not fail. */
    enum Outcome {
        COMMITTED,
        /** Others wrote to the history since it was read; nothing was done. */
        OVERTAKEN,
        /** Committed, on a connection that could not say so: it is closed, and the next transaction needs another. */
        COMMITTED_AND_DISCONNECTED
    }

    HistoryTransaction(Leases leases, HistoryTable table) {
        this.leases = leases;
        this.table = table;
    }

    /** The history as it is now. */
    HistoryState history(Lease lease) throws SQLException {
        return new LiveHistory(table).read(lease);
    }

    /** Does what is to be recorded on top of whatever the history has by then, and returns the history after it. */
    HistoryState record(Lease lease, Recorded what) throws SQLException {
        while (true) {
            HistoryState state = history(lease);
            if (run(lease, state, what) != Outcome.OVERTAKEN) {
                return state;
            }
        }
    }

    /**
     * Does what is to be recorded, and records it.
     *
     * @param state the history as it was read; afterwards it has the events too
     * @throws dev.mhc.migrations.error.MigrationException if it failed, and nothing of it is left
     */
    Outcome run(Lease lease, HistoryState state, Recorded what) throws SQLException {
        boolean ended = false;
        try {
            for (Pauses pauses = new Pauses(leases.patience(), FIRST_PAUSE, LONGEST_PAUSE); ; ) {
                try {
                    Outcome outcome = runOnce(lease, state, what);
                    ended = true;
                    return outcome;
                } catch (SQLException | MigrationException e) {
                    Optional<SQLException> passing = passing(lease.dialect(), e);
                    if (passing.isEmpty() || !pauses.take()) {
                        throw e;
                    }
                    what.runsAgain(passing.get());
                }
            }
        } finally {
            if (!ended) {
                what.failed();
            }
        }
    }

    /** The failure that others caused, if that is why a transaction failed. */
    private static Optional<SQLException> passing(Dialect dialect, Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException it && dialect.mayPass(it)) {
                return Optional.of(it);
            }
        }
        return Optional.empty();
    }

    private Outcome runOnce(Lease lease, HistoryState state, Recorded what) throws SQLException {
        HistoryWriter writer = new HistoryWriter(lease);
        lease.session().begin(what.kind(lease));
        boolean ended = false;
        try {
            boolean exists = state.lastSeq() > 0 || table.exists(lease);
            if (exists && table.lastSeq(lease) != state.lastSeq()) {
                lease.session().rollback();
                ended = true;
                return Outcome.OVERTAKEN;
            }
            what.begun(lease, state);
            long begun = System.nanoTime();
            if (!exists) {
                table.create(lease);
            }
            List<HistoryEvent> events = what.events(state);
            HistoryEvent last = events.get(events.size() - 1);
            writer.insert(events);
            OpenTransaction transaction =
                    new OpenTransaction(what.name(), what.kept(), () -> writer.isOpen(last.seq()));
            what.execute(lease, transaction);
            lease.session().regain();
            transaction.requireOpen();
            Duration duration = what.before().plusNanos(System.nanoTime() - begun);
            writer.setDuration(events.get(0).seq(), duration.toMillis());
            Optional<SQLException> doubt = commit(lease, what);
            if (doubt.isPresent()) {
                resolve(lease, what, last, doubt.get());
            }
            ended = true;
            events.forEach(state::add);
            what.committed(duration);
            return doubt.isPresent() ? Outcome.COMMITTED_AND_DISCONNECTED : Outcome.COMMITTED;
        } finally {
            if (!ended) {
                lease.session().rollback();
            }
        }
    }

    private static Optional<SQLException> commit(Lease lease, Recorded what) {
        try {
            lease.session().commit();
            return Optional.empty();
        } catch (MigrationException e) {
            if (e.code() == ErrorCode.NEW_ORPHANS) {
                throw ErrorCode.NOT_COMMITTED.causedBy(e, what.name(), what.kept(), e.getMessage());
            }
            throw e;
        } catch (SQLException e) {
            lease.session().rollback();
            return Optional.of(e);
        }
    }

    /** Reads the history on a connection of its own, and goes on only if the last event is there. */
    private void resolve(Lease doubtful, Recorded what, HistoryEvent last, SQLException failure) throws SQLException {
        // Given back first: the other connection may have to come from a pool of one.
        doubtful.close();
        try (Lease fresh = leases.open()) {
            // The connection is gone, and its COMMIT may still be under way.
            fresh.session().exclude();
            if (!table.contains(fresh, last)) {
                throw ErrorCode.COMMIT_FAILED.causedBy(
                        failure, what.name(), what.kept(), failure.getMessage(), fresh.advice(failure));
            }
        }
        LOG.log(
                System.Logger.Level.WARNING,
                "COMMIT of {0} reported {1}; the history has it.",
                what.name(),
                failure.getMessage());
    }
}
