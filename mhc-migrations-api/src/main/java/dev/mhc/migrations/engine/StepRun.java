package dev.mhc.migrations.engine;

import static java.util.stream.Collectors.joining;

import dev.mhc.migrations.dialect.Aftermath;
import dev.mhc.migrations.dialect.Step;
import dev.mhc.migrations.dialect.TransactionKind;
import dev.mhc.migrations.engine.HistoryTransaction.Outcome;
import dev.mhc.migrations.error.ErrorCode;
import dev.mhc.migrations.error.MigrationException;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Runs one migration that is not transactional: a transaction for each step, and one more that says that it is applied,
 * or rolled back. A step that runs outside of a transaction stands between two that tell of it; where the second is
 * missing, the dialect looks at what became of it.
 */
final class StepRun implements ResumableRun {

    private final PlannedMigration migration;
    private final MigrationKey key;
    private final HistoryTransaction transaction;
    private final RunBackup backup;
    private final MigrationListener listener;
    private final StepProgress progress;
    private final EndedMigrations endedBefore;

    private Duration took = Duration.ZERO;
    private boolean started;
    private boolean ended;
    /** The event of a step that is begun and whose statement was not sent yet; 0 if there is none. */
    private long unsent;

    /**
     * Nothing is run yet.
     *
     * @param endedBefore gets the migration when it has ended
     */
    StepRun(
            PlannedMigration migration,
            HistoryTransaction transaction,
            RunBackup backup,
            MigrationListener listener,
            EndedMigrations endedBefore) {
        this.migration = migration;
        this.key = MigrationKey.of(migration);
        this.transaction = transaction;
        this.backup = backup;
        this.listener = listener;
        this.progress = new StepProgress(migration, listener);
        this.endedBefore = endedBefore;
    }

    @Override
    public Outcome run(Lease lease, HistoryState state) throws SQLException {
        List<MigrationStep> steps = MigrationStep.of(migration, lease.dialect());
        while (true) {
            int next = half(state).map(HalfSteps::next).orElse(1);
            if (next > steps.size()) {
                return transaction.run(lease, state, new End(state));
            }
            MigrationStep step = steps.get(next - 1);
            Outcome outcome = step.outside().isPresent()
                    ? runOutside(lease, state, step)
                    : transaction.run(lease, state, new OneStep(HistoryEvent.Type.STEP_DONE, step, lease, state));
            if (outcome != Outcome.COMMITTED) {
                return outcome;
            }
        }
    }

    @Override
    public void endedByOthers() {
        if (started && !ended) {
            ended = true;
            progress.note("another process finished it");
        }
    }

    private Optional<HalfSteps> half(HistoryState state) {
        return state.halfRun(key).filter(HalfSteps.class::isInstance).map(HalfSteps.class::cast);
    }

    /** Whether it was begun as it is, and nobody knows how it ended. */
    private boolean isBegun(MigrationStep step, Lease lease, HistoryState state) {
        return half(state)
                .filter(half -> half.next() == step.number() && !half.failed())
                .flatMap(HalfSteps::begun)
                .filter(step.mark(lease.dialect())::isSameStep)
                .isPresent();
    }

    /** What ran and is not undone by what comes next. */
    private String kept(HistoryState state) {
        return half(state)
                .filter(half -> !half.done().isEmpty())
                .map(half -> "what ran before it stays (" + half.progress() + "), and the next run goes on after that")
                .orElseGet(() -> endedBefore.kept());
    }

    private Outcome runOutside(Lease lease, HistoryState state, MigrationStep step) throws SQLException {
        // Whoever is at work on it now must have ended before anybody looks at what became of it.
        lease.session().exclude();
        if (transaction.history(lease).lastSeq() != state.lastSeq()) {
            return Outcome.OVERTAKEN;
        }
        boolean sent = isBegun(step, lease, state) && state.lastSeq() != unsent;
        Aftermath found = lease.dialect().aftermath(step.part(), lease.connection());
        if (found instanceof Aftermath.Done && sent) {
            return journal(lease, state, new OneStep(HistoryEvent.Type.STEP_DONE, step, lease, state));
        }
        if (found instanceof Aftermath.Done) {
            throw ErrorCode.STEP_DONE_BEFORE.with(
                    migration.label(), step.number(), step.mark(lease.dialect()).what(), kept(state));
        }
        if (found instanceof Aftermath.Unknown unknown && sent) {
            throw ErrorCode.STEP_ENDED_UNSEEN.with(
                    migration.label(),
                    step.number(),
                    step.mark(lease.dialect()).what(),
                    unknown.suspects().isEmpty() ? "" : " What it may have left is removed by " + list(unknown) + ".");
        }
        if (state.lastSeq() != unsent) {
            Outcome begun =
                    transaction.run(lease, state, new OneStep(HistoryEvent.Type.STEP_BEGUN, step, lease, state));
            if (begun != Outcome.OVERTAKEN) {
                unsent = state.lastSeq();
            }
            if (begun != Outcome.COMMITTED) {
                return begun;
            }
        }
        unsent = 0;
        long begun = System.nanoTime();
        send(lease, state, step, found);
        OneStep done = new OneStep(HistoryEvent.Type.STEP_DONE, step, lease, state);
        done.before = Duration.ofNanos(System.nanoTime() - begun);
        return journal(lease, state, done);
    }

    /**
     * Says that a step is done. Where the database has no lock for longer than a transaction, others may have begun it too,
     * so it is said on top of whatever they wrote meanwhile.
     */
    private Outcome journal(Lease lease, HistoryState state, OneStep done) throws SQLException {
        Outcome outcome = transaction.run(lease, state, done);
        while (outcome == Outcome.OVERTAKEN) {
            HistoryState live = done.history(lease);
            if (!isBegun(done.step, lease, live)) {
                return Outcome.OVERTAKEN;
            }
            if (transaction.run(lease, live, done) == Outcome.COMMITTED_AND_DISCONNECTED) {
                return Outcome.COMMITTED_AND_DISCONNECTED;
            }
        }
        return outcome;
    }

