package dev.mhc.migrations.dialect.sqlite;

import static dev.mhc.migrations.dialect.SqlWriter.identifier;
import static dev.mhc.migrations.dialect.SqlWriter.identifiers;

import dev.mhc.migrations.dialect.SqlExpression;
import dev.mhc.migrations.error.ErrorCode;
import dev.mhc.migrations.schema.Check;
import dev.mhc.migrations.schema.Column;
import dev.mhc.migrations.schema.Column.Generation;
import dev.mhc.migrations.schema.ForeignKey;
import dev.mhc.migrations.schema.Index;
import dev.mhc.migrations.schema.PrimaryKey;
import dev.mhc.migrations.schema.ReferentialAction;
import dev.mhc.migrations.schema.Table;
import dev.mhc.migrations.schema.UniqueKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Writes the definitions of tables, columns and indexes.
 *
 * <p>A constraint of one column stands with the column: {@code DROP COLUMN} takes a column's own foreign key along and
 * fails on one of the table.
 */
final class SqliteDdl {

    private SqliteDdl() {}

    static String createTable(Table table) {
        List<String> lines = new ArrayList<>();
        table.columns().forEach(column -> lines.add(columnOf(table, column)));
        tableKey(table)
                .ifPresent(key -> lines.add(named(key.name()) + "PRIMARY KEY (" + identifiers(key.columns()) + ")"));
        for (UniqueKey key : table.uniqueKeys()) {
            if (!isOfColumn(key)) {
                lines.add(named(key.name()) + "UNIQUE (" + identifiers(key.columns()) + ")");
            }
        }
        for (ForeignKey key : table.foreignKeys()) {
            if (key.columns().size() > 1) {
                lines.add(foreignKey(key));
            }
        }
        table.checks().forEach(check -> lines.add(check(check)));
        return "CREATE TABLE " + identifier(table.name()) + " (\n  " + String.join(",\n  ", lines) + "\n)";
    }

    private static String columnOf(Table table, Column column) {
        Optional<PrimaryKey> key = columnKey(table).filter(it -> isOnly(column, it.columns()));
        if (column.generation() == Generation.IDENTITY) {
            return identity(table, column, key.isPresent());
        }
        boolean unique = table.uniqueKeys().stream().anyMatch(it -> isOfColumn(it) && isOnly(column, it.columns()));
        List<ForeignKey> references = table.foreignKeys().stream()
                .filter(it -> isOnly(column, it.columns()))
                .toList();
        return column(column, key.isPresent(), unique, references);
    }

    /** Only this spelling makes SQLite number the rows and never use a number again. */
    private static String identity(Table table, Column column, boolean isKey) {
        if (!isKey) {
            throw ErrorCode.BAD_DEFINITION.with(
                    "Column " + table.name() + "." + column.name(),
                    "SQLite numbers a column only if it is the primary key by itself");
        }
        return identifier(column.name()) + " INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL";
    }

    /** The column with its constraints, as in {@code CREATE TABLE} and {@code ADD COLUMN}. */
    static String column(Column column, boolean primaryKey, boolean unique, List<ForeignKey> references) {
        StringBuilder sql = new StringBuilder(identifier(column.name()));
        String type = SqliteTypes.declared(column.type());
        sql.append(type.isBlank() ? "" : " " + type);
        sql.append(column.nullable() ? "" : " NOT NULL");
        sql.append(primaryKey ? " PRIMARY KEY" : "");
        column.defaultValue()
                .ifPresent(value -> sql.append(" DEFAULT ").append(SqliteDefaults.sql(value, column.type())));
        column.expression()
                .ifPresent(it -> sql.append(" GENERATED ALWAYS AS (").append(it).append(") STORED"));
        sql.append(unique ? " UNIQUE" : "");
        references.forEach(key -> sql.append(' ').append(named(key.name())).append(references(key)));
        return sql.toString();
    }

    static String check(Check check) {
        return named(check.name()) + "CHECK (" + check.expression() + ")";
    }

    static String createIndex(String table, Index index) {
        String name = index.name()
                .orElseThrow(() -> ErrorCode.BAD_DEFINITION.with("Index on table " + table, "it has no name"));
        return "CREATE " + (index.unique() ? "UNIQUE " : "") + "INDEX " + identifier(name) + " ON " + identifier(table)
                + " (" + index.parts().stream().map(SqliteDdl::part).collect(Collectors.joining(", ")) + ")"
                + index.where().map(condition -> " WHERE " + condition).orElse("");
    }

    private static String part(Index.Part part) {
        return (part.expression()
                        ? SqlExpression.enclosedOnSqlite(part.text(), "An indexed expression")
                        : identifier(part.text()))
                + (part.descending() ? " DESC" : "");
    }

    /** As a constraint of the table. */
    static String foreignKey(ForeignKey key) {
        return named(key.name()) + "FOREIGN KEY (" + identifiers(key.columns()) + ") " + references(key);
    }

    /** As a constraint of a column. */
    static String references(ForeignKey key) {
        return "REFERENCES " + identifier(key.referencedTable()) + " (" + identifiers(key.referencedColumns()) + ")"
                + action(" ON DELETE ", key.onDelete())
                + action(" ON UPDATE ", key.onUpdate())
                + (key.deferrable() ? " DEFERRABLE INITIALLY DEFERRED" : "");
    }

    private static String action(String event, ReferentialAction action) {
        return action == ReferentialAction.NO_ACTION ? "" : event + action.sql();
    }

    private static String named(Optional<String> name) {
        return name.map(it -> "CONSTRAINT " + identifier(it) + " ").orElse("");
    }

    private static Optional<PrimaryKey> columnKey(Table table) {
        return table.primaryKey().filter(SqliteDdl::isOfColumn);
    }

    private static Optional<PrimaryKey> tableKey(Table table) {
        return table.primaryKey().filter(key -> !isOfColumn(key));
    }

    private static boolean isOfColumn(PrimaryKey key) {
        return key.name().isEmpty() && key.columns().size() == 1;
    }

    private static boolean isOfColumn(UniqueKey key) {
        return key.name().isEmpty() && key.columns().size() == 1;
    }

    private static boolean isOnly(Column column, List<String> names) {
        return names.size() == 1 && SqliteRules.fold(names.get(0)).equals(SqliteRules.fold(column.name()));
    }
}
