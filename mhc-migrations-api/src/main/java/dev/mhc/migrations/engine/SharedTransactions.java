package dev.mhc.migrations.engine;

import dev.mhc.migrations.dialect.Dialect;
import dev.mhc.migrations.engine.PlannedMigration.Direction;
import dev.mhc.migrations.error.ErrorCode;
import dev.mhc.migrations.error.MigrationException;
import dev.mhc.migrations.operation.Backfill;
import dev.mhc.migrations.operation.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Judges, before anything runs, whether a database can run what is planned as it is divided into transactions. */
final class SharedTransactions {

    private final Dialect dialect;

    SharedTransactions(Dialect dialect) {
        this.dialect = dialect;
    }

    /**
     * Goes on if it can.
     *
     * @throws MigrationException naming every migration that needs more than one transaction and does not say so,
     *     every one that has what no migration may have, and every one whose steps that are done have changed
     */
    void require(MigrationPlan plan, HistoryState state) {
        List<MigrationException> problems = new ArrayList<>();
        for (PlannedMigration migration : plan.migrations()) {
            if (migration.operations().isEmpty()) {
                continue;
            }
            state.halfRun(MigrationKey.of(migration))
                    .flatMap(half -> changed(migration, half))
                    .or(() -> refused(migration))
                    .or(() -> inseparable(migration))
                    .ifPresent(problems::add);
        }
        if (!problems.isEmpty()) {
            throw MigrationException.of(problems);
        }
    }

    /** How migrations that are not transactional run, one line each. */
    static List<String> ways(MigrationPlan plan) {
        return plan.migrations().stream()
                .filter(SharedTransactions::runsInSteps)
                .map(migration -> migration.label() + ": " + DryRun.EACH_STEP)
                .toList();
    }

    static boolean runsInSteps(PlannedMigration migration) {
        return !migration.transactional() && !backfills(migration);
    }

    private static boolean backfills(PlannedMigration migration) {
        return migration.operations().stream().anyMatch(Backfill.class::isInstance);
    }

    private Optional<MigrationException> refused(PlannedMigration migration) {
        int number = 0;
        for (Operation operation : migration.operations()) {
            number++;
            try {
                dialect.requireAllowed(operation);
            } catch (MigrationException e) {
                return Optional.of(ErrorCode.OPERATION_REFUSED.causedBy(
                        e,
                        migration.label(),
                        number,
                        migration.operations().size(),
                        ", before anything was run",
                        e.getMessage()));
            }
        }
        return Optional.empty();
    }

    private Optional<MigrationException> inseparable(PlannedMigration migration) {
        if (!migration.transactional() || backfills(migration)) {
            return Optional.empty();
        }
        List<String> reasons = new ArrayList<>();
        List<Operation> before = new ArrayList<>();
        for (MigrationStep step : MigrationStep.of(migration, dialect)) {
            step.outside()
                    .or(() -> dialect.needsCommitOf(before, step.part()))
                    .ifPresent(reason -> reasons.add("  operation " + step.operation() + ", "
                            + step.mark(dialect).what() + ": " + reason));
            before.add(step.part());
        }
        return reasons.isEmpty()
                ? Optional.empty()
                : Optional.of(ErrorCode.NOT_ONE_TRANSACTION.with(migration.label(), String.join("\n", reasons)));
    }

    private Optional<MigrationException> changed(PlannedMigration migration, HalfRun half) {
        if (half instanceof HalfBackfill backfill) {
            return runsInSteps(migration)
                    ? Optional.of(ErrorCode.BACKFILL_MOVED.with(
                            migration.label(), backfill.mark().course(), backfill.step(), "no backfill there"))
                    : Optional.empty();
        }
        HalfSteps steps = (HalfSteps) half;
        if (backfills(migration)) {
            return Optional.of(
                    changed(migration, 1, steps.done().stream().findFirst().or(steps::begun), "is a backfill"));
        }
        if (steps.done().isEmpty()) {
            return Optional.empty();
        }
        if (migration.transactional()) {
            return Optional.of(changed(migration, 1, steps.done().stream().findFirst(), "is one transaction"));
        }
        List<MigrationStep> now = MigrationStep.of(migration, dialect);
        for (int index = 0; index < steps.done().size(); index++) {
            StepMark ran = steps.done().get(index);
            Optional<StepMark> there =
                    index < now.size() ? Optional.of(now.get(index).mark(dialect)) : Optional.empty();
            if (there.filter(ran::isSameStep).isEmpty()) {
                return Optional.of(changed(
                        migration,
                        index + 1,
                        Optional.of(ran),
                        there.map(mark -> "has \"" + mark.what() + "\" there").orElse("has no such step")));
            }
        }
        return Optional.empty();
    }

    private static MigrationException changed(
            PlannedMigration migration, int number, Optional<StepMark> ran, String now) {
        return ErrorCode.STEP_CHANGED.with(
                migration.label(),
                number,
                ran.map(mark -> "\"" + mark.what() + "\"").orElse(""),
                now,
                migration.direction() == Direction.UP ? "up" : "down");
    }
}
