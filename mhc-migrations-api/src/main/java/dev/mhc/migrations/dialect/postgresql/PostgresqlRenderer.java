package dev.mhc.migrations.dialect.postgresql;

import static dev.mhc.migrations.dialect.postgresql.PostgresqlNames.identifier;

import dev.mhc.migrations.dialect.SqlSplitter;
import dev.mhc.migrations.dialect.Step;
import dev.mhc.migrations.dialect.TransactionWords;
import dev.mhc.migrations.error.ErrorCode;
import dev.mhc.migrations.operation.AlterTable;
import dev.mhc.migrations.operation.Backfill;
import dev.mhc.migrations.operation.CreateIndex;
import dev.mhc.migrations.operation.CreateTable;
import dev.mhc.migrations.operation.DropIndex;
import dev.mhc.migrations.operation.DropTable;
import dev.mhc.migrations.operation.ExecuteSql;
import dev.mhc.migrations.operation.Operation;
import dev.mhc.migrations.operation.RenameTable;
import dev.mhc.migrations.operation.RunCode;
import dev.mhc.migrations.operation.Sql;
import dev.mhc.migrations.schema.Schema;
import dev.mhc.migrations.schema.Table;
import java.util.List;
import java.util.Set;

/**
 * Turns operations into steps. PostgreSQL checks names and rows itself and takes a failed transaction back whole, so
 * only a change of a table looks at it before: constraints are named by their columns, and it wants their names.
 */
final class PostgresqlRenderer {

    private PostgresqlRenderer() {}

    static Set<String> reads(Operation operation) {
        return operation instanceof AlterTable alter ? Set.of(alter.table()) : Set.of();
    }

    static List<Step> render(Operation operation, Schema before) {
        if (operation instanceof CreateTable create) {
            return statement(PostgresqlDdl.createTable(create.table()));
        }
        if (operation instanceof DropTable drop) {
            return statement("DROP TABLE " + identifier(drop.table()));
        }
        if (operation instanceof RenameTable rename) {
            return statement("ALTER TABLE " + identifier(rename.from()) + " RENAME TO " + identifier(rename.to()));
        }
        if (operation instanceof AlterTable alter) {
            return PostgresqlAlter.render(alter, existing(alter, before));
        }
        if (operation instanceof CreateIndex create) {
            return statement(PostgresqlDdl.createIndex(create.table(), create.index(), create.concurrently()));
        }
        if (operation instanceof DropIndex drop) {
            return statement("DROP INDEX " + identifier(drop.index()));
        }
        if (operation instanceof ExecuteSql execute) {
            return execute(execute.sql());
        }
        if (operation instanceof RunCode run) {
            return List.of(new Step.Work(run.description(), run.work()));
        }
        if (operation instanceof Backfill) {
            throw ErrorCode.POSTGRESQL_NOT_APPLIED.with();
        }
        throw new IllegalStateException("Unknown operation: " + operation);
    }

    private static List<Step> statement(String sql) {
        return List.of(Step.Statement.of(sql));
    }

    private static List<Step> execute(Sql sql) {
        List<String> statements = sql.postgresql().map(SqlSplitter::split).orElse(List.of());
        statements.forEach(TransactionWords::refuse);
        return statements.stream().<Step>map(Step.Statement::of).toList();
    }

    private static Table existing(AlterTable alter, Schema before) {
        return before.tables().stream()
                .filter(table -> table.name().equals(alter.table()))
                .findFirst()
                .orElseThrow(() -> ErrorCode.NO_SUCH_TABLE.with(
                        alter.describe(), alter.table(), " Check the name, and that an earlier migration creates it."));
    }
}
