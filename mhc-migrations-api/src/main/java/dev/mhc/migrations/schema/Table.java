package dev.mhc.migrations.schema;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One table with all that belongs to it.
 *
 * @param name as written, never empty
 * @param columns in the order of the table
 * @param primaryKey where it has one
 * @param foreignKeys from this table to others or itself
 * @param uniqueKeys unique constraints (unique indexes stand in {@code indexes})
 * @param checks conditions on rows
 * @param indexes all that are not made by a key or a constraint
 * @param definition the statements that the database itself keeps for the table and what hangs on it, the table's own
 *     first; empty where it keeps none, and for a table that is only described
 */
public record Table(
        String name,
        List<Column> columns,
        Optional<PrimaryKey> primaryKey,
        List<ForeignKey> foreignKeys,
        List<UniqueKey> uniqueKeys,
        List<Check> checks,
        List<Index> indexes,
        List<String> definition) {

    public Table {
        Names.require("Table", name);
        columns = List.copyOf(columns);
        foreignKeys = List.copyOf(foreignKeys);
        uniqueKeys = List.copyOf(uniqueKeys);
        checks = List.copyOf(checks);
        indexes = List.copyOf(indexes);
        definition = List.copyOf(definition);
    }

    /** A table that is only described. */
    public Table(
            String name,
            List<Column> columns,
            Optional<PrimaryKey> primaryKey,
            List<ForeignKey> foreignKeys,
            List<UniqueKey> uniqueKeys,
            List<Check> checks,
            List<Index> indexes) {
        this(name, columns, primaryKey, foreignKeys, uniqueKeys, checks, indexes, List.of());
    }

    /** The column of this name, without regard to case. */
    public Optional<Column> column(String columnName) {
        String wanted = columnName.toLowerCase(Locale.ROOT);
        return columns.stream()
                .filter(column -> column.name().toLowerCase(Locale.ROOT).equals(wanted))
                .findFirst();
    }
}
