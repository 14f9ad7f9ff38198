package dev.mhc.migrations.schema;

import dev.mhc.migrations.error.ErrorCode;
import java.util.List;
import java.util.Optional;

/**
 * A foreign key.
 *
 * @param name of the constraint, where it has one
 * @param columns the referencing columns, in order
 * @param referencedTable the table referenced
 * @param referencedColumns the columns referenced, one for each of {@code columns}
 * @param onDelete what a delete of the referenced row does
 * @param onUpdate what a change of the referenced key does
 * @param deferrable whether the check waits for COMMIT ({@code DEFERRABLE INITIALLY DEFERRED})
 * @param traits what not every database knows
 */
public record ForeignKey(
        Optional<String> name,
        List<String> columns,
        String referencedTable,
        List<String> referencedColumns,
        ReferentialAction onDelete,
        ReferentialAction onUpdate,
        boolean deferrable,
        Traits traits) {

    /**
     * What not every database knows of a foreign key.
     *
     * @param matchFull whether columns of which some are NULL are refused, and not left unchecked
     * @param setColumns the columns that {@code SET NULL} or {@code SET DEFAULT} changes on a delete; empty for all
     * @param validated whether the rows that were there before it have been checked
     */
    public record Traits(boolean matchFull, List<String> setColumns, boolean validated) {

        /** A foreign key that holds for all rows and all of its columns. */
        public static final Traits NONE = new Traits(false, List.of(), true);

        public Traits {
            setColumns = List.copyOf(setColumns);
        }
    }

    public ForeignKey {
        Names.require("Referenced table", referencedTable);
        columns = Names.requireColumns("Foreign key", columns);
        referencedColumns = Names.requireColumns("Foreign key to " + referencedTable, referencedColumns);
        if (columns.size() != referencedColumns.size()) {
            throw ErrorCode.BAD_DEFINITION.with(
                    "Foreign key " + columns + " to " + referencedTable + referencedColumns,
                    "both sides must have the same number of columns");
        }
    }

    /** A foreign key that every database knows. */
    public ForeignKey(
            Optional<String> name,
            List<String> columns,
            String referencedTable,
            List<String> referencedColumns,
            ReferentialAction onDelete,
            ReferentialAction onUpdate,
            boolean deferrable) {
        this(name, columns, referencedTable, referencedColumns, onDelete, onUpdate, deferrable, Traits.NONE);
    }

    /** A foreign key of one column, without actions. */
    public static ForeignKey of(String column, String referencedTable, String referencedColumn) {
        return of(List.of(column), referencedTable, List.of(referencedColumn));
    }

    /** A key of several columns, each referencing the one at the same place, that does nothing by itself. */
    public static ForeignKey of(List<String> columns, String referencedTable, List<String> referencedColumns) {
        return new ForeignKey(
                Optional.empty(),
                columns,
                referencedTable,
                referencedColumns,
                ReferentialAction.NO_ACTION,
                ReferentialAction.NO_ACTION,
                false);
    }

    /** The same foreign key with a name. */
    public ForeignKey named(String constraintName) {
        return new ForeignKey(
                Optional.of(constraintName),
                columns,
                referencedTable,
                referencedColumns,
                onDelete,
                onUpdate,
                deferrable,
                traits);
    }

    /** The same foreign key with what a delete of the referenced row does. */
    public ForeignKey onDelete(ReferentialAction action) {
        return new ForeignKey(name, columns, referencedTable, referencedColumns, action, onUpdate, deferrable, traits);
    }
}