    private void send(Lease lease, HistoryState state, MigrationStep step, Aftermath found) throws SQLException {
        String undone = " outside of a transaction; " + kept(state);
        OpenTransaction none = new OpenTransaction("migration " + migration.label(), kept(state), () -> true);
        boolean sent = false;
        try {
            for (String removed : remove(found, lease)) {
                progress.note("removed what was left of a try before: " + removed);
            }
            new OperationExecutor(lease, migration, none, listener, progress, undone).execute(step);
            sent = true;
        } catch (MigrationException e) {
            throw ended(e, lease, state, step, found);
        } finally {
            if (!sent) {
                listener.failed(migration);
            }
        }
    }

    /**
     * Removes what a failure left and says that it is one, so that the next run simply tries again. Where the connection
     * is gone, so is the knowledge of how it ended.
     */
    private MigrationException ended(
            MigrationException failure, Lease lease, HistoryState state, MigrationStep step, Aftermath before) {
        try {
            Aftermath after = lease.dialect().aftermath(step.part(), lease.connection());
            List<String> removed = remove(since(before, after), lease);
            journal(lease, state, new OneStep(HistoryEvent.Type.STEP_FAILED, step, lease, state));
            return removed.isEmpty()
                    ? failure
                    : MigrationException.of(
                            List.of(failure, ErrorCode.REMAINS_REMOVED.causedBy(failure, String.join("; ", removed))));
        } catch (SQLException | MigrationException e) {
            failure.addSuppressed(e);
            return failure;
        }
    }

    private static Aftermath since(Aftermath before, Aftermath after) {
        if (before instanceof Aftermath.Unknown then && after instanceof Aftermath.Unknown now) {
            return new Aftermath.Again(now.suspects().stream()
                    .filter(it -> !then.suspects().contains(it))
                    .toList());
        }
        return after;
    }

    private static String list(Aftermath.Unknown unknown) {
        return unknown.suspects().stream().map(Step.Statement::sql).collect(joining("; "));
    }

    private static List<String> remove(Aftermath found, Lease lease) throws SQLException {
        List<String> removed = new ArrayList<>();
        if (found instanceof Aftermath.Again again) {
            for (Step.Statement before : again.before()) {
                try (Statement statement = lease.connection().createStatement()) {
                    statement.execute(before.sql());
                }
                removed.add(before.sql());
            }
        }
        return removed;
    }

    /** What all transactions of the migration have in common. */
    private abstract class Part implements Recorded {
        final HistoryState state;

        Part(HistoryState state) {
            this.state = state;
        }

        @Override
        public String kept() {
            return StepRun.this.kept(state);
        }

        @Override
        public void begun(Lease lease, HistoryState live) throws SQLException {
            backup.require(lease);
            if (started) {
                return;
            }
            started = true;
            listener.started(migration);
            live.halfRun(key).ifPresent(half -> {
                progress.note("goes on after " + half.progress());
                half.ranOtherwise(migration.checksum()).ifPresent(progress::warn);
            });
        }

        @Override
        public void failed() {
            if (started) {
                listener.failed(migration);
            }
        }
    }

    /** A step with the event that it is done; or the event alone, of one that runs outside. */
    private final class OneStep extends Part {
        private final HistoryEvent.Type type;
        private final MigrationStep step;
        private final StepMark mark;
        private Duration before = Duration.ZERO;

        OneStep(HistoryEvent.Type type, MigrationStep step, Lease lease, HistoryState state) {
            super(state);
            this.type = type;
            this.step = step;
            this.mark = step.mark(lease.dialect());
        }

        HistoryState history(Lease lease) throws SQLException {
            return transaction.history(lease);
        }

        @Override
        public String name() {
            return "step " + step.number() + " of migration " + migration.label();
        }

        @Override
        public TransactionKind kind(Lease lease) throws SQLException {
            return step.outside().isPresent()
                    ? TransactionKind.ORDINARY
                    : MigrationRun.kindOf(List.of(step.part()), lease);
        }

        @Override
        public List<HistoryEvent> events(HistoryState live) {
            return List.of(
                    HistoryEvent.next(live, type, migration, Optional.of(step.number()), Optional.of(mark.text())));
        }

        @Override
        public void execute(Lease lease, OpenTransaction open) throws SQLException {
            if (step.outside().isEmpty()) {
                String undone = ", which was rolled back; " + kept();
                new OperationExecutor(lease, migration, open, listener, progress, undone).execute(step);
            }
        }

        @Override
        public Duration before() {
            return before;
        }

        @Override
        public void committed(Duration duration) {
            took = took.plus(duration);
        }

        @Override
        public void runsAgain(SQLException why) {
            progress.note("a step was rolled back and runs again, since others are in its way: " + why.getMessage());
        }
    }

    /** That all steps are done. */
    private final class End extends Part {

        End(HistoryState state) {
            super(state);
        }

        @Override
        public String name() {
            return "migration " + migration.label();
        }

        @Override
        public List<HistoryEvent> events(HistoryState live) {
            return List.of(HistoryEvent.next(
                    live,
                    HistoryEvent.Type.ending(migration.direction()),
                    migration,
                    Optional.empty(),
                    Optional.empty()));
        }

        @Override
        public void committed(Duration duration) {
            took = took.plus(duration);
            ended = true;
            endedBefore.add(migration, progress, took);
        }
    }
}
