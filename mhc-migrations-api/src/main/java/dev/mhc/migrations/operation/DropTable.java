package dev.mhc.migrations.operation;

/** Drops a table with its rows, indexes and triggers. */
public record DropTable(String table) implements Operation {

    @Override
    public String describe() {
        return "drop table " + table;
    }
}
