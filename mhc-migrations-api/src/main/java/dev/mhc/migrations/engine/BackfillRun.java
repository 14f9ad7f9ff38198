package dev.mhc.migrations.engine;

import dev.mhc.migrations.dialect.Step;
import dev.mhc.migrations.engine.HistoryTransaction.Outcome;
import dev.mhc.migrations.error.ErrorCode;
import dev.mhc.migrations.error.MigrationException;
import dev.mhc.migrations.operation.Backfill;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Runs one migration of backfills: a transaction for each batch, and one more that says that it is applied, or rolled
 * back. Each transaction finds out from the history what comes next, so it does not matter whose batch came before.
 */
final class BackfillRun implements ResumableRun {

    private static final System.Logger LOG = System.getLogger(Migrator.class.getName());

    private final PlannedMigration migration;
    private final MigrationKey key;
    private final HistoryTransaction transaction;
    private final RunBackup backup;
    private final MigrationListener listener;
    private final StepProgress progress;
    private final EndedMigrations endedBefore;
    private final Map<Integer, Count> counts = new HashMap<>();
    private final Map<Integer, Long> changed = new HashMap<>();
    /** Where each operation ends in this run, so that a trigger that adds rows cannot keep it going without end. */
    private final Map<Integer, Optional<String>> ends = new HashMap<>();

    private Duration took = Duration.ZERO;
    private boolean started;
    private boolean ended;
    /** The operation that the listener knows of: of its batches it hears as progress. */
    private int told;

    /**
     * The rows of an operation when this run began.
     *
     * @param before how many rows were through
     * @param rest how many came after them
     */
    private record Count(long before, long rest) {}

    /** The next batch, of the operation of this number. */
    private record Work(int operation, Step.Batches.Range range, BatchMark mark) {}

    /**
     * Nothing is run yet.
     *
     * @param endedBefore gets the migration when it has ended
     */
    BackfillRun(
            PlannedMigration migration,
            HistoryTransaction transaction,
            RunBackup backup,
            MigrationListener listener,
            EndedMigrations endedBefore) {
        this.migration = migration;
        this.key = new MigrationKey(migration.version(), migration.module());
        this.transaction = transaction;
        this.backup = backup;
        this.listener = listener;
        this.progress = new StepProgress(migration, listener);
        this.endedBefore = endedBefore;
    }

