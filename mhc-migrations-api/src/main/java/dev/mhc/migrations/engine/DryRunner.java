package dev.mhc.migrations.engine;

import dev.mhc.migrations.dialect.Dialect;
import dev.mhc.migrations.dialect.Progress;
import dev.mhc.migrations.dialect.Step;
import dev.mhc.migrations.error.ErrorCode;
import dev.mhc.migrations.operation.Operation;
import dev.mhc.migrations.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
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

    private static final System.Logger LOG = System.getLogger(Migrator.class.getName());

    private final Drivers drivers;
    private final HistoryState state;

    DryRunner(Drivers drivers, HistoryState state) {
        this.drivers = drivers;
        this.state = state;
    }

    DryRun run(Lease live, MigrationPlan plan) throws SQLException {
        List<String> definition = live.dialect().definition(live.connection());
        String url = live.dialect()
                .scratchUrl()
                .orElseThrow(() -> ErrorCode.NO_SCRATCH_DATABASE.with(
                        live.dialect().name() + " has no database that leaves nothing behind"));
        try (Connection scratch = drivers.connect(url)
                        .orElseThrow(() -> ErrorCode.NO_SCRATCH_DATABASE.with("no driver takes " + url));
                Statement statement = scratch.createStatement()) {
            // One transaction for the whole copy: a tenth of the time of one for each statement.
            statement.execute("BEGIN");
            boolean complete = true;
            for (String create : definition) {
                complete &= copy(statement, create);
            }
            // An OR ROLLBACK in a migration must not take the copy with it.
            statement.execute("COMMIT");
            Dialect dialect = Dialects.of(scratch);
            List<DryRun.Rendered> rendered = new ArrayList<>();
            // What could not be copied is as unknown as what JDBC work makes.
            boolean workBefore = !complete;
            for (PlannedMigration migration : plan.migrations()) {
                Rendering rendering = new Rendering(scratch, dialect, migration, !definition.isEmpty(), workBefore);
                rendered.add(new DryRun.Rendered(
                        migration,
                        SharedTransactions.runsInSteps(migration)
                                ? rendering.renderSteps(state.halfRun(MigrationKey.of(migration)))
                                : rendering.renderAll()));
                workBefore = rendering.workBefore;
            }
            return new DryRun(rendered);
        }
    }

    /** Whether the copy has it: a function or collation of the application's own is not there to build it again. */
    private static boolean copy(Statement statement, String create) {
        try {
            statement.execute(create);
            return true;
        } catch (SQLException e) {
            LOG.log(System.Logger.Level.DEBUG, "The dry run goes on without: " + create, e);
            return false;
        }
    }

    /** A step on its way to the scratch database. */
    @FunctionalInterface
    private interface Execution {
        void run() throws SQLException;
    }

    /** The steps of one migration, executed on the scratch database as they are found. */
    private static final class Rendering {
        private final Connection scratch;
        private final Dialect dialect;
        private final PlannedMigration migration;
        private final boolean rowsMissing;
        private final List<Step> steps = new ArrayList<>();
        private boolean workBefore;
        private int number;

        Rendering(
                Connection scratch,
                Dialect dialect,
                PlannedMigration migration,
                boolean rowsMissing,
                boolean workBefore) {
            this.scratch = scratch;
            this.dialect = dialect;
            this.migration = migration;
            this.rowsMissing = rowsMissing;
            this.workBefore = workBefore;
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
            workBefore = true;
        }

        private List<Step> stepsOf(Operation operation) throws SQLException {
            Set<String> tables = dialect.reads(operation);
            return dialect.render(operation, tables.isEmpty() ? Schema.EMPTY : dialect.inspect(scratch, tables));
        }

        private void render(Operation operation) throws SQLException {
            for (Step rendered : stepsOf(operation)) {
                Step step = rendered instanceof Step.Batches batches ? example(batches) : rendered;
                steps.add(step);
                if (step instanceof Step.Statement it) {
                    execute(it.sql());
                } else if (step instanceof Step.Routine it) {
                    execute(it.description(), () -> it.body().run(scratch, Progress.NONE));
                }
                workBefore |= step instanceof Step.Work;
            }
        }

        private Step example(Step.Batches batches) throws SQLException {
            return new Step.Statement(
                    batches.ranges().example(scratch),
                    String.format(
                            Locale.ROOT,
                            "in batches of %,d rows, each in a transaction of its own; the parameters stand for the key"
                                    + " before a batch and its last key",
                            batches.rows()));
        }

        private void execute(String sql) {
            execute(sql, () -> {
                try (Statement statement = scratch.createStatement()) {
                    statement.execute(sql);
                }
            });
        }

        private void execute(String what, Execution execution) {
            try {
                execution.run();
            } catch (SQLException e) {
                // What JDBC work would have made is not there, so a failure behind it says nothing; nor does a
                // constraint that fails where the live rows are not.
                if (!workBefore && !(rowsMissing && dialect.dependsOnRows(e))) {
                    throw ErrorCode.DRY_RUN_FAILED.causedBy(
                            e,
                            migration.label(),
                            number,
                            migration.operations().size(),
                            OperationExecutor.indented(what),
                            e.getMessage(),
                            Lease.advice(dialect, e));
                }
            }
        }
    }
}
