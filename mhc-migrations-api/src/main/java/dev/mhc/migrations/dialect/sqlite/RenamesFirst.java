package dev.mhc.migrations.dialect.sqlite;

import static dev.mhc.migrations.dialect.sqlite.TableState.same;

import dev.mhc.migrations.error.ErrorCode;
import dev.mhc.migrations.operation.AlterTable;
import dev.mhc.migrations.operation.TableChange;
import dev.mhc.migrations.operation.TableChange.AddCheck;
import dev.mhc.migrations.operation.TableChange.AddColumn;
import dev.mhc.migrations.operation.TableChange.AddForeignKey;
import dev.mhc.migrations.operation.TableChange.AddUnique;
import dev.mhc.migrations.operation.TableChange.AlterColumn;
import dev.mhc.migrations.operation.TableChange.DropColumn;
import dev.mhc.migrations.operation.TableChange.DropForeignKey;
import dev.mhc.migrations.operation.TableChange.DropUnique;
import dev.mhc.migrations.operation.TableChange.RenameColumn;
import dev.mhc.migrations.operation.TableChange.SetPrimaryKey;
import dev.mhc.migrations.operation.TableChange.ValidateForeignKey;
import dev.mhc.migrations.schema.Check;
import dev.mhc.migrations.schema.Column;
import dev.mhc.migrations.schema.ForeignKey;
import dev.mhc.migrations.schema.UniqueKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * Divides the changes of a table into renames of columns and the rest, since only SQLite itself renames a column in all
 * that mentions it. A rename goes before the rest, which is told the new name; it goes behind only where a column that is
 * dropped has that name until then.
 */
final class RenamesFirst {

    private final List<TableChange> before = new ArrayList<>();
    private final List<TableChange> rest = new ArrayList<>();
    private final List<TableChange> behind = new ArrayList<>();

    /** What columns are called while the rest is done, by the folded names that the migration uses by now. */
    private final Map<String, String> names = new TreeMap<>();

    private final String table;

    private RenamesFirst(String table) {
        this.table = table;
    }

    /** The same changes as at most three operations, each of one kind. */
    static List<AlterTable> divide(AlterTable alter) {
        RenamesFirst division = new RenamesFirst(alter.table());
        alter.changes().forEach(division::take);
        List<AlterTable> parts = new ArrayList<>();
        for (List<TableChange> changes : List.of(division.before, division.rest, division.behind)) {
            if (!changes.isEmpty()) {
                parts.add(new AlterTable(alter.table(), changes));
            }
        }
        return parts;
    }

    private void take(TableChange change) {
        if (change instanceof RenameColumn rename) {
            rename(rename);
        } else if (change instanceof DropColumn drop) {
            rest.add(new DropColumn(name(drop.column())));
            forget(drop.column());
        } else {
            rest.add(map(change, this::name, this::expression));
        }
    }

    /** A column that is dropped in the end needs no new name before. */
    private void forget(String column) {
        names.remove(SqliteRules.fold(column));
        for (String name = column; ; ) {
            String to = name;
            Optional<RenameColumn> rename = behind.stream()
                    .map(RenameColumn.class::cast)
                    .filter(it -> same(it.to(), to))
                    .findFirst();
            if (rename.isEmpty()) {
                return;
            }
            behind.remove(rename.get());
            name = rename.get().from();
        }
    }

    private String name(String column) {
        return names.getOrDefault(SqliteRules.fold(column), column);
    }

    private String expression(String sql) {
        String translated = sql;
        for (Map.Entry<String, String> name : names.entrySet()) {
            translated = renamed(translated, name.getKey(), name.getValue());
        }
        return translated;
    }

    /** In a query, the name may as well be the column of another table. */
    private String renamed(String sql, String from, String to) {
        if (Expressions.queries(sql) && Expressions.mention(sql, from)) {
            throw ErrorCode.BAD_DEFINITION.with(
                    "Rename of column " + table + "." + from + " to " + to,
                    "an expression in the same alterTable has a query that may mention it (" + sql.strip()
                            + "); put the rename into an alterTable of its own");
        }
        return Expressions.rename(sql, from, to);
    }

    /** Where the column is added. */
    private int addition(String column) {
        int place = rest.size() - 1;
        while (place > 0
                && !(rest.get(place) instanceof AddColumn add
                        && same(add.column().name(), column))) {
            place--;
        }
        return place;
    }

    private void rename(RenameColumn rename) {
        String now = name(rename.from());
        boolean added = rest.stream()
                .anyMatch(change ->
                        change instanceof AddColumn add && same(add.column().name(), now));
        boolean taken =
                rest.stream().anyMatch(change -> change instanceof DropColumn drop && same(drop.column(), rename.to()));
        boolean late = !same(now, rename.from());
        if (taken || late) {
            behind.add(rename);
            names.remove(SqliteRules.fold(rename.from()));
            names.put(SqliteRules.fold(rename.to()), now);
            return;
        }
        UnaryOperator<String> name = column -> same(column, now) ? rename.to() : column;
        // What stands before the new column is about a dropped one of that name.
        List<TableChange> later = added ? rest.subList(addition(now), rest.size()) : rest;
        later.replaceAll(change -> map(change, name, sql -> renamed(sql, now, rename.to())));
        if (!added) {
            before.add(rename);
        }
    }

    private TableChange map(TableChange change, UnaryOperator<String> name, UnaryOperator<String> expression) {
        if (change instanceof AddColumn add) {
            Column column = add.column();
            return new AddColumn(
                    new Column(
                            name.apply(column.name()),
                            column.type(),
                            column.nullable(),
                            column.defaultValue(),
                            column.generation(),
                            column.expression().map(expression)),
                    add.references().map(key -> map(key, name)),
                    add.unique());
        }
        if (change instanceof DropColumn drop) {
            return new DropColumn(name.apply(drop.column()));
        }
        if (change instanceof AlterColumn alter) {
            return new AlterColumn(
                    name.apply(alter.column()),
                    alter.type(),
                    alter.using().map(expression),
                    alter.nullable(),
                    alter.fillNulls().map(expression),
                    alter.newDefault());
        }
        if (change instanceof SetPrimaryKey key) {
            return new SetPrimaryKey(map(key.columns(), name));
        }
        if (change instanceof AddForeignKey add) {
            return new AddForeignKey(map(add.foreignKey(), name), add.notValid());
        }
        if (change instanceof ValidateForeignKey validate) {
            return new ValidateForeignKey(map(validate.columns(), name));
        }
        if (change instanceof DropForeignKey drop) {
            return new DropForeignKey(map(drop.columns(), name));
        }
        if (change instanceof AddUnique add) {
            return new AddUnique(new UniqueKey(add.key().name(), map(add.key().columns(), name)));
        }
        if (change instanceof DropUnique drop) {
            return new DropUnique(map(drop.columns(), name));
        }
        if (change instanceof AddCheck add) {
            Optional<String> named = add.check().name();
            return new AddCheck(new Check(named, expression.apply(add.check().expression())), add.notValid());
        }
        return change;
    }

    private static List<String> map(List<String> columns, UnaryOperator<String> name) {
        return columns.stream().map(name).toList();
    }

    private ForeignKey map(ForeignKey key, UnaryOperator<String> name) {
        boolean itself = same(key.referencedTable(), table);
        return new ForeignKey(
                key.name(),
                map(key.columns(), name),
                key.referencedTable(),
                itself ? map(key.referencedColumns(), name) : key.referencedColumns(),
                key.onDelete(),
                key.onUpdate(),
                key.deferrable());
    }
}
