package dev.mhc.migrations.operation;

import java.util.List;
import java.util.Optional;

/**
 * Computes columns of the rows that are there, in batches that are committed one by one.
 *
 * @param table whose rows
 * @param assignments what each row gets, at least one
 * @param where which rows change (SQL); empty for all
 * @param batchRows how many rows one batch looks at, at most
 */
public record Backfill(String table, List<Assignment> assignments, Optional<String> where, int batchRows)
        implements Operation {

    /**
     * What one column gets.
     *
     * @param column which
     * @param expression SQL over the row as it was before
     */
    public record Assignment(String column, String expression) {}

    public Backfill {
        assignments = List.copyOf(assignments);
    }

    @Override
    public String describe() {
        return "backfill " + table;
    }
}
