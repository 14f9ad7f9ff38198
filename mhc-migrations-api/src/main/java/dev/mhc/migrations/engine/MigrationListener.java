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

    /** {@code migration} is committed. */
    default void finished(PlannedMigration migration, Duration duration) {}

    /** {@code migration} failed and was rolled back. */
    default void failed(PlannedMigration migration) {}
}
