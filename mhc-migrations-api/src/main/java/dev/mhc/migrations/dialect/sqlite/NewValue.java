package dev.mhc.migrations.dialect.sqlite;

import static dev.mhc.migrations.dialect.SqlWriter.identifier;

import java.util.Optional;

/**
 * How a column of a rebuilt table gets its values.
 *
 * @param column its name
 * @param sql an expression over the old row
 * @param copied whether it is written; the default is taken otherwise
 * @param keeps whether the value is the one that the old column of this name has
 * @param computed whether the database computes it
 * @param conversion what a new type makes of the value
 */
record NewValue(
        String column, String sql, boolean copied, boolean keeps, boolean computed, Optional<Conversion> conversion) {

    /** The value that the column has already. */
    static NewValue kept(String column) {
        return new NewValue(column, identifier(column), true, true, false, Optional.empty());
    }

    static NewValue computed(String column) {
        return new NewValue(column, identifier(column), false, true, true, Optional.empty());
    }

    /** What rows that exist get in a new column. */
    static NewValue added(String column, Optional<String> value) {
        return new NewValue(column, value.orElse("NULL"), false, false, false, Optional.empty());
    }

    NewValue converted(String expression, Conversion to, boolean unchanged) {
        return new NewValue(column, expression, true, keeps && unchanged, false, Optional.of(to));
    }

    /** {@code other}, an expression in parentheses, in place of NULL. */
    NewValue filled(String other) {
        return new NewValue(column, "coalesce(" + sql + ", " + other + ")", true, false, false, conversion);
    }

    /** The value as it will be stored. */
    String stored() {
        return keeps ? sql : conversion.map(it -> it.stored(sql)).orElse(sql);
    }
}
