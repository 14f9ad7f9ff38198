package dev.mhc.migrations.schema;

import java.math.BigDecimal;

/** What a database stores in a column that an INSERT leaves out. */
public sealed interface DefaultValue {

    /** A constant text. */
    record Text(String value) implements DefaultValue {}

    /** A constant number. */
    record Numeric(BigDecimal value) implements DefaultValue {}

    /** True or false. */
    record Bool(boolean value) implements DefaultValue {}

    /** The time of the statement, in the format in which this column's database keeps times. */
    record Now() implements DefaultValue {}

    /** An expression in SQL, as a database or an annotation spells it. */
    record Expression(String sql) implements DefaultValue {}
}
