package dev.mhc.migrations.dialect.sqlite;

import static dev.mhc.migrations.dialect.SqlExpression.enclosedOnSqlite;
import static dev.mhc.migrations.dialect.SqlWriter.identifier;
import static dev.mhc.migrations.dialect.sqlite.TableState.contains;
import static dev.mhc.migrations.dialect.sqlite.TableState.same;
import static dev.mhc.migrations.dialect.sqlite.TableState.sameAll;

import dev.mhc.migrations.dialect.Step;
import dev.mhc.migrations.dialect.sqlite.TableState.Reference;
import dev.mhc.migrations.error.ErrorCode;
import dev.mhc.migrations.error.MigrationException;
import dev.mhc.migrations.operation.AlterTable;
import dev.mhc.migrations.operation.TableChange;
import dev.mhc.migrations.operation.TableChange.AddCheck;
import dev.mhc.migrations.operation.TableChange.AddColumn;
import dev.mhc.migrations.operation.TableChange.AlterColumn;
import dev.mhc.migrations.operation.TableChange.DropCheck;
import dev.mhc.migrations.operation.TableChange.DropColumn;
import dev.mhc.migrations.operation.TableChange.DropForeignKey;
import dev.mhc.migrations.operation.TableChange.RenameColumn;
import dev.mhc.migrations.operation.TableChange.ValidateCheck;
import dev.mhc.migrations.operation.TableChange.ValidateForeignKey;
import dev.mhc.migrations.schema.Check;
import dev.mhc.migrations.schema.Column;
import dev.mhc.migrations.schema.Index;
import dev.mhc.migrations.schema.Schema;
import dev.mhc.migrations.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Renders one {@link AlterTable}, where it can be with SQLite's own statements, change by change. */
final class SqliteAlter {

    private final NativeAlter rules;
    private final TableState table;
    private final List<Step> steps = new ArrayList<>();

    private SqliteAlter(SqliteVersion version, TableState table) {
        this.rules = new NativeAlter(version);
        this.table = table;
    }

    /**
     * With SQLite's own statements where it has them for every change, else by one rebuild for all of them.
     *
     * @param schema the tables that new foreign keys reference, where they exist
     */
    static List<Step> render(AlterTable alter, Table before, Schema schema, SqliteVersion version) {
        SqliteAlter rendering = new SqliteAlter(version, new TableState(before));
        for (TableChange change : alter.changes()) {
            Optional<String> obstacle = rendering.rules.obstacle(change, rendering.table);
            if (obstacle.isPresent()) {
                return ShapeChange.render(alter, before, schema, obstacle.get());
            }
            rendering.render(change);
        }
        boolean changesColumns = alter.changes().stream()
                .anyMatch(change -> change instanceof AddColumn || change instanceof DropColumn);
        return changesColumns ? InPlaceCheck.aroundTable(before.name(), rendering.steps) : List.copyOf(rendering.steps);
    }

    /**
     * Whether the changes need a rebuild of the table as it is. What is refused now may be fine when it is its turn, and
     * what is not there yet may be then.
     */
    static boolean needsRebuild(AlterTable alter, Table table, SqliteVersion version) {
        SqliteAlter trial = new SqliteAlter(version, new TableState(table));
        for (TableChange change : alter.changes()) {
            try {
                if (trial.rules.obstacle(change, trial.table).isPresent()) {
                    return true;
                }
                trial.render(change);
            } catch (MigrationException notNow) {
                if (notNow.code() == ErrorCode.NO_SUCH_COLUMN && trial.rules.mayNeedRebuild(change)) {
                    return true;
                }
            }
        }
        return false;
    }

    private void render(TableChange change) {
        if (change instanceof AddColumn add) {
            addColumn(add);
        } else if (change instanceof DropColumn drop) {
            dropColumn(drop);
        } else if (change instanceof RenameColumn rename) {
            renameColumn(rename);
        } else if (change instanceof AlterColumn alter) {
            alterColumn(alter);
        } else if (change instanceof DropForeignKey drop) {
            dropForeignKey(drop);
        } else if (change instanceof ValidateForeignKey validate) {
            foreignKey(validate.columns(), validate);
        } else if (change instanceof ValidateCheck validate) {
            requireCheck(validate.name(), validate);
        } else if (change instanceof AddCheck add) {
            addCheck(add);
        } else if (change instanceof DropCheck drop) {
            dropCheck(drop);
        } else {
            throw new IllegalStateException("No statement for " + change);
        }
    }

    private void alterTable(String change) {
        steps.add(Step.Statement.of("ALTER TABLE " + identifier(table.name()) + " " + change));
    }

    private void addColumn(AddColumn add) {
        Column column = declarable(add.column());
        table.requireFree(column.name(), add.describe());
        boolean hasValue =
                column.defaultValue().filter(it -> !SqliteDefaults.isNull(it)).isPresent();
        if (!column.nullable() && !hasValue) {
            steps.add(table.probes()
                    .anyRow("Column " + table.name() + "." + column.name() + " refuses NULL and has no default, but"
                            + " the table has rows, which have no value for it. Give it a default; or add it without"
                            + " notNull() and then fill it: alterColumn(\"" + column.name()
                            + "\").notNull().fillNulls(\"…\")."));
        }
        alterTable("ADD COLUMN "
                + SqliteDdl.column(
                        column, false, false, add.references().stream().toList()));
        table.add(column, add.references());
    }

