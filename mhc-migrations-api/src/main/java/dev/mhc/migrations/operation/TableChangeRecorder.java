package dev.mhc.migrations.operation;

import dev.mhc.migrations.error.ErrorCode;
import dev.mhc.migrations.schema.ColumnType;
import dev.mhc.migrations.schema.UniqueKey;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Records one {@link AlterTable}. */
final class TableChangeRecorder implements AlterTableEditor {

    private final String table;
    private final List<Supplier<TableChange>> changes = new ArrayList<>();

    TableChangeRecorder(String table) {
        this.table = table;
    }

    @Override
    public NewColumnEditor addColumn(String name, ColumnType type) {
        ColumnRecorder column = new ColumnRecorder(name, type);
        changes.add(() -> added(column));
        return column;
    }

    private TableChange added(ColumnRecorder column) {
        if (column.isPrimaryKey()) {
            throw ErrorCode.BAD_DEFINITION.with(
                    "New column " + table + "." + column.column().name(),
                    "a table's key is changed with primaryKey(…) in the same alterTable");
        }
        return new TableChange.AddColumn(column.column(), column.foreignKey(), column.isUnique());
    }

    @Override
    public AlteredColumnEditor alterColumn(String name) {
        AlteredColumnRecorder column = new AlteredColumnRecorder(table, name);
        changes.add(column::toChange);
        return column;
    }

    @Override
    public void dropColumn(String name) {
        changes.add(() -> new TableChange.DropColumn(name));
    }

    @Override
    public void renameColumn(String from, String to) {
        changes.add(() -> new TableChange.RenameColumn(from, to));
    }

    @Override
    public void primaryKey(String... columns) {
        changes.add(() -> new TableChange.SetPrimaryKey(List.of(columns)));
    }

    @Override
    public AddedForeignKeyTarget addForeignKey(String... columns) {
        ForeignKeyRecorder foreignKey = new ForeignKeyRecorder(columns);
        changes.add(() -> new TableChange.AddForeignKey(foreignKey.toForeignKey(), foreignKey.isNotValid()));
        return foreignKey;
    }

    @Override
    public void validateForeignKey(String... columns) {
        changes.add(() -> new TableChange.ValidateForeignKey(List.of(columns)));
    }

    @Override
    public void dropForeignKey(String... columns) {
        changes.add(() -> new TableChange.DropForeignKey(List.of(columns)));
    }

    @Override
    public void addUnique(String... columns) {
        changes.add(() -> new TableChange.AddUnique(UniqueKey.of(columns)));
    }

    @Override
    public void dropUnique(String... columns) {
        changes.add(() -> new TableChange.DropUnique(List.of(columns)));
    }

    @Override
    public CheckEditor addCheck(String name, String condition) {
        CheckRecorder check = new CheckRecorder(name, condition);
        changes.add(check::toChange);
        return check;
    }

    @Override
    public void validateCheck(String name) {
        changes.add(() -> new TableChange.ValidateCheck(name));
    }

    @Override
    public void dropCheck(String name) {
        changes.add(() -> new TableChange.DropCheck(name));
    }

    Operation toOperation() {
        return new AlterTable(table, changes.stream().map(Supplier::get).toList());
    }
}
