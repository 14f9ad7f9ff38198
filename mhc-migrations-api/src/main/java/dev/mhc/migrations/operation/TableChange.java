package dev.mhc.migrations.operation;

import dev.mhc.migrations.schema.Check;
import dev.mhc.migrations.schema.Column;
import dev.mhc.migrations.schema.ColumnType;
import dev.mhc.migrations.schema.DefaultValue;
import dev.mhc.migrations.schema.ForeignKey;
import dev.mhc.migrations.schema.UniqueKey;
import java.util.List;
import java.util.Optional;

/** One change inside an {@link AlterTable}. Constraints are found by their columns, checks by their name. */
public sealed interface TableChange {

    /** What this does, in a few words for people. */
    String describe();

    /**
     * Adds a column at the end.
     *
     * @param column the new column
     * @param references the foreign key of this column alone, where it has one
     * @param unique whether it is unique by itself
     */
    record AddColumn(Column column, Optional<ForeignKey> references, boolean unique) implements TableChange {
        @Override
        public String describe() {
            return "add column " + column.name();
        }
    }

    /** Drops a column with its values. */
    record DropColumn(String column) implements TableChange {
        @Override
        public String describe() {
            return "drop column " + column;
        }
    }

    /** Renames a column; what mentions it follows. */
    record RenameColumn(String from, String to) implements TableChange {
        @Override
        public String describe() {
            return "rename column " + from + " to " + to;
        }
    }

    /**
     * Changes what a column stores. What is empty stays as it is.
     *
     * @param column its name
     * @param type the new type
     * @param using an SQL expression that makes the new value from the old row
     * @param nullable whether it may hold NULL from now on
     * @param fillNulls an SQL expression stored in place of every NULL before the column refuses them
     * @param newDefault the change of its default
     */
    record AlterColumn(
            String column,
            Optional<ColumnType> type,
            Optional<String> using,
            Optional<Boolean> nullable,
            Optional<String> fillNulls,
            Optional<DefaultChange> newDefault)
            implements TableChange {
        @Override
        public String describe() {
            return "alter column " + column;
        }
    }

    /** A default set, or dropped where {@code value} is empty. */
    record DefaultChange(Optional<DefaultValue> value) {}

    /** Makes these columns the primary key, in place of the one before, if any. */
    record SetPrimaryKey(List<String> columns) implements TableChange {
        public SetPrimaryKey {
            columns = List.copyOf(columns);
        }

        @Override
        public String describe() {
            return "set primary key " + columns;
        }
    }

    /**
     * Adds a foreign key.
     *
     * @param foreignKey from this table
     * @param notValid whether PostgreSQL leaves the rows that are there unread until it is validated
     */
    record AddForeignKey(ForeignKey foreignKey, boolean notValid) implements TableChange {

        /** One that all rows satisfy. */
        public AddForeignKey(ForeignKey foreignKey) {
            this(foreignKey, false);
        }

        @Override
        public String describe() {
            return "add foreign key " + foreignKey.columns() + " to " + foreignKey.referencedTable();
        }
    }

    /** Looks whether all rows satisfy the foreign key of these columns. */
    record ValidateForeignKey(List<String> columns) implements TableChange {
        public ValidateForeignKey {
            columns = List.copyOf(columns);
        }

        @Override
        public String describe() {
            return "validate foreign key " + columns;
        }
    }

    /** Drops the foreign key of these columns. */
    record DropForeignKey(List<String> columns) implements TableChange {
        public DropForeignKey {
            columns = List.copyOf(columns);
        }

        @Override
        public String describe() {
            return "drop foreign key " + columns;
        }
    }

    /** Adds a unique constraint. */
    record AddUnique(UniqueKey key) implements TableChange {
        @Override
        public String describe() {
            return "add unique " + key.columns();
        }
    }

    /** Drops the unique constraint of these columns. */
    record DropUnique(List<String> columns) implements TableChange {
        public DropUnique {
            columns = List.copyOf(columns);
        }

        @Override
        public String describe() {
            return "drop unique " + columns;
        }
    }

    /**
     * Adds a check.
     *
     * @param check with its name
     * @param notValid whether PostgreSQL leaves the rows that are there unread until it is validated
     */
    record AddCheck(Check check, boolean notValid) implements TableChange {

        /** One that all rows satisfy. */
        public AddCheck(Check check) {
            this(check, false);
        }

        @Override
        public String describe() {
            return "add check " + check.name().orElse(check.expression());
        }
    }

    /** Looks whether all rows satisfy the check of this name. */
    record ValidateCheck(String name) implements TableChange {
        @Override
        public String describe() {
            return "validate check " + name;
        }
    }

    /** Drops a check by its name. */
    record DropCheck(String name) implements TableChange {
        @Override
        public String describe() {
            return "drop check " + name;
        }
    }
}
