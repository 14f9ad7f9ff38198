package dev.mhc.migrations.dialect.postgresql;

import dev.mhc.migrations.dialect.SqlWriter;
import dev.mhc.migrations.error.ErrorCode;
import dev.mhc.migrations.schema.ColumnType;
import dev.mhc.migrations.schema.ColumnType.Kind;
import dev.mhc.migrations.schema.DefaultValue;

/** Defaults as DDL spells them. */
final class PostgresqlDefaults {

    private PostgresqlDefaults() {}

    static String sql(DefaultValue value, ColumnType type) {
        if (value instanceof DefaultValue.Text text) {
            return SqlWriter.literal(text.value());
        }
        if (value instanceof DefaultValue.Numeric number) {
            return type.kind() == Kind.BOOLEAN
                    ? String.valueOf(number.value().signum() != 0)
                    : number.value().toPlainString();
        }
        if (value instanceof DefaultValue.Bool bool) {
            return isNumber(type) ? (bool.value() ? "1" : "0") : String.valueOf(bool.value());
        }
        if (value instanceof DefaultValue.Now) {
            return now(type);
        }
        return "(" + ((DefaultValue.Expression) value).sql() + ")";
    }

    /** The session's time zone must not show in what is stored: times without zone are UTC. */
    private static String now(ColumnType type) {
        return switch (type.kind()) {
            case TIMESTAMP -> "(now() AT TIME ZONE 'UTC')";
            case DATE -> "(now() AT TIME ZONE 'UTC')::date";
            case TIME -> "(now() AT TIME ZONE 'UTC')::time";
            case TIMESTAMP_WITH_TIME_ZONE, DECLARED -> "now()";
            case TEXT, VARCHAR, CHAR -> "to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS.MS')";
            case BOOLEAN, SMALLINT, INTEGER, BIGINT, DECIMAL, REAL, DOUBLE, BINARY, CLOB, BLOB, UUID, JSON ->
                throw ErrorCode.BAD_DEFINITION.with(
                        "A default of the current time", "a column of type " + type + " stores no times");
        };
    }

    static boolean isNumber(ColumnType type) {
        return switch (type.kind()) {
            case SMALLINT, INTEGER, BIGINT, DECIMAL, REAL, DOUBLE -> true;
            default -> false;
        };
    }
}
