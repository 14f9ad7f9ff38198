package dev.mhc.migrations.benchmarks;

import dev.mhc.migrations.dialect.Dialect;
import dev.mhc.migrations.dialect.Step;
import dev.mhc.migrations.operation.AlterTable;
import dev.mhc.migrations.operation.CreateIndex;
import dev.mhc.migrations.operation.CreateTable;
import dev.mhc.migrations.operation.Operation;
import dev.mhc.migrations.operation.TableChange;
import dev.mhc.migrations.schema.ForeignKey;
import dev.mhc.migrations.schema.Schema;
import dev.mhc.migrations.schema.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;

/** Puts the tables of a schema into an empty database. */
final class ModelDatabase {

    private final Schema schema;
    private final Dialect dialect;

    ModelDatabase(Schema schema, Dialect dialect) {
        this.schema = schema;
        this.dialect = dialect;
    }

    /**
     * Creates the tables.
     *
     * @param keysLast whether the database has to know a table before another references it
     */
    void create(DataSource source, boolean keysLast) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (Table table : schema.tables()) {
                execute(new CreateTable(bare(table, keysLast ? List.of() : table.foreignKeys())), statement);
            }
            for (Table table : schema.tables()) {
                if (keysLast && !table.foreignKeys().isEmpty()) {
                    execute(new AlterTable(table.name(), keys(table)), statement);
                }
                for (var index : table.indexes()) {
                    execute(new CreateIndex(table.name(), index, false), statement);
                }
            }
            connection.commit();
        }
    }

    private void execute(Operation operation, Statement statement) throws SQLException {
        Schema before = operation instanceof CreateTable ? Schema.EMPTY : schema;
        for (Step step : dialect.render(operation, before)) {
            if (step instanceof Step.Statement sql) {
                statement.execute(sql.sql());
            }
        }
    }

    private static Table bare(Table table, List<ForeignKey> keys) {
        return new Table(
                table.name(), table.columns(), table.primaryKey(), keys, table.uniqueKeys(), table.checks(), List.of());
    }

    private static List<TableChange> keys(Table table) {
        return table.foreignKeys().stream()
                .<TableChange>map(TableChange.AddForeignKey::new)
                .toList();
    }
}
