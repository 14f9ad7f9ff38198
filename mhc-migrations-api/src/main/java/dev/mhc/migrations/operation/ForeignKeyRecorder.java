package dev.mhc.migrations.operation;

import dev.mhc.migrations.error.ErrorCode;
import dev.mhc.migrations.schema.ForeignKey;
import dev.mhc.migrations.schema.ReferentialAction;
import java.util.List;
import java.util.Optional;

/** Records one foreign key. */
final class ForeignKeyRecorder implements AddedForeignKeyTarget, AddedForeignKeyEditor {

    private final List<String> columns;
    private Optional<String> referencedTable = Optional.empty();
    private List<String> referencedColumns = List.of();
    private ReferentialAction onDelete = ReferentialAction.NO_ACTION;
    private ReferentialAction onUpdate = ReferentialAction.NO_ACTION;
    private boolean deferrable;
    private boolean notValid;

    ForeignKeyRecorder(String... columns) {
        this.columns = List.of(columns);
    }

    @Override
    public AddedForeignKeyEditor references(String table, String... targetColumns) {
        referencedTable = Optional.of(table);
        referencedColumns = List.of(targetColumns);
        return this;
    }

    @Override
    public AddedForeignKeyEditor onDelete(ReferentialAction action) {
        onDelete = action;
        return this;
    }

    @Override
    public AddedForeignKeyEditor onUpdate(ReferentialAction action) {
        onUpdate = action;
        return this;
    }

    @Override
    public AddedForeignKeyEditor deferrable() {
        deferrable = true;
        return this;
    }

    @Override
    public AddedForeignKeyEditor notValid() {
        notValid = true;
        return this;
    }

    boolean isNotValid() {
        return notValid;
    }

    ForeignKey toForeignKey() {
        String table = referencedTable.orElseThrow(() -> ErrorCode.BAD_DEFINITION.with(
                "Foreign key " + columns,
                "it does not say what it references; add .references(\"table\", \"column\")"));
        return new ForeignKey(Optional.empty(), columns, table, referencedColumns, onDelete, onUpdate, deferrable);
    }
}
