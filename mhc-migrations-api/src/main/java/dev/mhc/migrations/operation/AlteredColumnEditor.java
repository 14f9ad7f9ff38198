package dev.mhc.migrations.operation;

import dev.mhc.migrations.schema.ColumnType;
import java.math.BigDecimal;

/** Says what changes of an existing column. What is not said stays. */
public interface AlteredColumnEditor {

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

    /** The value stored when an INSERT leaves the column out; existing rows stay. */
    AlteredColumnEditor defaultValue(boolean value);

    /** The value stored when an INSERT leaves the column out; existing rows stay. */
    AlteredColumnEditor defaultValue(long value);

    /** The value stored when an INSERT leaves the column out; existing rows stay. */
    AlteredColumnEditor defaultValue(double value);

    /** The value stored when an INSERT leaves the column out; existing rows stay. */
    AlteredColumnEditor defaultValue(BigDecimal value);

    /** The value stored when an INSERT leaves the column out; existing rows stay. */
    AlteredColumnEditor defaultValue(String value);

    /** The time of the INSERT, in UTC, in the one format that the database keeps times in. */
    AlteredColumnEditor defaultNow();

    /** An SQL expression that both databases understand. */
    AlteredColumnEditor defaultExpression(String sql);

    /** An INSERT that leaves the column out stores NULL from now on. */
    AlteredColumnEditor dropDefault();
}
