package dev.mhc.migrations.operation;

import dev.mhc.migrations.error.ErrorCode;
import dev.mhc.migrations.schema.ColumnType;
import dev.mhc.migrations.schema.DefaultValue;
import java.util.Optional;

/** Records one {@link TableChange.AlterColumn}. */
final class AlteredColumnRecorder implements AlteredColumnEditor {

    private final String table;
    private final String column;
    private Optional<ColumnType> type = Optional.empty();
    private Optional<String> using = Optional.empty();
    private Optional<Boolean> nullable = Optional.empty();
    private Optional<String> fillNulls = Optional.empty();
    private Optional<TableChange.DefaultChange> newDefault = Optional.empty();

    AlteredColumnRecorder(String table, String column) {
        this.table = table;
        this.column = column;
    }

    @Override
    public AlteredColumnEditor type(ColumnType newType) {
        type = Optional.of(newType);
        return this;
    }

    @Override
    public AlteredColumnEditor using(String sql) {
        using = Optional.of(sql);
        return this;
    }

    @Override
    public AlteredColumnEditor notNull() {
        nullable = Optional.of(false);
        return this;
    }

    @Override
    public AlteredColumnEditor fillNulls(String sql) {
        fillNulls = Optional.of(sql);
        return this;
    }

    @Override
    public AlteredColumnEditor nullable() {
        nullable = Optional.of(true);
        return this;
    }

    @Override
    public AlteredColumnEditor defaultTo(DefaultValue value) {
        newDefault = Optional.of(new TableChange.DefaultChange(Optional.of(value)));
        return this;
    }

    @Override
    public AlteredColumnEditor dropDefault() {
        newDefault = Optional.of(new TableChange.DefaultChange(Optional.empty()));
        return this;
    }

    TableChange toChange() {
        if (type.isEmpty() && nullable.isEmpty() && newDefault.isEmpty() && fillNulls.isEmpty() && using.isEmpty()) {
            throw ErrorCode.BAD_DEFINITION.with(
                    "Change of column " + table + "." + column, "it does not say what changes");
        }
        if (fillNulls.isPresent() && nullable.orElse(true)) {
            throw ErrorCode.BAD_DEFINITION.with(
                    "Change of column " + table + "." + column, "fillNulls(…) goes with notNull()");
        }
        if (using.isPresent() && type.isEmpty()) {
            throw ErrorCode.BAD_DEFINITION.with(
                    "Change of column " + table + "." + column, "using(…) goes with type(…)");
        }
        return new TableChange.AlterColumn(column, type, using, nullable, fillNulls, newDefault);
    }
}
