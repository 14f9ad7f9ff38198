package dev.mhc.migrations.dialect.sqlite;

import static dev.mhc.migrations.dialect.SqlWriter.identifier;

import dev.mhc.migrations.dialect.Step;
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
import dev.mhc.migrations.operation.TableChange;
import dev.mhc.migrations.operation.TableChange.AddColumn;
import dev.mhc.migrations.operation.TableChange.AddForeignKey;
import dev.mhc.migrations.schema.Check;
import dev.mhc.migrations.schema.Column;
import dev.mhc.migrations.schema.ForeignKey;
import dev.mhc.migrations.schema.Index;
import dev.mhc.migrations.schema.Schema;
import dev.mhc.migrations.schema.Table;
import dev.mhc.migrations.schema.UniqueKey;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Turns operations into steps for one version of SQLite. */
final class SqliteRenderer {

    private final SqliteVersion version;

    SqliteRenderer(SqliteVersion version) {
        this.version = version;
    }

    /** The tables that an operation touches or refers to; SQL is not looked into. */
    static Set<String> reads(Operation operation) {
        Set<String> tables = new LinkedHashSet<>();
        if (operation instanceof CreateTable create) {
            tables.add(create.table().name());
            create.table().foreignKeys().forEach(key -> tables.add(key.referencedTable()));
        } else if (operation instanceof DropTable drop) {
            tables.add(drop.table());
        } else if (operation instanceof RenameTable rename) {
            tables.add(rename.from());
            tables.add(rename.to());
        } else if (operation instanceof AlterTable alter) {
            tables.add(alter.table());
            alter.changes().forEach(change -> referenced(change).ifPresent(tables::add));
        } else if (operation instanceof CreateIndex create) {
            tables.add(create.table());
        } else if (operation instanceof Backfill backfill) {
            tables.add(backfill.table());
        }
        return tables;
    }

    private static Optional<String> referenced(TableChange change) {
        if (change instanceof AddForeignKey add) {
            return Optional.of(add.foreignKey().referencedTable());
        }
        return change instanceof AddColumn add ? add.references().map(ForeignKey::referencedTable) : Optional.empty();
    }

    /** Whether the steps of {@code operation} may rebuild a table. */
    boolean mayRebuild(Operation operation) {
        NativeAlter rules = new NativeAlter(version);
        return operation instanceof AlterTable alter && alter.changes().stream().anyMatch(rules::mayNeedRebuild);
    }

    /** The same, where the table is known; one that an earlier operation makes is not. */
    boolean mayRebuild(Operation operation, Schema live) {
        if (!mayRebuild(operation) || !(operation instanceof AlterTable alter)) {
            return false;
        }
        return find(alter.table(), live)
                .map(table -> SqliteAlter.needsRebuild(alter, table, version))
                .orElse(true);
    }

    /** Renames of columns are operations of their own: SQLite itself does them, and the others see what came of it. */
    static List<Operation> divide(Operation operation) {
        if (operation instanceof AlterTable alter) {
            return List.copyOf(RenamesFirst.divide(alter));
        }
        return operation instanceof ExecuteSql execute ? List.copyOf(SqliteScript.divide(execute)) : List.of(operation);
    }

    List<Step> render(Operation operation, Schema before) {
        if (operation instanceof CreateTable create) {
            return createTable(create, before);
        }
        if (operation instanceof DropTable drop) {
            return dropTable(drop, before);
        }
        if (operation instanceof RenameTable rename) {
            return renameTable(rename, before);
        }
        if (operation instanceof AlterTable alter) {
            return SqliteAlter.render(alter, existing(alter.table(), operation, before), before, version);
        }
        if (operation instanceof CreateIndex create) {
            return createIndex(create, before);
        }
        if (operation instanceof DropIndex drop) {
            return InPlaceCheck.aroundIndex(
                    drop.index(), List.of(Step.Statement.of("DROP INDEX " + identifier(drop.index()))));
        }
        if (operation instanceof CreateView create) {
            return SqliteViews.create(create);
        }
        if (operation instanceof DropView drop) {
            return SqliteViews.drop(drop);
        }
        if (operation instanceof ExecuteSql execute) {
            return SqliteScript.render(execute.sql());
        }
        if (operation instanceof RunCode run) {
            return List.of(new Step.Work(run.description(), run.work()));
        }
        if (operation instanceof Backfill backfill) {
            return backfill(backfill, before);
        }
        throw new IllegalStateException("Unknown operation: " + operation);
    }

