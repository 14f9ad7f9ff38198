package dev.mhc.migrations.operation;

import dev.mhc.migrations.error.ErrorCode;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Changes a table; at most one rebuild, whatever the number of changes.
 *
 * @param table the table as it is called before
 * @param changes in the order written, at least one
 */
public record AlterTable(String table, List<TableChange> changes) implements Operation {

    public AlterTable {
        changes = List.copyOf(changes);
        if (changes.isEmpty()) {
            throw ErrorCode.BAD_DEFINITION.with("Change of table " + table, "it changes nothing");
        }
    }

    @Override
    public String describe() {
        return changes.stream()
                .map(TableChange::describe)
                .collect(Collectors.joining(", ", "alter table " + table + ": ", ""));
    }
}
