package dev.mhc.migrations.operation;

/**
 * Drops an index by its name.
 *
 * @param index its name
 * @param concurrently whether PostgreSQL waits for its users and blocks none of them; SQLite has no such way and ignores
 *     it
 */
public record DropIndex(String index, boolean concurrently) implements Operation {

    /** In the ordinary way. */
    public DropIndex(String index) {
        this(index, false);
    }

    @Override
    public String describe() {
        return "drop index " + index;
    }
}