    private Column declarable(Column column) {
        return new Column(
                column.name(),
                table.declarable(column.type()),
                column.nullable(),
                column.defaultValue(),
                column.generation(),
                column.expression());
    }

    private void dropColumn(DropColumn drop) {
        String column = table.column(drop.column(), drop.describe()).name();
        refuseWhileInUse(column);
        steps.add(ColumnMentions.refuse(table.name(), column));
        alterTable("DROP COLUMN " + identifier(column));
        table.drop(column);
    }

    private void refuseWhileInUse(String column) {
        for (Index index : table.indexes()) {
            if (ColumnUses.uses(index, column)) {
                String name = index.name().orElse("");
                throw inUse(column, "index " + name + " uses it", "Drop the index first: dropIndex(\"" + name + "\").");
            }
        }
        table.checks().stream()
                .filter(check -> NativeAlter.blocksDrop(check, column))
                .flatMap(check -> check.name().stream())
                .findFirst()
                .ifPresent(name -> {
                    throw inUse(
                            column,
                            "check " + name + " mentions it",
                            "Drop the check first: dropCheck(\"" + name + "\") in the same alterTable.");
                });
        table.computed().stream()
                .filter(it -> !same(it.column(), column) && Expressions.mention(it.expression(), column))
                .findFirst()
                .ifPresent(it -> {
                    throw inUse(column, "column " + it.column() + " is computed from it", "Drop that column first.");
                });
    }

    private RuntimeException inUse(String column, String by, String wayOut) {
        return ErrorCode.COLUMN_IN_USE.with(table.name(), column, by, wayOut);
    }

    private void renameColumn(RenameColumn rename) {
        String from = table.column(rename.from(), rename.describe()).name();
        if (!same(from, rename.to())) {
            table.requireFree(rename.to(), rename.describe());
        }
        alterTable("RENAME COLUMN " + identifier(from) + " TO " + identifier(rename.to()));
        table.rename(from, rename.to());
    }

    private void alterColumn(AlterColumn alter) {
        Column column = table.column(alter.column(), alter.describe());
        if (!NativeAlter.changesNullability(alter, column)) {
            return;
        }
        if (column.nullable()) {
            refuseNulls(alter, column);
            alterTable("ALTER COLUMN " + identifier(column.name()) + " SET NOT NULL");
            table.replace(column.notNull());
        } else {
            if (contains(table.primaryKey(), column.name())) {
                throw ErrorCode.BAD_DEFINITION.with(
                        "Column " + table.name() + "." + column.name(),
                        "it is part of the primary key, which is never NULL");
            }
            alterTable("ALTER COLUMN " + identifier(column.name()) + " DROP NOT NULL");
            table.replace(new Column(column.name(), column.type(), true, column.defaultValue(), column.generation()));
        }
    }

    private void refuseNulls(AlterColumn alter, Column column) {
        String name = identifier(column.name());
        alter.fillNulls().ifPresent(value -> table.fill(column.name()));
        alter.fillNulls()
                .ifPresent(value -> steps.add(new Step.Statement(
                        "UPDATE OR ABORT " + identifier(table.name()) + " SET " + name + " = "
                                + enclosedOnSqlite(value, "What fills column " + table.name() + "." + column.name())
                                + " WHERE " + name
                                + " IS NULL",
                        "fills the gaps before the column refuses them")));
        steps.add(table.probes()
                .nulls(
                        column.name(),
                        "Column " + table.name() + "." + column.name() + " cannot refuse NULL: rows hold NULL. "
                                + (alter.fillNulls().isPresent()
                                        ? "Let fillNulls(\"…\") give every one of them a value."
                                        : "Fill them with fillNulls(\"…\"), or delete the rows first.")));
    }

    private void dropForeignKey(DropForeignKey drop) {
        dropConstraint(foreignKey(drop.columns(), drop).name().orElseThrow());
    }

    private Reference foreignKey(List<String> columns, TableChange change) {
        return table.references().stream()
                .filter(it -> sameAll(it.columns(), columns))
                .findFirst()
                .orElseThrow(() -> noConstraint(
                        change,
                        "foreign key on " + String.join(", ", columns),
                        table.references().stream()
                                .map(it -> String.join(", ", it.columns()))
                                .toList()));
    }

    private void addCheck(AddCheck add) {
        Check check = add.check();
        steps.add(table.probes()
                .violations(
                        check.expression(),
                        "Check " + check.name().orElse("") + " cannot be added to table " + table.name()
                                + ": rows break it (" + check.expression() + "). Correct or delete them first."));
        alterTable("ADD " + SqliteDdl.check(check));
        table.add(check);
    }

    private void dropCheck(DropCheck drop) {
        requireCheck(drop.name(), drop);
        dropConstraint(drop.name());
    }

    private void requireCheck(String name, TableChange change) {
        List<String> names =
                table.checks().stream().flatMap(check -> check.name().stream()).toList();
        if (!contains(names, name)) {
            throw noConstraint(change, "check " + name, names);
        }
    }

    private void dropConstraint(String name) {
        alterTable("DROP CONSTRAINT " + identifier(name));
        table.dropConstraint(name);
    }

    private RuntimeException noConstraint(TableChange change, String constraint, List<String> existing) {
        return ErrorCode.NO_SUCH_CONSTRAINT.with(
                change.describe(),
                table.name(),
                constraint,
                existing.isEmpty() ? "" : " There are: " + String.join("; ", existing) + ".");
    }
}
