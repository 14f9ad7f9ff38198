package dev.mhc.migrations.schema;

import dev.mhc.migrations.schema.Difference.Code;
import dev.mhc.migrations.schema.Difference.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Compares the foreign keys of two tables, each found by its columns. */
final class ForeignKeyDiff {

    /**
     * Where a foreign key points.
     *
     * @param table the key of the table
     * @param columns referencing column to referenced column, whatever the order they are written in
     */
    private record Target(String table, Map<String, String> columns) {
        static Target of(String table, List<String> from, List<String> to) {
            Map<String, String> columns = new TreeMap<>();
            for (int i = 0; i < from.size(); i++) {
                columns.put(from.get(i), to.get(i));
            }
            return new Target(table, columns);
        }
    }

    private final TableComparison tables;
    private final Map<List<String>, List<ForeignKey>> left = new LinkedHashMap<>();

    ForeignKeyDiff(TableComparison tables) {
        this.tables = tables;
    }

    void compare() {
        for (ForeignKey key : tables.found().foreignKeys()) {
            left.computeIfAbsent(sorted(tables.foundKeys(key.columns())), unused -> new ArrayList<>())
                    .add(key);
        }
        List<ForeignKey> unmatched = new ArrayList<>();
        for (ForeignKey expected : tables.expected().foreignKeys()) {
            take(expected, true)
                    .ifPresentOrElse(found -> compareBehaviour(expected, found), () -> unmatched.add(expected));
        }
        unmatched.forEach(this::reportUnmatched);
        left.values().forEach(keys -> keys.forEach(this::reportExtra));
    }

    /** Takes a found foreign key of the same columns, and of the same target if asked. */
    private Optional<ForeignKey> take(ForeignKey expected, boolean sameTarget) {
        List<String> columns = tables.expectedKeys(expected.columns());
        List<ForeignKey> candidates = left.getOrDefault(sorted(columns), List.of());
        Target target = Target.of(
                tables.rules().canonicalName(expected.referencedTable()),
                columns,
                tables.expectedKeys(expected.referencedColumns()));
        Optional<ForeignKey> taken = candidates.stream()
                .filter(found -> !sameTarget || target(found).equals(target))
                .findFirst();
        taken.ifPresent(candidates::remove);
        return taken;
    }

    private Target target(ForeignKey found) {
        return Target.of(
                tables.schema().referencedTable(found),
                tables.foundKeys(found.columns()),
                tables.schema().referencedColumns(found));
    }

    private static List<String> sorted(List<String> keys) {
        return keys.stream().sorted().toList();
    }

    private void compareBehaviour(ForeignKey expected, ForeignKey found) {
        if (!found.traits().validated() && expected.traits().validated()) {
            report(
                    Severity.ERROR,
                    Code.UNVALIDATED_FOREIGN_KEY,
                    expected.columns(),
                    Describe.foreignKey(expected),
                    Describe.NOT_VALID + " " + Describe.foreignKey(found),
                    "Rows from before it may break it. Correct them, then validate it: "
                            + Snippet.validate(tables.found(), found.name().orElse("…")));
        }
        if (expected.onDelete() != found.onDelete()
                || expected.onUpdate() != found.onUpdate()
                || (expected.deferrable() && !found.deferrable())
                || Describe.matchesFull(expected) != Describe.matchesFull(found)
                || !sorted(tables.expectedKeys(expected.traits().setColumns()))
                        .equals(sorted(tables.foundKeys(found.traits().setColumns())))) {
            report(
                    Severity.WARNING,
                    Code.DIFFERENT_FOREIGN_KEY,
                    expected.columns(),
                    Describe.behaviour(expected),
                    Describe.behaviour(found),
                    "Replace it: " + Snippet.replaceForeignKey(tables.expected(), expected));
        }
    }

    private void reportUnmatched(ForeignKey expected) {
        Optional<ForeignKey> other = take(expected, false);
        boolean folded = tables.anyMissing(tables.expectedKeys(expected.columns()))
                || (tables.schema().lacksTarget(expected)
                        && other.map(tables.schema()::hasExtraTarget).orElse(true))
                || (other.isEmpty() && tables.schema().lacksKey(expected));
        if (folded) {
            return;
        }
        report(
                Severity.ERROR,
                other.isPresent() ? Code.DIFFERENT_FOREIGN_KEY : Code.MISSING_FOREIGN_KEY,
                expected.columns(),
                Describe.foreignKey(expected),
                other.map(Describe::foreignKey).orElse(Describe.NOTHING),
                other.isPresent()
                        ? "Replace it: " + Snippet.replaceForeignKey(tables.expected(), expected)
                        : "Add it: " + Snippet.addForeignKey(tables.expected(), expected));
    }

    private void reportExtra(ForeignKey found) {
        if (!tables.anyExtra(tables.foundKeys(found.columns()))) {
            report(
                    Severity.WARNING,
                    Code.EXTRA_FOREIGN_KEY,
                    found.columns(),
                    Describe.NOTHING,
                    Describe.foreignKey(found),
                    "Inserts may fail. Map it in an entity, or drop it: "
                            + Snippet.alter(tables.expected(), "dropForeignKey", found.columns()));
        }
    }

    private void report(
            Severity severity, Code code, List<String> columns, String expectation, String finding, String wayOut) {
        tables.report(severity, code, TableComparison.part(columns), expectation, finding, wayOut);
    }
}
