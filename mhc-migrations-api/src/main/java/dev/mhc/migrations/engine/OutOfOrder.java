package dev.mhc.migrations.engine;

/** What to do with a pending migration that is older than one already applied, as a merge brings it. */
public enum OutOfOrder {
    /** Stop before anything runs, and list them. */
    REFUSE,
    /** Apply them. */
    APPLY
}
