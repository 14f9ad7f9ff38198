package dev.mhc.migrations.schema;

import dev.mhc.migrations.schema.Difference.Code;
import dev.mhc.migrations.schema.Difference.Severity;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Compares two tables that stand for each other. */
final class TableDiff {

    private final TableComparison tables;

    TableDiff(TableComparison tables) {
        this.tables = tables;
    }

    void compare() {
        tables.columns().missing().forEach(this::missing);
        tables.columns().extra().forEach(this::extra);
        Set<String> foldedUnderKey = comparePrimaryKey();
        for (Pairing.Pair<Column> pair : tables.columns().pairs()) {
            if (pair.renamed()) {
                renamed(pair.expected(), pair.found());
            }
            compare(pair, foldedUnderKey);
        }
        new ForeignKeyDiff(tables).compare();
        new IndexDiff(tables).compare();
        new CheckDiff(tables).compare();
    }

    private void compare(Pairing.Pair<Column> pair, Set<String> foldedUnderKey) {
        String key = tables.rules().canonicalName(pair.expected().name());
        boolean inKey = tables.expectedPrimaryKey()
                .filter(columns -> columns.contains(key))
                .isPresent();
        new ColumnDiff(tables, pair.expected(), pair.found(), inKey, foldedUnderKey.contains(key)).compare();
    }

    private void missing(Column column) {
        tables.report(
                Severity.ERROR,
                Code.MISSING_COLUMN,
                column.name(),
                Describe.column(column),
                Describe.NOTHING,
                "Add it: " + Snippet.addColumn(tables.expected(), column, tables.rules()));
    }

    private void extra(Column column) {
        boolean insertsFail =
                !column.nullable() && column.defaultValue().isEmpty() && column.generation() == Column.Generation.NONE;
        tables.report(
                insertsFail ? Severity.ERROR : Severity.INFO,
                Code.EXTRA_COLUMN,
                column.name(),
                Describe.NOTHING,
                Describe.column(column),
                (insertsFail ? "Inserts fail without it. " : "") + "Map it in an entity, or drop it: "
                        + Snippet.alter(tables.expected(), "dropColumn", column.name()));
    }

    private void renamed(Column expected, Column found) {
        tables.report(
                Severity.ERROR,
                Code.RENAMED_COLUMN,
                expected.name(),
                "column " + expected.name(),
                "column " + found.name() + " (renamed?)",
                "Map the attribute to it, or rename it: "
                        + Snippet.alter(tables.expected(), "renameColumn", found.name(), expected.name()));
    }

    /** Returns the columns whose null-ness and numbering follow from a difference of the key. */
    private Set<String> comparePrimaryKey() {
        Optional<PrimaryKey> expected = tables.expected().primaryKey();
        Optional<PrimaryKey> found = tables.found().primaryKey();
        if (tables.expectedPrimaryKey().equals(tables.foundPrimaryKey())) {
            return Set.of();
        }
        if (found.isEmpty()
                && tables.expectedPrimaryKey().filter(tables::isSetOfRows).isPresent()
                && tables.hasLargeObjects()) {
            return Set.of();
        }
        Set<String> folded = new HashSet<>();
        tables.expectedPrimaryKey().ifPresent(folded::addAll);
        tables.foundPrimaryKey().ifPresent(folded::addAll);
        if (expected.isPresent()) {
            if (!tables.anyMissing(tables.expectedPrimaryKey().orElseThrow())) {
                report(expected.get(), found);
            }
        } else if (!tables.anyExtra(folded)) {
            tables.report(
                    Severity.WARNING,
                    Code.EXTRA_PRIMARY_KEY,
                    Describe.primaryKey(expected),
                    Describe.primaryKey(found),
                    "Inserts may fail. Declare the key, or build the table anew without it.");
        }
        return folded;
    }

    private void report(PrimaryKey expected, Optional<PrimaryKey> found) {
        boolean reordered = tables.foundPrimaryKey()
                .map(Set::copyOf)
                .equals(tables.expectedPrimaryKey().map(Set::copyOf));
        String set = Snippet.alter(tables.expected(), "primaryKey", expected.columns());
        tables.report(
                reordered ? Severity.INFO : Severity.ERROR,
                found.isPresent() ? Code.DIFFERENT_PRIMARY_KEY : Code.MISSING_PRIMARY_KEY,
                Describe.primaryKey(Optional.of(expected)),
                Describe.primaryKey(found),
                reordered
                        ? "The order decides only which searches the key is an index for. To change it: " + set
                        : "Set it: " + set);
    }
}
