package dev.mhc.migrations.operation;

import dev.mhc.migrations.error.ErrorCode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Turns what a migration says to its editors into operations. */
public final class OperationRecorder implements SchemaEditor {

    private final List<Supplier<Operation>> recorded = new ArrayList<>();

    private OperationRecorder() {}

    /**
     * Calls {@code migration} with an editor and returns what it recorded, in order.
     *
     * @throws dev.mhc.migrations.error.MigrationException if something recorded makes no sense; whatever
     *     {@code migration} itself throws passes through
     */
    public static List<Operation> record(Consumer<? super SchemaEditor> migration) {
        OperationRecorder recorder = new OperationRecorder();
        migration.accept(recorder);
        return recorder.recorded.stream().map(Supplier::get).toList();
    }

    @Override
    public void createTable(String name, Consumer<? super CreateTableEditor> definition) {
        TableRecorder table = new TableRecorder(name);
        definition.accept(table);
        recorded.add(table::toOperation);
    }

    @Override
    public void dropTable(String name) {
        recorded.add(() -> new DropTable(name));
    }

    @Override
    public void renameTable(String from, String to) {
        recorded.add(() -> new RenameTable(from, to));
    }

    @Override
    public void alterTable(String name, Consumer<? super AlterTableEditor> changes) {
        TableChangeRecorder table = new TableChangeRecorder(name);
        changes.accept(table);
        recorded.add(table::toOperation);
    }

    @Override
    public IndexTarget createIndex(String name) {
        IndexRecorder index = new IndexRecorder(name);
        recorded.add(index::toOperation);
        return index;
    }

    @Override
    public DropIndexEditor dropIndex(String name) {
        DropIndexRecorder drop = new DropIndexRecorder(name);
        recorded.add(drop::toOperation);
        return drop;
    }

    @Override
    public void createView(String name, String query) {
        createView(name, Sql.both(query));
    }

    @Override
    public void createView(String name, Sql query) {
        recorded.add(() -> new CreateView(name, query));
    }

    @Override
    public void dropView(String name) {
        recorded.add(() -> new DropView(name));
    }

    @Override
    public void sql(String sql) {
        sql(Sql.both(sql));
    }

    @Override
    public void sql(Sql sql) {
        recorded.add(() -> new ExecuteSql(sql));
    }

    @Override
    public void run(String description, JdbcWork work) {
        if (description.isBlank()) {
            throw ErrorCode.BAD_DEFINITION.with("JDBC work", "its description is blank; say what it does");
        }
        recorded.add(() -> new RunCode(description, work));
    }

    @Override
    public BackfillTarget backfill(String table) {
        BackfillRecorder backfill = new BackfillRecorder(table);
        recorded.add(backfill::toOperation);
        return backfill;
    }
}
