package dev.mhc.migrations.engine;

import dev.mhc.migrations.dialect.Dialect;
import dev.mhc.migrations.dialect.Step;
import dev.mhc.migrations.error.ErrorCode;
import dev.mhc.migrations.error.MigrationException;
import dev.mhc.migrations.operation.Operation;
import dev.mhc.migrations.schema.Schema;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Renders a plan on a scratch copy of the live schema, since each operation is rendered from what the ones before it left
 * behind. The live database is only read.
 */
final class DryRunner {

    private final Drivers drivers;
    private final HistoryState state;

    DryRunner(Drivers drivers, HistoryState state) {
        this.drivers = drivers;
        this.state = state;
    }

    DryRun run(Lease live, MigrationPlan plan) throws SQLException {
        Optional<String> url = live.dialect().scratchUrl();
        try (Scratch scratch =
                url.isPresent() ? ScratchDatabase.copy(live, drivers, url.get()) : new ScratchModel(live)) {
            List<DryRun.Rendered> rendered = new ArrayList<>();
            // What could not be copied is as unknown as what JDBC work makes.
            boolean unknown = !scratch.isComplete();
            for (PlannedMigration migration : plan.migrations()) {
                Rendering rendering = new Rendering(scratch, migration, unknown);
                rendered.add(new DryRun.Rendered(
                        migration,
                        SharedTransactions.runsInSteps(migration)
                                ? rendering.renderSteps(state.halfRun(MigrationKey.of(migration)))
                                : rendering.renderAll()));
                unknown = rendering.unknown;
            }
            return new DryRun(rendered);
        }
    }

    /** The steps of one migration, executed on the scratch database as they are found. */
    private static final class Rendering {
        private final Scratch scratch;
        private final Dialect dialect;
        private final PlannedMigration migration;
        private final List<Step> steps = new ArrayList<>();
        /** Whether something has been done before that cannot be followed here. */
        private boolean unknown;

        private int number;

        Rendering(Scratch scratch, PlannedMigration migration, boolean unknown) {
            this.scratch = scratch;
            this.dialect = scratch.dialect();
            this.migration = migration;
            this.unknown = unknown;
        }

        List<Step> renderAll() throws SQLException {
            for (Operation operation : migration.operations()) {
                number++;
                for (Operation part : dialect.divide(operation)) {
                    render(part);
                }
            }
            return steps;
        }

        /** What is not done yet. */
        List<Step> renderSteps(Optional<HalfRun> half) throws SQLException {
            steps.add(new Step.Note(DryRun.EACH_STEP));
            half.ifPresent(it -> steps.add(new Step.Note("goes on after " + it.progress())));
            int done = half.map(it ->
                            it instanceof HalfSteps stopped ? stopped.done().size() : 0)
                    .orElse(0);
            for (MigrationStep step : MigrationStep.of(migration, dialect)) {
                number = step.operation();
                if (step.number() > done) {
                    step.outside().ifPresent(reason -> steps.add(new Step.Note("outside of a transaction: " + reason)));
                    if (step.outside().isEmpty()) {
                        render(step.part());
                    } else {
                        list(step.part());
                    }
                }
            }
            return steps;
        }

        /** What runs outside of a transaction is not run at all. */
        private void list(Operation part) throws SQLException {
            steps.addAll(stepsOf(part));
            unknown = true;
        }

        private List<Step> stepsOf(Operation part) throws SQLException {
            Set<String> tables = dialect.reads(part);
            return dialect.render(part, tables.isEmpty() ? Schema.EMPTY : scratch.inspect(tables));
        }

        private void render(Operation part) throws SQLException {
            try {
                for (Step rendered : stepsOf(part)) {
                    Step step = rendered instanceof Step.Batches batches ? example(batches) : rendered;
                    steps.add(step);
                    execute(step);
                }
                scratch.done(part);
            } catch (MigrationException e) {
                if (!unknown || e.code() == ErrorCode.DRY_RUN_FAILED) {
                    throw e;
                }
                steps.add(new Step.Note(part.describe() + ": what it executes depends on what was done before it"));
            }
            unknown |= !scratch.follows(part);
        }

        private Step example(Step.Batches batches) throws SQLException {
            String how = String.format(
                    Locale.ROOT,
                    "in batches of %,d rows, each in a transaction of its own; the parameters stand for the key before a"
                            + " batch and its last key",
                    batches.rows());
            return scratch.example(batches)
                    .<Step>map(sql -> new Step.Statement(sql, how))
                    .orElseGet(() -> new Step.Note("UPDATE of table " + batches.table() + " " + how));
        }

        private void execute(Step step) {
            try {
                scratch.execute(step);
            } catch (SQLException e) {
                // What JDBC work would have made is not there, so a failure behind it says nothing; nor does a
                // constraint that fails where the live rows are not.
                if (!unknown && !(scratch.isWithoutRows() && dialect.dependsOnRows(e))) {
                    throw ErrorCode.DRY_RUN_FAILED.causedBy(
                            e,
                            migration.label(),
                            number,
                            migration.operations().size(),
                            OperationExecutor.indented(what(step)),
                            e.getMessage(),
                            Lease.advice(dialect, e));
                }
            }
        }

        private static String what(Step step) {
            return step instanceof Step.Routine routine ? routine.description() : ((Step.Statement) step).sql();
        }
    }
}
