package dev.mhc.migrations.operation;

import dev.mhc.migrations.error.ErrorCode;
import dev.mhc.migrations.schema.Table;

/**
 * Creates a table with its columns, keys and checks. Indexes are operations of their own.
 *
 * @param table the new table, at least one column, no indexes
 */
public record CreateTable(Table table) implements Operation {

    public CreateTable {
        if (table.name().isBlank()) {
            throw ErrorCode.BAD_IDENTIFIER.with("Table name \"" + table.name() + "\"", "it is blank");
        }
        if (table.columns().isEmpty()) {
            throw ErrorCode.BAD_DEFINITION.with("Table " + table.name(), "it has no columns");
        }
        if (!table.indexes().isEmpty()) {
            throw ErrorCode.BAD_DEFINITION.with("Table " + table.name(), "its indexes are operations of their own");
        }
    }

    @Override
    public String describe() {
        return "create table " + table.name();
    }
}
