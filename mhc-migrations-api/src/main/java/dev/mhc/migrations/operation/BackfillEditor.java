package dev.mhc.migrations.operation;

/** Says more of a backfill. */
public interface BackfillEditor {

    /** Sets one more column; its expression, too, sees the row as it was before. */
    BackfillEditor set(String column, String expression);

    /** Only rows that satisfy {@code condition} (SQL) change. */
    BackfillEditor where(String condition);

    /** How many rows one batch looks at, and one transaction locks, at most; 10,000 unless said. */
    BackfillEditor batchRows(int rows);
}
