package dev.mhc.migrations.operation;

import dev.mhc.migrations.schema.ColumnType;

/** Says what changes of an existing column. What is not said stays. */
public interface AlteredColumnEditor extends ColumnDefaultEditor<AlteredColumnEditor> {

    /** The column stores this type from now on. */
    AlteredColumnEditor type(ColumnType type);

    /** An SQL expression over the old row that makes the new value. */
    AlteredColumnEditor using(String sql);

    /** The column refuses NULL from now on. */
    AlteredColumnEditor notNull();

    /** An SQL expression stored in place of every NULL, before the column refuses them. */
    AlteredColumnEditor fillNulls(String sql);

    /** The column accepts NULL from now on. */
    AlteredColumnEditor nullable();

    /** An INSERT that leaves the column out stores NULL from now on. */
    AlteredColumnEditor dropDefault();
}
