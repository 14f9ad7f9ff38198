package dev.mhc.migrations.operation;

/** Says more of an index. */
public interface CreateIndexEditor {

    /** No two rows may have the same key. */
    CreateIndexEditor unique();

    /** Only rows that satisfy {@code condition} (SQL) are indexed. */
    CreateIndexEditor where(String condition);

    /** PostgreSQL builds the index without blocking writers; SQLite has no such way and builds it as always. */
    CreateIndexEditor concurrently();
}
