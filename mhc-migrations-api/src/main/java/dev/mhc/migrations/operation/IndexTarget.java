package dev.mhc.migrations.operation;

/** An index that does not yet say what it indexes. */
public interface IndexTarget {

    /** Indexes these columns of a table, in this order; none if only expressions follow. */
    CreateIndexEditor on(String table, String... columns);
}
