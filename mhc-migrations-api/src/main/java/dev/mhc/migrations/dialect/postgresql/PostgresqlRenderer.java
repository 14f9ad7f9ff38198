package dev.mhc.migrations.dialect.postgresql;

import static dev.mhc.migrations.dialect.postgresql.PostgresqlNames.identifier;
import static dev.mhc.migrations.dialect.postgresql.PostgresqlNames.table;

import dev.mhc.migrations.dialect.SqlExpression;
import dev.mhc.migrations.dialect.SqlSplitter;
import dev.mhc.migrations.dialect.Step;
import dev.mhc.migrations.dialect.TransactionWords;
import dev.mhc.migrations.error.ErrorCode;
import dev.mhc.migrations.operation.AlterTable;
import dev.mhc.migrations.operation.Backfill;
import dev.mhc.migrations.operation.CreateIndex;
import dev.mhc.migrations.operation.CreateTable;
import dev.mhc.migrations.operation.CreateView;
import dev.mhc.migrations.operation.DropIndex;
import dev.mhc.migrations.operation.DropTable;
import dev.mhc.migrations.operation.DropView;
import dev.mhc.migrations.operation.ExecuteSql;
import dev.mhc.migrations.operation.Operation;
import dev.mhc.migrations.operation.RenameTable;
import dev.mhc.migrations.operation.RunCode;
import dev.mhc.migrations.operation.Sql;
import dev.mhc.migrations.schema.Column;
import dev.mhc.migrations.schema.Schema;
import dev.mhc.migrations.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Turns operations into steps. PostgreSQL checks names and rows itself and takes a failed transaction back whole, so
 * only a change of a table looks at it before: constraints are named by their columns, and it wants their names.
 */
final class PostgresqlRenderer {

    private PostgresqlRenderer() {}

    static Set<String> reads(Operation operation) {
        if (operation instanceof Backfill backfill) {
            return Set.of(backfill.table());
        }
        return operation instanceof AlterTable alter ? Set.of(alter.table()) : Set.of();
    }

    static List<Step> render(Operation operation, Schema before) {
        if (operation instanceof CreateTable create) {
            return statement(PostgresqlDdl.createTable(create.table()));
        }
        if (operation instanceof DropTable drop) {
            return statement("DROP TABLE " + table(drop.table()));
        }
        if (operation instanceof RenameTable rename) {
            return rename(rename);
        }
        if (operation instanceof AlterTable alter) {
            return PostgresqlAlter.render(alter, existing(alter.table(), alter, before));
        }
        if (operation instanceof CreateIndex create) {
            return statement(PostgresqlDdl.createIndex(create.table(), create.index(), create.concurrently()));
        }
        if (operation instanceof DropIndex drop) {
            return statement("DROP INDEX " + (drop.concurrently() ? "CONCURRENTLY " : "") + table(drop.index()));
        }
        if (operation instanceof ExecuteSql execute) {
            return execute(execute.sql());
        }
        if (operation instanceof RunCode run) {
            return List.of(new Step.Work(run.description(), run.work()));
        }
        if (operation instanceof CreateView create) {
            return statement("CREATE VIEW " + table(create.view()) + " AS "
                    + SqlExpression.query(create.query().postgresql().orElse(""), "View " + create.view()));
        }
        if (operation instanceof DropView drop) {
            return statement("DROP VIEW " + table(drop.view()));
        }
        if (operation instanceof Backfill backfill) {
            return backfill(backfill, existing(backfill.table(), backfill, before));
        }
        throw new IllegalStateException("Unknown operation: " + operation);
    }

    static Schema foresee(Operation operation, Schema before) {
        List<Table> tables = new ArrayList<>(before.tables());
        if (operation instanceof CreateTable create) {
            tables.add(new TableState(create.table()).table());
        } else if (operation instanceof DropTable drop) {
            tables.removeIf(it -> it.name().equals(drop.table()));
        } else if (operation instanceof RenameTable rename) {
            tables.replaceAll(it -> it.name().equals(rename.from()) ? renamed(it, rename.to()) : it);
        } else if (operation instanceof AlterTable alter) {
            tables.replaceAll(it -> it.name().equals(alter.table()) ? PostgresqlAlter.foresee(alter, it) : it);
        }
        return new Schema(tables);
    }

    private static Table renamed(Table table, String name) {
        return new Table(
                name,
                table.columns(),
                table.primaryKey(),
                table.foreignKeys(),
                table.uniqueKeys(),
                table.checks(),
                table.indexes());
    }

    private static List<Step> statement(String sql) {
        return List.of(Step.Statement.of(sql));
    }

    /** PostgreSQL wants the new name without its schema. */
    private static List<Step> rename(RenameTable rename) {
        Optional<String> schema = PostgresqlNames.schema(rename.to());
        if (!schema.equals(PostgresqlNames.schema(rename.from()))) {
            throw ErrorCode.OTHER_SCHEMA.with(rename.describe());
        }
        return statement(
                "ALTER TABLE " + table(rename.from()) + " RENAME TO " + identifier(PostgresqlNames.bare(rename.to())));
    }

    private static List<Step> backfill(Backfill backfill, Table live) {
        List<String> existing = live.columns().stream().map(Column::name).toList();
        for (Backfill.Assignment it : backfill.assignments()) {
            if (!existing.contains(it.column())) {
                throw ErrorCode.NO_SUCH_COLUMN.with(
                        backfill.describe(),
                        backfill.table(),
                        it.column(),
                        " There are: " + String.join("; ", existing) + ".");
            }
        }
        return List.of(new Step.Batches(backfill.table(), backfill.batchRows(), new BatchRanges(backfill)));
    }

    private static List<Step> execute(Sql sql) {
        List<String> statements = sql.postgresql().map(SqlSplitter::split).orElse(List.of());
        statements.forEach(TransactionWords::refuse);
        statements.forEach(SessionLocks::refuse);
        return statements.stream().<Step>map(Step.Statement::of).toList();
    }

    private static Table existing(String name, Operation operation, Schema before) {
        return before.tables().stream()
                .filter(table -> table.name().equals(name))
                .findFirst()
                .orElseThrow(() -> ErrorCode.NO_SUCH_TABLE.with(
                        operation.describe(), name, " Check the name, and that an earlier migration creates it."));
    }
}
