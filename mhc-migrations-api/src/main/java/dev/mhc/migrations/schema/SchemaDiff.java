package dev.mhc.migrations.schema;

import dev.mhc.migrations.schema.Difference.Code;
import dev.mhc.migrations.schema.Difference.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Compares what is expected with what was found. */
public final class SchemaDiff {

    private static final Comparator<Difference> WORST_FIRST = Comparator.comparing(Difference::severity)
            .thenComparing(Difference::place)
            .thenComparing(Difference::expected)
            .thenComparing(Difference::found);

    private final SchemaRules rules;
    private final Correspondence correspondence;
    private final Map<String, List<Difference>> byTable = new TreeMap<>();

    private SchemaDiff(SchemaRules rules, Correspondence correspondence) {
        this.rules = rules;
        this.correspondence = correspondence;
    }

    /**
     * All points where {@code found} differs from {@code expected}, sorted by table, the worst first within a table.
     * Consequences are folded under their cause.
     */
    public static List<Difference> compare(Schema expected, Schema found, SchemaRules rules) {
        ViewDiff views = new ViewDiff(expected, found, rules);
        SequenceDiff sequences = new SequenceDiff(expected, found, rules);
        SchemaDiff diff =
                new SchemaDiff(rules, new Correspondence(views.withoutViews(), sequences.withoutCounters(), rules));
        views.compare(diff::report);
        sequences.compare(diff::report);
        return diff.compare();
    }

    private List<Difference> compare() {
        for (Table missing : correspondence.tables().missing()) {
            report(missingTable(missing));
        }
        for (Table extra : correspondence.tables().extra()) {
            report(extraTable(extra));
        }
        for (Pairing.Pair<Table> pair : correspondence.tables().pairs()) {
            if (pair.renamed()) {
                report(renamedTable(pair.expected(), pair.found()));
            }
            new TableDiff(new TableComparison(
                            pair.expected(),
                            pair.found(),
                            correspondence.columns(pair.expected()),
                            correspondence,
                            rules,
                            this::report))
                    .compare();
        }
        return byTable.values().stream()
                .flatMap(differences -> differences.stream().sorted(WORST_FIRST))
                .toList();
    }

    private void report(Difference difference) {
        byTable.computeIfAbsent(rules.canonicalName(difference.table()), unused -> new ArrayList<>())
                .add(difference);
    }

    private static Difference missingTable(Table table) {
        return new Difference(
                Severity.ERROR,
                Code.MISSING_TABLE,
                table.name(),
                Optional.empty(),
                "table",
                Describe.NOTHING,
                "Create it: " + Snippet.createTable(table));
    }

    private static Difference extraTable(Table table) {
        return new Difference(
                Severity.INFO,
                Code.EXTRA_TABLE,
                table.name(),
                Optional.empty(),
                Describe.NOTHING,
                "table",
                "Map it in an entity, or drop it: " + Snippet.dropTable(table));
    }

    private static Difference renamedTable(Table expected, Table found) {
        return new Difference(
                Severity.ERROR,
                Code.RENAMED_TABLE,
                expected.name(),
                Optional.empty(),
                "table " + expected.name(),
                "table " + found.name() + " (renamed?)",
                "Map the entity to it, or rename it: " + Snippet.renameTable(found, expected));
    }
}
