package dev.mhc.migrations.schema;

import java.util.ArrayList;
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

    /** Begins a table of this name; for generated code, inspectors and tests. */
    public static Builder named(String name) {
        return new Builder(name);
    }

    /** Collects the parts of a table, each in the order in which it is given. */
    public static final class Builder {

        private final String name;
        private final List<Column> columns = new ArrayList<>();
        private Optional<PrimaryKey> primaryKey = Optional.empty();
        private final List<ForeignKey> foreignKeys = new ArrayList<>();
        private final List<UniqueKey> uniqueKeys = new ArrayList<>();
        private final List<Check> checks = new ArrayList<>();
        private final List<Index> indexes = new ArrayList<>();

        private Builder(String name) {
            this.name = name;
        }

        public Builder column(Column column) {
            columns.add(column);
            return this;
        }

        /** An unnamed primary key of these columns. */
        public Builder primaryKey(String... columnNames) {
            return primaryKey(PrimaryKey.of(columnNames));
        }

        public Builder primaryKey(PrimaryKey key) {
            primaryKey = Optional.of(key);
            return this;
        }

        public Builder foreignKey(ForeignKey key) {
            foreignKeys.add(key);
            return this;
        }

        public Builder uniqueKey(UniqueKey key) {
            uniqueKeys.add(key);
            return this;
        }

        public Builder check(Check check) {
            checks.add(check);
            return this;
        }

        public Builder index(Index index) {
            indexes.add(index);
            return this;
        }

        /** The table as described so far. */
        public Table build() {
            return new Table(name, columns, primaryKey, foreignKeys, uniqueKeys, checks, indexes);
        }
    }
}
