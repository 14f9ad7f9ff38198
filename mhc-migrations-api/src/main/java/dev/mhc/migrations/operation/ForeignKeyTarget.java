package dev.mhc.migrations.operation;

/** A foreign key that does not yet say what it references. */
public interface ForeignKeyTarget {

    /** References these columns of a table, one for each column of the foreign key. */
    ForeignKeyEditor references(String table, String... columns);
}
