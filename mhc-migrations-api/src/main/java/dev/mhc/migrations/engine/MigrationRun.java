package dev.mhc.migrations.engine;

import dev.mhc.migrations.engine.PlannedMigration.Direction;
import dev.mhc.migrations.error.ErrorCode;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;

/**
 * Runs a plan, one transaction a migration. Another process may run the same plan at the same time: whoever holds the
 * write lock looks at the history first, and plans anew when it has moved on.
 */
final class MigrationRun {

    private static final System.Logger LOG = System.getLogger(Migrator.class.getName());

    private final DataSource dataSource;
    private final Duration patience;
    private final HistoryTable history;
    private final MigrationListener listener;
    private final Function<HistoryState, MigrationPlan> planning;
    private final List<MigrationReport.Ran> ran = new ArrayList<>();
    private boolean announced;

    /** How one migration ended, if it did not fail. */
    private enum Outcome {
        COMMITTED,
        /** Others wrote to the history since it was read. */
        OVERTAKEN,
        /** Nobody knows whether COMMIT succeeded; the history does. */
        UNKNOWN
    }

    MigrationRun(
            DataSource dataSource,
            Duration patience,
            HistoryTable history,
            MigrationListener listener,
            Function<HistoryState, MigrationPlan> planning) {
        this.dataSource = dataSource;
        this.patience = patience;
        this.history = history;
        this.listener = listener;
        this.planning = planning;
    }

    /** Runs until nothing is left to do. */
    MigrationReport run(Lease lease) throws SQLException {
        while (true) {
            HistoryState state = new LiveHistory(history).require(lease);
            MigrationPlan plan = planning.apply(state);
            if (!plan.isEmpty() && !announced) {
                announced = true;
                listener.planned(plan);
            }
            switch (runAll(lease, plan, state)) {
                case COMMITTED -> {
                    return new MigrationReport(ran, plan.warnings());
                }
                case OVERTAKEN -> LOG.log(System.Logger.Level.DEBUG, "another process migrates; planning anew");
                case UNKNOWN -> {
                    // A connection that could not say whether it committed is not trusted with the rest.
                    try (Lease fresh = Lease.of(dataSource, patience)) {
                        return run(fresh);
                    }
                }
            }
        }
    }

    private Outcome runAll(Lease lease, MigrationPlan plan, HistoryState state) throws SQLException {
        for (PlannedMigration migration : plan.migrations()) {
            Outcome outcome = runOne(lease, migration, state);
            if (outcome != Outcome.COMMITTED) {
                return outcome;
            }
        }
        return Outcome.COMMITTED;
    }

    private Outcome runOne(Lease lease, PlannedMigration migration, HistoryState state) throws SQLException {
        long begun = System.nanoTime();
        boolean mayRebuild = migration.operations().stream().anyMatch(lease.dialect()::mayRebuild);
        lease.session().begin(mayRebuild);
        boolean ended = false;
        try {
            if (history.lastSeq(lease.connection(), lease.dialect()) != state.lastSeq()) {
                lease.session().rollback();
                ended = true;
                return Outcome.OVERTAKEN;
            }
            listener.started(migration);
            HistoryEvent event = event(migration, state);
            if (state.lastSeq() == 0) {
                new LiveHistory(history).createIfMissing(lease);
            }
            history.insert(lease.connection(), event);
            OpenTransaction transaction =
                    new OpenTransaction(migration, kept(), () -> history.isOpen(lease.connection(), event.seq()));
            new OperationExecutor(lease, migration, transaction, listener, kept()).executeAll();
            transaction.requireOpen();
            Duration duration = Duration.ofNanos(System.nanoTime() - begun);
            history.setDuration(lease.connection(), event.seq(), duration.toMillis());
            ended = true;
            Optional<SQLException> doubt = commit(lease);
            if (doubt.isPresent()) {
                resolve(migration, event, doubt.get());
                LOG.log(
                        System.Logger.Level.WARNING,
                        "COMMIT of {0} reported {1}; the history has it.",
                        migration.label(),
                        doubt.get().getMessage());
            }
            committed(migration, event, state, duration);
            return doubt.isPresent() ? Outcome.UNKNOWN : Outcome.COMMITTED;
        } finally {
            if (!ended) {
                lease.session().rollback();
                listener.failed(migration);
            }
        }
    }

    private static Optional<SQLException> commit(Lease lease) {
        try {
            lease.session().commit();
            return Optional.empty();
        } catch (SQLException e) {
            lease.session().rollback();
            return Optional.of(e);
        }
    }

    /** Reads the history anew on a connection of its own, and goes on only if the migration is there. */
    private void resolve(PlannedMigration migration, HistoryEvent event, SQLException failure) throws SQLException {
        try (Lease fresh = Lease.of(dataSource, patience)) {
            Optional<HistoryState> state = history.read(fresh.connection(), fresh.dialect());
            boolean inEffect = state.flatMap(it -> it.find(event.key())).isPresent();
            if (state.isPresent() && inEffect == (migration.direction() == Direction.UP)) {
                return;
            }
            listener.failed(migration);
            throw ErrorCode.COMMIT_FAILED.causedBy(
                    failure, migration.label(), kept(), failure.getMessage(), fresh.advice(failure));
        }
    }

    private void committed(PlannedMigration migration, HistoryEvent event, HistoryState state, Duration duration) {
        state.add(event);
        ran.add(new MigrationReport.Ran(migration, duration));
        LOG.log(
                System.Logger.Level.INFO,
                "{0} {1} in {2} ms",
                event.type().text(),
                migration.label(),
                String.valueOf(duration.toMillis()));
        listener.finished(migration, duration);
    }

    private static HistoryEvent event(PlannedMigration migration, HistoryState state) {
        HistoryEvent.Type type =
                migration.direction() == Direction.UP ? HistoryEvent.Type.APPLIED : HistoryEvent.Type.ROLLED_BACK;
        MigrationKey key = new MigrationKey(migration.version(), migration.module());
        return new HistoryEvent(
                state.lastSeq() + 1,
                type,
                key,
                migration.description(),
                migration.checksum(),
                state.digestAfter(type, key, migration.checksum()),
                HistoryTable.now(),
                Optional.empty(),
                Origin.USER);
    }

    /** What a failure leaves behind, in words. */
    private String kept() {
        return switch (ran.size()) {
            case 0 -> "nothing else ran";
            case 1 -> "the one that ran before it stays";
            default -> "the " + ran.size() + " that ran before it stay";
        };
    }
}
