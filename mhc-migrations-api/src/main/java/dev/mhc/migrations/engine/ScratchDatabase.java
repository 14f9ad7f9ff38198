package dev.mhc.migrations.engine;

import dev.mhc.migrations.dialect.Dialect;
import dev.mhc.migrations.dialect.Progress;
import dev.mhc.migrations.dialect.Step;
import dev.mhc.migrations.error.ErrorCode;
import dev.mhc.migrations.operation.Operation;
import dev.mhc.migrations.operation.RunCode;
import dev.mhc.migrations.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A copy of the live schema without its rows, in a database that leaves nothing behind. */
record ScratchDatabase(Connection connection, Dialect dialect, boolean isComplete, boolean isWithoutRows)
        implements Scratch {

    private static final System.Logger LOG = System.getLogger(Migrator.class.getName());

    static ScratchDatabase copy(Lease live, Drivers drivers, String url) throws SQLException {
        List<String> definition = live.dialect().definition(live.connection());
        Connection scratch =
                drivers.connect(url).orElseThrow(() -> ErrorCode.NO_SCRATCH_DATABASE.with("no driver takes " + url));
        boolean copied = false;
        try (Statement statement = scratch.createStatement()) {
            // One transaction for the whole copy: a tenth of the time of one for each statement.
            statement.execute("BEGIN");
            boolean complete = true;
            for (String create : definition) {
                complete &= copy(statement, create);
            }
            // An OR ROLLBACK in a migration must not take the copy with it.
            statement.execute("COMMIT");
            copied = true;
            return new ScratchDatabase(scratch, Dialects.of(scratch), complete, !definition.isEmpty());
        } finally {
            if (!copied) {
                scratch.close();
            }
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

    @Override
    public Schema inspect(Set<String> tables) throws SQLException {
        return dialect.inspect(connection, tables);
    }

    @Override
    public boolean follows(Operation part) {
        return !(part instanceof RunCode);
    }

    @Override
    public Optional<String> example(Step.Batches batches) throws SQLException {
        return Optional.of(batches.ranges().example(connection));
    }

    @Override
    public void execute(Step step) throws SQLException {
        if (step instanceof Step.Statement it) {
            try (Statement statement = connection.createStatement()) {
                statement.execute(it.sql());
            }
        } else if (step instanceof Step.Routine it) {
            it.body().run(connection, Progress.NONE);
        }
    }

    @Override
    public void done(Operation part) {
        // What was executed is there.
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
