package dev.mhc.migrations.operation;

import dev.mhc.migrations.schema.Index;

/**
 * Creates an index.
 *
 * @param table the table indexed
 * @param index what is indexed, and how
 * @param concurrently whether PostgreSQL builds it without blocking writers; SQLite has no such way and ignores it
 */
public record CreateIndex(String table, Index index, boolean concurrently) implements Operation {

    @Override
    public String describe() {
        return "create index " + index.name().orElse("") + " on " + table;
    }
}
