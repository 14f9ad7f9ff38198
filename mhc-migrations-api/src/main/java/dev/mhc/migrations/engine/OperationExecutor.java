package dev.mhc.migrations.engine;

import dev.mhc.migrations.dialect.Progress;
import dev.mhc.migrations.dialect.Step;
import dev.mhc.migrations.error.ErrorCode;
import dev.mhc.migrations.error.MigrationException;
import dev.mhc.migrations.operation.Operation;
import dev.mhc.migrations.schema.Schema;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Executes operations of one migration, normally inside an open transaction. */
final class OperationExecutor {

    private final Lease lease;
    private final PlannedMigration migration;
    private final OpenTransaction transaction;
    private final MigrationListener listener;
    private final Progress progress;
    private final String undone;
    private int number;

    /**
     * Nothing is executed yet.
     *
     * @param undone what a failure undoes and what it leaves behind, in words that follow the number of the operation
     */
    OperationExecutor(
            Lease lease,
            PlannedMigration migration,
            OpenTransaction transaction,
            MigrationListener listener,
            Progress progress,
            String undone) {
        this.lease = lease;
        this.migration = migration;
        this.transaction = transaction;
        this.listener = listener;
        this.progress = progress;
        this.undone = undone;
    }

    /** Executes all, each rendered from the tables as the ones before left them. */
    void executeAll() throws SQLException {
        for (Operation operation : migration.operations()) {
            number++;
            for (Operation part : lease.dialect().divide(operation)) {
                executePart(part);
            }
        }
    }

    /** Executes one step, rendered from the tables as they are now. */
    void execute(MigrationStep step) throws SQLException {
        number = step.operation();
        executePart(step.part());
    }

    private void executePart(Operation part) throws SQLException {
        for (Step step : render(part)) {
            execute(step);
        }
    }

    private List<Step> render(Operation operation) throws SQLException {
        Set<String> tables = lease.dialect().reads(operation);
        Schema before = tables.isEmpty() ? Schema.EMPTY : lease.dialect().inspect(lease.connection(), tables);
        try {
            return lease.dialect().render(operation, before);
        } catch (MigrationException e) {
            throw ErrorCode.OPERATION_REFUSED.causedBy(e, migration.label(), number, total(), undone, e.getMessage());
        }
    }

    private void execute(Step step) throws SQLException {
        if (step instanceof Step.Statement statement) {
            listener.step(migration, statement.sql(), number, total());
            execute(statement.sql());
        } else if (step instanceof Step.Probe probe) {
            probe(probe);
        } else if (step instanceof Step.Work work) {
            listener.step(migration, work.description(), number, total());
            run(work);
        } else if (step instanceof Step.Note note) {
            progress.note(note.text());
        } else if (step instanceof Step.Routine routine) {
            listener.step(migration, routine.description(), number, total());
            run(routine);
        }
    }

    private void run(Step.Routine routine) {
        try {
            routine.body().run(lease.connection(), progress);
        } catch (MigrationException e) {
            throw ErrorCode.OPERATION_REFUSED.causedBy(e, migration.label(), number, total(), undone, e.getMessage());
        } catch (SQLException e) {
            throw ErrorCode.STATEMENT_FAILED.causedBy(
                    e,
                    migration.label(),
                    number,
                    total(),
                    undone,
                    routine.description(),
                    e.getMessage(),
                    lease.advice(e));
        }
    }

    private void execute(String sql) {
        try (Statement statement = lease.connection().createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw ErrorCode.STATEMENT_FAILED.causedBy(
                    e, migration.label(), number, total(), undone, indented(sql), e.getMessage(), lease.advice(e));
        }
    }

    private void probe(Step.Probe probe) {
        try (Statement statement = lease.connection().createStatement();
                ResultSet rows = statement.executeQuery(probe.sql())) {
            List<String> first = new ArrayList<>();
            long count = 0;
            while (rows.next()) {
                count = rows.getLong(1);
                first.add(String.valueOf(rows.getString(2)));
            }
            if (!first.isEmpty()) {
                throw ErrorCode.PROBE_REFUSED.with(
                        migration.label(),
                        number,
                        total(),
                        undone,
                        probe.refusal(),
                        count == 1 ? "1 row forbids it" : count + " rows forbid it",
                        count == 1 ? first.get(0) : "the first: " + String.join(", ", first));
            }
        } catch (SQLException e) {
            throw ErrorCode.STATEMENT_FAILED.causedBy(
                    e,
                    migration.label(),
                    number,
                    total(),
                    undone,
                    indented(probe.sql()),
                    e.getMessage(),
                    lease.advice(e));
        }
    }

    private void run(Step.Work work) throws SQLException {
        try (GuardedConnection guarded = new GuardedConnection(lease.connection(), lease.dialect(), transaction)) {
            work.work().run(guarded.connection());
        } catch (MigrationException e) {
            throw e;
        } catch (Exception | Error e) {
            if (e instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            throw ErrorCode.WORK_FAILED.causedBy(e, migration.label(), work.description(), number, total(), undone, e);
        }
        transaction.requireOpen();
    }

    private int total() {
        return migration.operations().size();
    }

    static String indented(String sql) {
        return sql.strip().replace("\n", "\n  ");
    }
}
