package dev.mhc.migrations.engine;

import java.time.Duration;

/** Hears of progress. Called on the thread that migrates, so it should return soon; what it throws stops the run. */
public interface MigrationListener {

    /** A listener that ignores everything. */
    MigrationListener NONE = new MigrationListener() {};

    /** All is checked and {@code plan} is about to run; not called when there is nothing to do. */
    default void planned(MigrationPlan plan) {}

    /** A backup was made, before anything ran or was restored. */
    default void backedUp(Backup backup, Duration duration) {}

    /** Another process that runs the same migrations has made this backup, so none is made now. */
    default void backupFound(Backup backup) {}

    /** The transaction of {@code migration} has begun. */
    default void started(PlannedMigration migration) {}

    /**
     * A step is about to be executed.
     *
     * @param what the statement, or the description of JDBC work
     * @param operation the number of the operation that it belongs to, from 1 to {@code operations}
     */
    default void step(PlannedMigration migration, String what, int operation, int operations) {}

    /**
     * Rows of a long step are through; called now and then.
     *
     * @param table whose rows
     * @param left how long the rest will take if it goes on like this
     */
    default void progress(PlannedMigration migration, String table, long done, long total, Duration left) {}

    /** Which way a change takes and why, or what was kept; one line. */
    default void noted(PlannedMigration migration, String line) {}

    /** What the user should look after; one line, also in the warnings of the report. */
    default void warned(PlannedMigration migration, String line) {}

    /** {@code migration} is committed. */
    default void finished(PlannedMigration migration, Duration duration) {}

    /** {@code migration} failed and was rolled back. */
    default void failed(PlannedMigration migration) {}
}
