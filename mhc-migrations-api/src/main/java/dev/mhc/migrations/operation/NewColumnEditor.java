package dev.mhc.migrations.operation;

import java.math.BigDecimal;

/** Says more of a new column. */
public interface NewColumnEditor {

    /** The column refuses NULL. */
    NewColumnEditor notNull();

    /** The value stored when an INSERT leaves the column out, and in rows that exist. */
    NewColumnEditor defaultValue(boolean value);

    /** The value stored when an INSERT leaves the column out, and in rows that exist. */
    NewColumnEditor defaultValue(long value);

    /** The value stored when an INSERT leaves the column out, and in rows that exist. */
    NewColumnEditor defaultValue(double value);

    /** The value stored when an INSERT leaves the column out, and in rows that exist. */
    NewColumnEditor defaultValue(BigDecimal value);

    /** The value stored when an INSERT leaves the column out, and in rows that exist. */
    NewColumnEditor defaultValue(String value);

    /** The time of the INSERT, in UTC, in the one format that the database keeps times in. */
    NewColumnEditor defaultNow();

    /** An SQL expression that both databases understand. */
    NewColumnEditor defaultExpression(String sql);

    /** No two rows may have the same value. */
    NewColumnEditor unique();

    /** The column is the primary key by itself. */
    NewColumnEditor primaryKey();

    /** The column refers to a row of another table, or of its own. */
    ReferencingColumnEditor references(String table, String column);
}
