package dev.mhc.migrations.engine;

import dev.mhc.migrations.DatabaseMigration;
import dev.mhc.migrations.ReversibleMigration;
import dev.mhc.migrations.engine.PlannedMigration.Direction;
import dev.mhc.migrations.error.ErrorCode;
import dev.mhc.migrations.error.MigrationException;
import dev.mhc.migrations.operation.Backfill;
import dev.mhc.migrations.operation.Operation;
import dev.mhc.migrations.operation.OperationRecorder;
import dev.mhc.migrations.operation.SchemaEditor;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/** Decides what would run, from what a build has and what a history says. Touches no database. */
final class Planner {

    private final Registries registries;
    private final OutOfOrder outOfOrder;
    private final UnknownNewer unknownNewer;

    Planner(Registries registries, OutOfOrder outOfOrder, UnknownNewer unknownNewer) {
        this.registries = registries;
        this.outOfOrder = outOfOrder;
        this.unknownNewer = unknownNewer;
    }

    /**
     * What applying would run.
     *
     * @throws MigrationException naming every migration on which build and history disagree
     */
    MigrationPlan apply(HistoryState state, Target target) {
        target.version().ifPresent(version -> requireKnown(version, state));
        Agreement agreement = new Agreement(registries, state);
        List<MigrationException> problems = new ArrayList<>(agreement.problems());
        List<String> warnings = new ArrayList<>();
        if (unknownNewer == UnknownNewer.REFUSE) {
            problems.addAll(agreement.newer());
        } else {
            agreement.newer().forEach(newer -> warnings.add(newer.getMessage()));
        }
        List<Registries.Known> pending = agreement.pending().stream()
                .filter(migration -> target.includes(migration.entry().version()))
                .toList();
        if (outOfOrder == OutOfOrder.REFUSE) {
            problems.addAll(agreement.outOfOrder(pending));
        }
        problems.addAll(agreement.halfRolledBack());
        requireNone(problems);
        return new MigrationPlan(
                pending.stream()
                        .map(migration -> planned(migration, Direction.UP))
                        .toList(),
                warnings);
    }

    /**
     * What rolling back the last {@code steps} migrations would run.
     *
     * @throws MigrationException if build and history disagree, or a migration cannot be rolled back
     */
    MigrationPlan rollbackSteps(HistoryState state, int steps) {
        if (steps < 1) {
            throw ErrorCode.TOO_MANY_STEPS.with(steps, state.latestFirst().size());
        }
        List<HistoryEvent> events = inOrderOfRollback(state);
        if (!events.isEmpty() && steps > events.size()) {
            throw ErrorCode.TOO_MANY_STEPS.with(steps, events.size());
        }
        return rollback(state, events.subList(0, Math.min(steps, events.size())));
    }

    /** What rolling back all above {@code version} would run; 0 means all. */
    MigrationPlan rollbackTo(HistoryState state, long version) {
        if (version != 0) {
            requireKnown(version, state);
        }
        return rollback(
                state,
                inOrderOfRollback(state).stream()
                        .filter(event -> event.key().version() > version)
                        .toList());
    }

    /** What was begun comes first, then what was applied last. */
    private static List<HistoryEvent> inOrderOfRollback(HistoryState state) {
        List<HistoryEvent> events = new ArrayList<>(state.latestFirst());
        events.sort(Comparator.comparing(event -> state.halfRun(event.key()).isEmpty()));
        return events;
    }

    private MigrationPlan rollback(HistoryState state, List<HistoryEvent> events) {
        Agreement agreement = new Agreement(registries, state);
        List<MigrationException> problems = new ArrayList<>(agreement.problems());
        problems.addAll(agreement.newer());
        problems.addAll(agreement.halfApplied());
        boolean finishes = events.stream()
                .map(HistoryEvent::key)
                .toList()
                .containsAll(state.halfRolledBack().stream()
                        .map(half -> half.last().key())
                        .toList());
        if (!finishes) {
            problems.addAll(agreement.halfRolledBack());
        }
        requireNone(problems);
        List<Registries.Known> migrations = events.stream()
                .map(event -> registries.find(event.key()).orElseThrow())
                .toList();
        for (Registries.Known migration : migrations) {
            if (!migration.entry().irreversible().isEmpty()) {
                problems.add(ErrorCode.IRREVERSIBLE.with(
                        migration.label(), migration.entry().irreversible()));
            }
        }
        requireNone(problems);
        return new MigrationPlan(
                migrations.stream()
                        .map(migration -> planned(migration, Direction.DOWN))
                        .toList(),
                events.stream()
                        .filter(event -> event.type() == HistoryEvent.Type.BASELINED)
                        .map(event -> "Migration " + event.label() + " was baselined: the database had it before there"
                                + " was a history, so rolling it back removes what this tool did not make.")
                        .toList());
    }

    private void requireKnown(long version, HistoryState state) {
        boolean known = registries.inOrder().stream()
                .anyMatch(migration -> migration.entry().version() == version);
        boolean applied =
                state.latestFirst().stream().anyMatch(event -> event.key().version() == version);
        if (known || applied) {
            return;
        }
        throw ErrorCode.UNKNOWN_VERSION.with(version, Registries.wayOut(registries.inOrder()));
    }

    private static void requireNone(List<MigrationException> problems) {
        if (!problems.isEmpty()) {
            throw MigrationException.of(problems);
        }
    }

    private static PlannedMigration planned(Registries.Known known, Direction direction) {
        List<Operation> operations = operations(known, direction);
        if (operations.stream().anyMatch(Backfill.class::isInstance)) {
            operations.stream()
                    .filter(operation -> !(operation instanceof Backfill))
                    .findFirst()
                    .ifPresent(other -> {
                        throw ErrorCode.BACKFILL_MIXED.with(
                                known.label(), other.describe(), direction == Direction.UP ? "up" : "down");
                    });
        }
        return new PlannedMigration(
                known.registry().module(),
                known.entry().version(),
                known.entry().description(),
                known.entry().className(),
                known.entry().checksum(),
                direction,
                known.entry().transactional(),
                operations);
    }

    /** What the migration describes. Its code may fail in any way, an endless recursion or a missing class included. */
    private static List<Operation> operations(Registries.Known known, Direction direction) {
        String failing = "constructor";
        try {
            DatabaseMigration migration = known.registry().migration(known.index());
            failing = direction == Direction.UP ? "up" : "down";
            return OperationRecorder.record(direction == Direction.UP ? migration::up : down(migration, known));
        } catch (RuntimeException | Error e) {
            throw ErrorCode.DESCRIPTION_FAILED.causedBy(e, known.label(), failing, e);
        }
    }

    private static Consumer<SchemaEditor> down(DatabaseMigration migration, Registries.Known known) {
        if (migration instanceof ReversibleMigration reversible) {
            return reversible::down;
        }
        throw new IllegalStateException(known.entry().className() + " has no down: " + migration.getClass());
    }
}