    private static List<Step> createTable(CreateTable create, Schema before) {
        Table table = create.table();
        if (find(table.name(), before).isPresent()) {
            throw ErrorCode.TABLE_EXISTS.with(create.describe(), table.name());
        }
        table.primaryKey().ifPresent(key -> requireColumns(key.columns(), table, create));
        for (UniqueKey key : table.uniqueKeys()) {
            requireColumns(key.columns(), table, create);
        }
        for (ForeignKey key : table.foreignKeys()) {
            requireColumns(key.columns(), table, create);
            boolean itself = TableState.same(key.referencedTable(), table.name());
            // The other table may come later: two tables may reference each other.
            Optional<Table> referenced = itself ? Optional.of(table) : find(key.referencedTable(), before);
            referenced.ifPresent(it -> requireColumns(key.referencedColumns(), it, create));
        }
        for (Check check : table.checks()) {
            requireText(check.expression(), "Check " + check.name().orElse("") + " of table " + table.name());
        }
        return List.of(Step.Statement.of(SqliteDdl.createTable(table)));
    }

    private static List<Step> dropTable(DropTable drop, Schema before) {
        String table = existing(drop.table(), drop, before).name();
        return List.of(
                SqliteProbes.references(
                        table,
                        "Table " + table + " cannot be dropped: foreign keys of other tables reference it, and SQLite"
                                + " would delete or change their rows as ON DELETE says. Drop those tables, or those"
                                + " columns, first."),
                Step.Statement.of("DROP TABLE " + identifier(table)));
    }

    private static List<Step> renameTable(RenameTable rename, Schema before) {
        String from = existing(rename.from(), rename, before).name();
        if (TableState.same(from, rename.to())) {
            // SQLite takes a name that differs in case only for the one that is taken.
            String between = rename.to() + "_renamed";
            return List.of(
                    new Step.Statement(rename(from, between), "SQLite cannot change the case of a name in one step"),
                    Step.Statement.of(rename(between, rename.to())));
        }
        if (find(rename.to(), before).isPresent()) {
            throw ErrorCode.TABLE_EXISTS.with(rename.describe(), rename.to());
        }
        return List.of(Step.Statement.of(rename(from, rename.to())));
    }

    private static String rename(String from, String to) {
        return "ALTER TABLE " + identifier(from) + " RENAME TO " + identifier(to);
    }

    private static List<Step> createIndex(CreateIndex create, Schema before) {
        Table table = existing(create.table(), create, before);
        Index index = create.index();
        // SQLite takes an unknown name in double quotes for a text, and indexes that.
        requireColumns(
                index.parts().stream()
                        .filter(part -> !part.expression())
                        .map(Index.Part::text)
                        .toList(),
                table,
                create);
        Step.Statement statement = Step.Statement.of(SqliteDdl.createIndex(table.name(), index));
        return index.unique()
                ? List.of(
                        SqliteProbes.of(table)
                                .duplicates(
                                        index,
                                        "Index " + index.name().orElse("") + " cannot be unique: rows of table "
                                                + table.name() + " have the same key. Correct or delete them first."),
                        statement)
                : List.of(statement);
    }

    private static List<Step> backfill(Backfill backfill, Schema before) {
        Table table = existing(backfill.table(), backfill, before);
        requireColumns(
                backfill.assignments().stream().map(Backfill.Assignment::column).toList(), table, backfill);
        return List.of(new Step.Batches(table.name(), backfill.batchRows(), new BatchRanges(backfill, table.name())));
    }

    private static Optional<Table> find(String name, Schema schema) {
        return schema.tables().stream()
                .filter(table -> TableState.same(table.name(), name))
                .findFirst();
    }

    private static Table existing(String name, Operation operation, Schema before) {
        return find(name, before)
                .orElseThrow(() -> ErrorCode.NO_SUCH_TABLE.with(
                        operation.describe(),
                        name,
                        Suggestion.among(
                                before.tables().stream().map(Table::name).toList(), name)));
    }

    private static void requireColumns(List<String> wanted, Table table, Operation operation) {
        List<String> existing = table.columns().stream().map(Column::name).toList();
        for (String column : wanted) {
            if (!TableState.contains(existing, column)) {
                throw ErrorCode.NO_SUCH_COLUMN.with(
                        operation.describe(), table.name(), column, Suggestion.among(existing, column));
            }
        }
    }

    private static void requireText(String sql, String subject) {
        if (sql.isBlank()) {
            throw ErrorCode.BAD_DEFINITION.with(subject, "its condition is blank");
        }
    }
}