    @Override
    public Outcome run(Lease lease, HistoryState state) throws SQLException {
        count(lease, state);
        while (true) {
            OneBatch batch = new OneBatch(state);
            Outcome outcome = transaction.run(lease, state, batch);
            if (outcome != Outcome.COMMITTED || batch.next.isEmpty()) {
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

    /** Once a run, outside of a transaction: others may write meanwhile. */
    private void count(Lease lease, HistoryState state) throws SQLException {
        if (!counts.isEmpty()) {
            return;
        }
        Optional<HalfBackfill> half = half(state);
        for (int operation = first(half); operation <= operations(); operation++) {
            int it = operation;
            try {
                long rest = render(lease, operation).ranges().count(lease.connection(), after(half, operation));
                counts.put(
                        operation, new Count(half.map(h -> h.doneOf(it).rows()).orElse(0L), rest));
            } catch (MigrationException e) {
                // The transaction meets it again, and tells.
                LOG.log(System.Logger.Level.DEBUG, "The rows cannot be counted", e);
            }
        }
    }

    private Optional<HalfBackfill> half(HistoryState state) {
        return state.halfRun(key).map(HalfBackfill.class::cast);
    }

    private static int first(Optional<HalfBackfill> half) {
        return half.map(HalfBackfill::step).orElse(1);
    }

    private static Optional<String> after(Optional<HalfBackfill> half, int operation) {
        return half.filter(it -> it.step() == operation).map(it -> it.mark().position());
    }

    private int operations() {
        return migration.operations().size();
    }

    private Backfill backfill(int operation) {
        return (Backfill) migration.operations().get(operation - 1);
    }

    private Step.Batches render(Lease lease, int operation) throws SQLException {
        Backfill backfill = backfill(operation);
        return lease
                .dialect()
                .render(
                        backfill,
                        lease.dialect()
                                .inspect(lease.connection(), lease.dialect().reads(backfill)))
                .stream()
                .filter(Step.Batches.class::isInstance)
                .map(Step.Batches.class::cast)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No batches: " + backfill));
    }

    /** The next batch of the migration, or its end. */
    private final class OneBatch implements Recorded {
        private final HistoryState state;
        private final Optional<HalfBackfill> half;
        private Optional<Work> next = Optional.empty();

        OneBatch(HistoryState state) {
            this.state = state;
            this.half = half(state);
        }

        @Override
        public String name() {
            return next.map(work -> "a batch of migration " + migration.label())
                    .orElse("migration " + migration.label());
        }

        @Override
        public String kept() {
            return half.map(it -> String.format(
                            Locale.ROOT,
                            "what ran before it stays (%s), and the next run goes on after that",
                            it.progress()))
                    .orElseGet(() -> endedBefore.kept());
        }

        @Override
        public void begun(Lease lease, HistoryState live) throws SQLException {
            backup.require(lease);
            if (!started) {
                started = true;
                listener.started(migration);
                live.halfRun(key)
                        .flatMap(it -> it.ranOtherwise(migration.checksum()))
                        .ifPresent(progress::warn);
            }
            half.ifPresent(this::requireSamePlace);
            for (int operation = first(half); operation <= operations() && next.isEmpty(); operation++) {
                next = find(lease, operation);
            }
        }

        private Optional<Work> find(Lease lease, int operation) throws SQLException {
            try {
                Step.Batches batches = render(lease, operation);
                Step.Batches.Ranges ranges = batches.ranges();
                BatchMark.Course course =
                        BatchMark.Course.of(backfill(operation), batches.table(), ranges.order(lease.connection()));
                if (half.isPresent() && half.get().step() == operation) {
                    BatchMark.Course stopped = half.get().mark().course();
                    if (!stopped.leadsInto(course)) {
                        throw ErrorCode.BACKFILL_MOVED.with(migration.label(), stopped, operation, course + " there");
                    }
                }
                if (!ends.containsKey(operation)) {
                    ends.put(operation, ranges.end(lease.connection()));
                }
                Optional<String> end = ends.getOrDefault(operation, Optional.empty());
                if (end.isEmpty()) {
                    return Optional.empty();
                }
                return ranges.next(lease.connection(), after(half, operation), end.get())
                        .map(range -> new Work(operation, range, new BatchMark(range.rows(), course, range.last())));
            } catch (MigrationException e) {
                throw ErrorCode.OPERATION_REFUSED.causedBy(
                        e,
                        migration.label(),
                        operation,
                        operations(),
                        " and was rolled back; " + kept(),
                        e.getMessage());
            }
        }

        /** An operation that stopped may go on with other expressions, but not as another operation. */
        private void requireSamePlace(HalfBackfill stopped) {
            BatchMark.Course course = stopped.mark().course();
            List<Integer> same = IntStream.rangeClosed(1, operations())
                    .filter(it -> BatchMark.Course.digest(backfill(it)).equals(course.digest()))
                    .boxed()
                    .toList();
            if (!same.isEmpty() && !same.contains(stopped.step())) {
                throw ErrorCode.BACKFILL_MOVED.with(
                        migration.label(), course, stopped.step(), "that as operation " + same.get(0));
            }
        }

        @Override
        public List<HistoryEvent> events(HistoryState before) {
            return List.of(HistoryEvent.next(
                    before,
                    next.isPresent() ? HistoryEvent.Type.BACKFILLED : HistoryEvent.Type.ending(migration.direction()),
                    migration,
                    next.map(Work::operation),
                    next.map(work -> work.mark().text())));
        }

        @Override
        public void execute(Lease lease, OpenTransaction open) throws SQLException {
            if (next.isEmpty()) {
                return;
            }
            Work work = next.get();
            String sql = work.range().sql();
            if (told != work.operation()) {
                told = work.operation();
                listener.step(migration, sql, told, operations());
            }
            try (Statement statement = lease.connection().createStatement()) {
                changed.merge(work.operation(), (long) statement.executeUpdate(sql), Long::sum);
            } catch (SQLException e) {
                throw ErrorCode.BATCH_FAILED.causedBy(
                        e,
                        migration.label(),
                        work.operation(),
                        operations(),
                        kept(),
                        OperationExecutor.indented(sql),
                        e.getMessage(),
                        lease.advice(e));
            }
        }

        @Override
        public void committed(Duration duration) {
            took = took.plus(duration);
            next.ifPresentOrElse(this::tellProgress, this::end);
        }

        private void tellProgress(Work work) {
            Count count = counts.getOrDefault(work.operation(), new Count(0, 0));
            long done = half(state)
                    .map(it -> it.doneOf(work.operation()).rows() - count.before())
                    .orElse(0L);
            progress.rows(work.mark().table(), done, Math.max(done, count.rest()));
        }

        private void end() {
            ended = true;
            for (int operation = 1; operation <= operations(); operation++) {
                progress.note(summary(operation));
            }
            endedBefore.add(migration, progress, took);
        }

        private String summary(int operation) {
            Backfill backfill = backfill(operation);
            HalfBackfill.Done done = half.map(it -> it.doneOf(operation)).orElse(HalfBackfill.Done.NOTHING);
            return "backfilled " + backfill.table() + ": " + done
                    + (backfill.where().isEmpty()
                            ? ""
                            : String.format(
                                    Locale.ROOT,
                                    ", %,d of them changed in this run",
                                    changed.getOrDefault(operation, 0L)));
        }

        @Override
        public void runsAgain(SQLException why) {
            progress.note("a batch was rolled back and runs again, since others are in its way: " + why.getMessage());
        }

        @Override
        public void failed() {
            if (started) {
                listener.failed(migration);
            }
        }
    }
}
