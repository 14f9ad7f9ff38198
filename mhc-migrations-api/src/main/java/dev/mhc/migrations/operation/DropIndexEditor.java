package dev.mhc.migrations.operation;

/** Says more of the drop of an index. */
public interface DropIndexEditor {

    /** PostgreSQL drops the index without blocking anybody; SQLite has no such way and drops it as always. */
    DropIndexEditor concurrently();
}
