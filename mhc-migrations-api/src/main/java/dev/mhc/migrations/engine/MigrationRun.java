package dev.mhc.migrations.engine;

import dev.mhc.migrations.dialect.Dialect;
import dev.mhc.migrations.dialect.TransactionKind;
import dev.mhc.migrations.engine.HistoryTransaction.Outcome;
import dev.mhc.migrations.operation.AlterTable;
import dev.mhc.migrations.operation.Backfill;
import dev.mhc.migrations.operation.DropTable;
import dev.mhc.migrations.operation.ExecuteSql;
import dev.mhc.migrations.operation.Operation;
import dev.mhc.migrations.operation.RunCode;
import dev.mhc.migrations.operation.TableChange;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Runs a plan, one transaction a migration. Another process may run the same plan at the same time: where the history has
 * moved on, the plan is made anew.
 */
final class MigrationRun {

    private static final System.Logger LOG = System.getLogger(Migrator.class.getName());

    private final Leases leases;
    private final HistoryTable history;
    private final MigrationListener listener;
    private final Function<HistoryState, MigrationPlan> planning;
    private final HistoryTransaction transaction;
    private final RunBackup backup;
    private final EndedMigrations ended;
    private final Map<MigrationKey, ResumableRun> resumable = new HashMap<>();
    private boolean announced;

    MigrationRun(
            Leases leases,
            HistoryTable history,
            MigrationListener listener,
            RunBackup backup,
            Function<HistoryState, MigrationPlan> planning) {
        this.leases = leases;
        this.history = history;
        this.listener = listener;
        this.backup = backup;
        this.planning = planning;
        this.transaction = new HistoryTransaction(leases, history);
        this.ended = new EndedMigrations(listener);
    }

    /** Runs until nothing is left to do. */
    MigrationReport run(Lease lease) throws SQLException {
        backup.begin(lease);
        while (true) {
            HistoryState state = new LiveHistory(history).require(lease);
            MigrationPlan plan = planning.apply(state);
            new SharedTransactions(lease.dialect()).require(plan, state);
            resumable.forEach((key, run) -> {
                if (plan.migrations().stream()
                        .noneMatch(it -> MigrationKey.of(it).equals(key))) {
                    run.endedByOthers();
                }
            });
            if (!plan.isEmpty() && !announced) {
                announced = true;
                listener.planned(plan);
            }
            switch (runAll(lease, plan, state)) {
                case COMMITTED -> {
                    return ended.report(plan);
                }
                case OVERTAKEN -> {
                    backup.overtaken();
                    LOG.log(System.Logger.Level.DEBUG, "another process migrates; planning anew");
                }
                case COMMITTED_AND_DISCONNECTED -> {
                    try (Lease fresh = leases.open()) {
                        return run(fresh);
                    }
                }
            }
        }
    }

    private Outcome runAll(Lease lease, MigrationPlan plan, HistoryState state) throws SQLException {
        for (PlannedMigration migration : plan.migrations()) {
            Outcome outcome = run(lease, migration, state);
            if (outcome != Outcome.COMMITTED) {
                return outcome;
            }
        }
        return Outcome.COMMITTED;
    }

    private Outcome run(Lease lease, PlannedMigration migration, HistoryState state) throws SQLException {
        boolean backfills = migration.operations().stream().anyMatch(Backfill.class::isInstance);
        if (migration.transactional() && !backfills) {
            return transaction.run(lease, state, new OneMigration(migration));
        }
        // Kept while others take turns: what was counted and told is so once.
        return resumable
                .computeIfAbsent(
                        MigrationKey.of(migration),
                        key -> backfills
                                ? new BackfillRun(migration, transaction, backup, listener, ended)
                                : new StepRun(migration, transaction, backup, listener, ended))
                .run(lease, state);
    }

    /** What a transaction of these operations may do. */
    static TransactionKind kindOf(List<Operation> operations, Lease lease) throws SQLException {
        return new TransactionKind(
                mayRebuild(operations, lease),
                operations.stream()
                        .anyMatch(it -> it instanceof ExecuteSql
                                || it instanceof RunCode
                                || it instanceof DropTable
                                || fills(it)));
    }

    /** Values that are filled in may reference nothing. */
    private static boolean fills(Operation operation) {
        return operation instanceof AlterTable alter
                && alter.changes().stream()
                        .anyMatch(change -> change instanceof TableChange.AlterColumn column
                                && column.fillNulls().isPresent());
    }

    /** Foreign keys are off in a migration that rebuilds, so this is asked as precisely as can be. */
    private static boolean mayRebuild(List<Operation> operations, Lease lease) throws SQLException {
        Dialect dialect = lease.dialect();
        for (Operation operation : operations) {
            if (dialect.mayRebuild(operation)
                    && dialect.mayRebuild(operation, dialect.inspect(lease.connection(), dialect.reads(operation)))) {
                return true;
            }
        }
        return false;
    }

    /** One migration of the plan, with the event that tells of it. */
    private final class OneMigration implements Recorded {
        private final PlannedMigration migration;
        private final StepProgress progress;
        private boolean started;

        OneMigration(PlannedMigration migration) {
            this.migration = migration;
            this.progress = new StepProgress(migration, listener);
        }

        @Override
        public String name() {
            return "migration " + migration.label();
        }

        @Override
        public String kept() {
            return ended.kept();
        }

        @Override
        public TransactionKind kind(Lease lease) throws SQLException {
            return kindOf(migration.operations(), lease);
        }

        @Override
        public List<HistoryEvent> events(HistoryState state) {
            return List.of(HistoryEvent.next(
                    state,
                    HistoryEvent.Type.ending(migration.direction()),
                    migration,
                    Optional.empty(),
                    Optional.empty()));
        }

        @Override
        public void begun(Lease lease, HistoryState state) throws SQLException {
            backup.require(lease);
            started = true;
            listener.started(migration);
            state.halfRun(MigrationKey.of(migration))
                    .flatMap(half -> half.ranOtherwise(migration.checksum()))
                    .ifPresent(progress::warn);
        }

        @Override
        public void execute(Lease lease, OpenTransaction open) throws SQLException {
            new OperationExecutor(lease, migration, open, listener, progress, " and was rolled back; " + kept())
                    .executeAll();
        }

        @Override
        public void committed(Duration duration) {
            ended.add(migration, progress, duration);
        }

        @Override
        public void runsAgain(SQLException why) {
            progress.startAgain("was rolled back and runs again, since others are in its way: " + why.getMessage());
        }

        @Override
        public void failed() {
            if (started) {
                listener.failed(migration);
            }
        }
    }
}
