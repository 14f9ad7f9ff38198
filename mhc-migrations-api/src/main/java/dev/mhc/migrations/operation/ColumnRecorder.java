package dev.mhc.migrations.operation;

import dev.mhc.migrations.error.ErrorCode;
import dev.mhc.migrations.schema.Column;
import dev.mhc.migrations.schema.ColumnType;
import dev.mhc.migrations.schema.DefaultValue;
import dev.mhc.migrations.schema.ForeignKey;
import dev.mhc.migrations.schema.ReferentialAction;
import java.util.Optional;

/** Records one new column. */
final class ColumnRecorder implements ReferencingColumnEditor {

    private Column column;
    private Optional<ForeignKeyRecorder> reference = Optional.empty();
    private boolean unique;
    private boolean primaryKey;

    ColumnRecorder(String name, ColumnType type) {
        if (name.isBlank()) {
            throw ErrorCode.BAD_IDENTIFIER.with("Column name \"" + name + "\"", "it is blank");
        }
        this.column = Column.of(name, type);
    }

    Column column() {
        return primaryKey ? column.notNull() : column;
    }

    Optional<ForeignKey> foreignKey() {
        return reference.map(ForeignKeyRecorder::toForeignKey);
    }

    boolean isUnique() {
        return unique;
    }

    boolean isPrimaryKey() {
        return primaryKey;
    }

    @Override
    public ColumnRecorder notNull() {
        column = column.notNull();
        return this;
    }

    @Override
    public ColumnRecorder defaultTo(DefaultValue value) {
        column = column.withDefault(value);
        return this;
    }

    @Override
    public ColumnRecorder unique() {
        unique = true;
        return this;
    }

    @Override
    public ColumnRecorder computedAs(String sql) {
        if (sql.isBlank()) {
            throw ErrorCode.BAD_DEFINITION.with("Column " + column.name(), "the expression it is computed as is blank");
        }
        column = column.computedAs(sql);
        return this;
    }

    @Override
    public ColumnRecorder primaryKey() {
        primaryKey = true;
        return this;
    }

    @Override
    public ReferencingColumnEditor references(String table, String referencedColumn) {
        ForeignKeyRecorder foreignKey = new ForeignKeyRecorder(column.name());
        foreignKey.references(table, referencedColumn);
        reference = Optional.of(foreignKey);
        return this;
    }

    @Override
    public ReferencingColumnEditor onDelete(ReferentialAction action) {
        reference.ifPresent(foreignKey -> foreignKey.onDelete(action));
        return this;
    }

    @Override
    public ReferencingColumnEditor onUpdate(ReferentialAction action) {
        reference.ifPresent(foreignKey -> foreignKey.onUpdate(action));
        return this;
    }

    @Override
    public ReferencingColumnEditor deferrable() {
        reference.ifPresent(ForeignKeyRecorder::deferrable);
        return this;
    }
}
