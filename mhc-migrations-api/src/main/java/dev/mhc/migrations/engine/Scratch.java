package dev.mhc.migrations.engine;

import dev.mhc.migrations.dialect.Dialect;
import dev.mhc.migrations.dialect.Step;
import dev.mhc.migrations.operation.Operation;
import dev.mhc.migrations.schema.Schema;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;

/** What a dry run does its steps on, in place of the database. */
interface Scratch extends AutoCloseable {

    Dialect dialect();

    /** The tables as the steps before left them. */
    Schema inspect(Set<String> tables) throws SQLException;

    /** Whether what is in it is all that the database has. */
    boolean isComplete();

    /** Whether it has the tables without their rows, so that what depends on rows says nothing. */
    boolean isWithoutRows();

    /** Whether it knows afterwards what {@code part} has done. */
    boolean follows(Operation part);

    /** The statement of one batch; empty where it depends on a table that is not there yet. */
    Optional<String> example(Step.Batches batches) throws SQLException;

    /** Does a statement or a routine, where it can. */
    void execute(Step step) throws SQLException;

    /** All steps of {@code part} are rendered and executed. */
    void done(Operation part) throws SQLException;

    @Override
    void close() throws SQLException;
}
