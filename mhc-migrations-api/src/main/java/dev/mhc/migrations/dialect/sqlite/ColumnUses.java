package dev.mhc.migrations.dialect.sqlite;

import static dev.mhc.migrations.dialect.sqlite.TableState.contains;
import static dev.mhc.migrations.dialect.sqlite.TableState.same;

import dev.mhc.migrations.dialect.sqlite.TableParts.Clause;
import dev.mhc.migrations.dialect.sqlite.TableParts.Kind;
import dev.mhc.migrations.error.ErrorCode;
import dev.mhc.migrations.error.MigrationException;
import dev.mhc.migrations.operation.TableChange;
import dev.mhc.migrations.schema.ForeignKey;
import dev.mhc.migrations.schema.Index;
import dev.mhc.migrations.schema.PrimaryKey;
import dev.mhc.migrations.schema.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What in a table depends on a column. */
final class ColumnUses {

    private final Table table;
    private final TableParts parts;

    ColumnUses(Table table, TableParts parts) {
        this.table = table;
        this.parts = parts;
    }

    /**
     * Goes on if nothing but the column itself would be lost with it.
     *
     * @throws MigrationException naming what else is about the column, and how to let it go
     */
    void refuse(String column) {
        for (Index index : table.indexes()) {
            if (uses(index, column)) {
                String name = index.name().orElse("");
                throw inUse(column, "index " + name + " uses it", "Drop the index first: dropIndex(\"" + name + "\").");
            }
        }
        if (contains(parts.primaryKey(), column)) {
            throw inUse(
                    column,
                    "it is in the primary key",
                    "Give the table another key first: primaryKey(…) in the same alterTable.");
        }
        for (Clause clause : parts.all(Kind.CHECK)) {
            if (clause.name().isPresent() && !isOwn(clause, column) && Expressions.mention(clause.text(), column)) {
                String name = clause.name().get();
                throw inUse(
                        column,
                        "check " + name + " mentions it",
                        "Drop the check first: dropCheck(\"" + name + "\") in the same alterTable.");
            }
        }
        refuseShared(column, Kind.UNIQUE, "a unique constraint", "dropUnique");
        refuseShared(column, Kind.FOREIGN_KEY, "a foreign key", "dropForeignKey");
        for (Clause clause : parts.all(Kind.COMPUTED)) {
            if (!isOwn(clause, column) && Expressions.mention(clause.text(), column)) {
                throw inUse(
                        column,
                        "column " + clause.owner().orElse("") + " is computed from it",
                        "Drop that column first.");
            }
        }
    }

    private void refuseShared(String column, Kind kind, String what, String way) {
        for (Clause clause : parts.all(kind)) {
            if (clause.columns().size() > 1 && contains(clause.columns(), column)) {
                String columns = String.join("\", \"", clause.columns());
                throw inUse(
                        column,
                        what + " on " + String.join(", ", clause.columns()) + " has it",
                        "Drop that first: " + way + "(\"" + columns + "\") in the same alterTable.");
            }
        }
    }

    private MigrationException inUse(String column, String by, String wayOut) {
        return ErrorCode.COLUMN_IN_USE.with(table.name(), column, by, wayOut);
    }

    private static boolean isOwn(Clause clause, String column) {
        return clause.owner().filter(owner -> same(owner, column)).isPresent();
    }

    static boolean uses(Index index, String column) {
        return index.where().filter(where -> Expressions.mention(where, column)).isPresent()
                || index.parts().stream()
                        .anyMatch(part -> part.expression()
                                ? Expressions.mention(part.text(), column)
                                : same(part.text(), column));
    }

    /** Constraints of the table, or of other columns, that have no name to be dropped by and mean nothing without it. */
    List<Clause> goingWith(String column) {
        List<Clause> going = new ArrayList<>();
        for (TableParts.Item item : parts.items()) {
            for (Clause clause : item.clauses()) {
                boolean check = clause.kind() == Kind.CHECK && Expressions.mention(clause.text(), column);
                boolean key = (clause.kind() == Kind.UNIQUE || clause.kind() == Kind.FOREIGN_KEY)
                        && contains(clause.columns(), column);
                if (!isOwn(clause, column) && (check || key)) {
                    going.add(clause);
                }
            }
        }
        return going;
    }

    static String describe(Clause clause) {
        return switch (clause.kind()) {
            case CHECK -> "check (" + clause.text() + ")";
            case UNIQUE -> "unique " + clause.columns();
            case FOREIGN_KEY -> "foreign key " + clause.columns() + " to " + clause.table();
            default -> clause.kind().toString();
        };
    }

    /** What there is in place of a constraint that is not there. */
    static String choice(Table table, Kind kind, List<String> columns, List<Clause> all) {
        Optional<String> index = kind != Kind.UNIQUE
                ? Optional.empty()
                : table.indexes().stream()
                        .filter(it -> it.unique()
                                && it.columns()
                                        .filter(key -> TableState.sameAll(key, columns))
                                        .isPresent())
                        .flatMap(it -> it.name().stream())
                        .findFirst();
        if (index.isPresent()) {
            return " A unique index does it there: dropIndex(\"" + index.get() + "\").";
        }
        return all.isEmpty()
                ? ""
                : " There are: "
                        + String.join(
                                "; ",
                                all.stream()
                                        .map(it -> String.join(", ", it.columns()))
                                        .toList())
                        + ".";
    }

    /** Goes on if a foreign key references what no two rows share. */
    static void requireKey(TableChange change, ForeignKey key, Table parent) {
        for (String column : key.referencedColumns()) {
            List<String> names = parent.columns().stream().map(it -> it.name()).toList();
            if (!contains(names, column)) {
                throw ErrorCode.NO_SUCH_COLUMN.with(
                        change.describe(), parent.name(), column, Suggestion.among(names, column));
            }
        }
        Set<String> wanted = folded(key.referencedColumns());
        boolean unique = parent.primaryKey()
                        .map(PrimaryKey::columns)
                        .map(ColumnUses::folded)
                        .filter(wanted::equals)
                        .isPresent()
                || parent.uniqueKeys().stream()
                        .anyMatch(it -> folded(it.columns()).equals(wanted))
                || parent.indexes().stream()
                        .anyMatch(it -> it.unique()
                                && it.where().isEmpty()
                                && it.columns()
                                        .map(ColumnUses::folded)
                                        .filter(wanted::equals)
                                        .isPresent());
        if (!unique) {
            throw ErrorCode.BAD_DEFINITION.with(
                    "Foreign key " + key.columns() + " to " + parent.name(),
                    "it must reference the primary key or columns with a unique constraint, and "
                            + key.referencedColumns() + " are neither");
        }
    }

    private static Set<String> folded(List<String> names) {
        Set<String> folded = new HashSet<>();
        names.forEach(name -> folded.add(SqliteRules.fold(name)));
        return folded;
    }
}
