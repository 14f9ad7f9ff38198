package dev.mhc.migrations.engine;

/** What to do when the database has migrations that are newer than all that this build knows. */
public enum UnknownNewer {
    /** Warn and go on, as an old instance must during a rolling deploy. */
    WARN,
    /** Stop before anything runs. */
    REFUSE
}
