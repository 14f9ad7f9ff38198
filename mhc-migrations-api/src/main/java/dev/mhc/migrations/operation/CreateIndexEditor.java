package dev.mhc.migrations.operation;

/** Says more of an index. */
public interface CreateIndexEditor {

    /** Indexes one more part: what {@code sql} makes of a row, {@code lower(email)} for example. */
    CreateIndexEditor expression(String sql);

    /** Indexes one more column, in descending order. */
    CreateIndexEditor descending(String column);

    /** No two rows may have the same key. */
    CreateIndexEditor unique();

    /** Only rows that satisfy {@code condition} (SQL) are indexed. */
    CreateIndexEditor where(String condition);

    /** PostgreSQL builds the index without blocking writers; SQLite has no such way and builds it as always. */
    CreateIndexEditor concurrently();
}
