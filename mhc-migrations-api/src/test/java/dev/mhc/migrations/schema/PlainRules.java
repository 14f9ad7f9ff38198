package dev.mhc.migrations.schema;

import java.util.Locale;
import java.util.Optional;

/** The rules of a database in which every spelling but case matters. */
class PlainRules implements SchemaRules {

    @Override
    public String canonicalName(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    @Override
    public String canonicalType(ColumnType type) {
        return type.toString();
    }

    @Override
    public Optional<String> canonicalDefault(ColumnType type, Optional<DefaultValue> value) {
        return value.map(this::describe);
    }

    @Override
    public boolean isConstant(DefaultValue value) {
        return !(value instanceof DefaultValue.Now || value instanceof DefaultValue.Expression);
    }

    @Override
    public String describe(DefaultValue value) {
        if (value instanceof DefaultValue.Text text) {
            return "'" + text.value() + "'";
        }
        if (value instanceof DefaultValue.Numeric number) {
            return number.value().toPlainString();
        }
        if (value instanceof DefaultValue.Bool bool) {
            return String.valueOf(bool.value());
        }
        return value instanceof DefaultValue.Expression expression ? expression.sql() : "now";
    }
}
