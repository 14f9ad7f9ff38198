package dev.mhc.migrations.operation;

import dev.mhc.migrations.schema.DefaultValue;
import java.math.BigDecimal;

/**
 * Says what is stored when an INSERT leaves a column out. A new column stores it in the rows that exist, too; an altered
 * column leaves them alone.
 *
 * @param <E> the editor that goes on
 */
public interface ColumnDefaultEditor<E> {

    /** This value. */
    E defaultTo(DefaultValue value);

    /** True or false. */
    default E defaultValue(boolean value) {
        return defaultTo(new DefaultValue.Bool(value));
    }

    /** A whole number. */
    default E defaultValue(long value) {
        return defaultValue(BigDecimal.valueOf(value));
    }

    /** A number, as {@link BigDecimal#valueOf(double)} writes it. */
    default E defaultValue(double value) {
        return defaultValue(BigDecimal.valueOf(value));
    }

    /** A number. */
    default E defaultValue(BigDecimal value) {
        return defaultTo(new DefaultValue.Numeric(value));
    }

    /** A text. */
    default E defaultValue(String value) {
        return defaultTo(new DefaultValue.Text(value));
    }

    /** The time of the INSERT, in UTC, in the one format that the database keeps times in. */
    default E defaultNow() {
        return defaultTo(new DefaultValue.Now());
    }

    /** An SQL expression that both databases understand. */
    default E defaultExpression(String sql) {
        return defaultTo(new DefaultValue.Expression(sql));
    }
}
