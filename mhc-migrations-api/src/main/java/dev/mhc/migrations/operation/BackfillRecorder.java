package dev.mhc.migrations.operation;

import dev.mhc.migrations.error.ErrorCode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Records one {@link Backfill}. */
final class BackfillRecorder implements BackfillTarget, BackfillEditor {

    private static final int USUAL_ROWS = 10_000;

    private final String table;
    private final List<Backfill.Assignment> assignments = new ArrayList<>();
    private Optional<String> where = Optional.empty();
    private int batchRows = USUAL_ROWS;

    BackfillRecorder(String table) {
        this.table = table;
    }

    @Override
    public BackfillEditor set(String column, String expression) {
        assignments.add(new Backfill.Assignment(column, expression));
        return this;
    }

    @Override
    public BackfillEditor where(String condition) {
        where = Optional.of(condition);
        return this;
    }

    @Override
    public BackfillEditor batchRows(int rows) {
        batchRows = rows;
        return this;
    }

    Operation toOperation() {
        require(!table.isBlank(), "the name of its table is blank");
        require(!assignments.isEmpty(), "it does not say what it sets; add .set(\"column\", \"expression\")");
        Set<String> columns = new HashSet<>();
        for (Backfill.Assignment it : assignments) {
            require(!it.column().isBlank(), "the name of a column that it sets is blank");
            require(!it.expression().isBlank(), "the expression of column " + it.column() + " is blank");
            require(columns.add(it.column().toLowerCase(Locale.ROOT)), "it sets column " + it.column() + " twice");
        }
        require(where.filter(String::isBlank).isEmpty(), "its condition is blank; leave it out to change all rows");
        require(batchRows > 0, "a batch of " + batchRows + " rows gets nowhere; give it at least one");
        return new Backfill(table, assignments, where, batchRows);
    }

    private void require(boolean condition, String otherwise) {
        if (!condition) {
            throw ErrorCode.BAD_DEFINITION.with("Backfill of table " + table, otherwise);
        }
    }
}
