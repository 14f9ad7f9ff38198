package dev.mhc.migrations.operation;

/** A backfill that does not yet say what it sets. */
public interface BackfillTarget {

    /** Each row's {@code column} becomes {@code expression}: SQL over the row as it was before. */
    BackfillEditor set(String column, String expression);
}
