package dev.mhc.migrations.schema;

import dev.mhc.migrations.schema.Difference.Code;
import dev.mhc.migrations.schema.Difference.Severity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Compares sequences by name and increment. Where there are none, the tables that stand for them are compared by name,
 * and only those that are expected, or look like the one that is missing, count as such: another is a table like others.
 */
final class SequenceDiff {

    private static final String SEQUENCE = "sequence";

    private final List<Sequence> expected;
    private final Schema found;
    private final SchemaRules rules;
    private final Pairing<Sequence> sequences;
    private final Map<String, Table> counters = new HashMap<>();
    private final Map<String, Table> inTheWay = new HashMap<>();

    SequenceDiff(Schema expected, Schema found, SchemaRules rules) {
        this.expected = expected.sequences();
        this.found = found;
        this.rules = rules;
        Set<String> expectedTables = new HashSet<>();
        expected.tables().forEach(table -> expectedTables.add(rules.canonicalName(table.name())));
        List<Sequence> candidates = new ArrayList<>(found.sequences());
        if (!expected.sequences().isEmpty()) {
            for (Table table : found.tables()) {
                String name = rules.canonicalName(table.name());
                if (!expectedTables.contains(name) && rules.standsForSequence(table)) {
                    counters.put(name, table);
                    candidates.add(Sequence.named(table.name()));
                }
            }
        }
        // Known on both sides, an increment is what tells one sequence from another.
        boolean known = counters.isEmpty();
        Function<Sequence, Optional<Object>> shape =
                sequence -> Optional.of(known ? sequence.increment() : sequence.getClass());
        // Several modules may number by one sequence.
        Map<String, Sequence> wanted = new LinkedHashMap<>();
        expected.sequences().forEach(sequence -> wanted.putIfAbsent(name(sequence), sequence));
        sequences = Pairing.of(
                List.copyOf(wanted.values()),
                candidates,
                this::name,
                (one, there) -> rules.reaches(one.name(), there.name()),
                List.of(new Pairing.Shape<>(shape, shape)));
        for (Sequence missing : sequences.missing()) {
            found.tables().stream()
                    .filter(table -> name(missing).equals(rules.canonicalName(table.name())))
                    .findFirst()
                    .ifPresent(table -> inTheWay.put(name(missing), table));
        }
        // What is left over is a table of somebody.
        for (Sequence extra : sequences.extra()) {
            counters.remove(name(extra));
        }
        inTheWay.keySet().removeAll(expectedTables);
    }

    private String name(Sequence sequence) {
        return rules.canonicalName(sequence.name());
    }

    /** What was found, without the tables that stand for sequences or where one should be. */
    Schema withoutCounters() {
        if (counters.isEmpty() && inTheWay.isEmpty()) {
            return found;
        }
        return new Schema(
                found.tables().stream()
                        .filter(table -> !counters.containsKey(rules.canonicalName(table.name()))
                                && !inTheWay.containsKey(rules.canonicalName(table.name())))
                        .toList(),
                found.views(),
                found.sequences());
    }

    void compare(Consumer<Difference> report) {
        sequences.missing().forEach(missing -> report.accept(missing(missing)));
        for (Sequence extra : sequences.extra()) {
            if (found.sequences().contains(extra)) {
                report.accept(extra(extra));
            }
        }
        for (Pairing.Pair<Sequence> pair : sequences.pairs()) {
            if (pair.renamed()) {
                report.accept(renamed(pair.expected(), pair.found()));
            }
            // Modules that disagree are both compared.
            Set<OptionalLong> compared = new HashSet<>();
            expected.stream()
                    .filter(sequence -> name(sequence).equals(name(pair.expected())))
                    .filter(sequence -> compared.add(sequence.increment()) && differ(sequence, pair.found()))
                    .forEach(sequence -> report.accept(differentIncrement(sequence, pair.found())));
        }
    }

    private static boolean differ(Sequence expected, Sequence found) {
        return expected.increment().isPresent()
                && found.increment().isPresent()
                && !expected.increment().equals(found.increment());
    }

    private Difference missing(Sequence missing) {
        String create =
                rules.tableFor(missing).map(Snippet::createCounter).orElseGet(() -> Snippet.createSequence(missing));
        Optional<Table> table = Optional.ofNullable(inTheWay.get(name(missing)));
        return difference(
                Severity.ERROR,
                Code.MISSING_SEQUENCE,
                missing,
                SEQUENCE,
                table.isPresent() ? "table" : Describe.NOTHING,
                table.map(it -> "Give the generator another name, or drop the table, " + Snippet.dropTable(it)
                                        + ", and create it: ")
                                .orElse("Create it: ")
                        + create);
    }

    private static Difference extra(Sequence extra) {
        return difference(
                Severity.INFO,
                Code.EXTRA_SEQUENCE,
                extra,
                Describe.NOTHING,
                SEQUENCE,
                "Use it in a generator, or drop it: " + Snippet.dropSequence(extra));
    }

    private Difference renamed(Sequence expected, Sequence there) {
        Optional<Table> counter = Optional.ofNullable(counters.get(name(there)));
        return difference(
                Severity.ERROR,
                Code.RENAMED_SEQUENCE,
                expected,
                SEQUENCE + " " + expected.name(),
                SEQUENCE + " " + there.name() + " (renamed?)",
                "Name it in the generator, or rename it: "
                        + rules.tableFor(expected)
                                .flatMap(table -> counter.map(it -> Snippet.renameTable(it, table)))
                                .orElseGet(() -> Snippet.renameSequence(there, expected)));
    }

    private static Difference differentIncrement(Sequence expected, Sequence there) {
        return difference(
                Severity.ERROR,
                Code.DIFFERENT_INCREMENT,
                expected,
                SEQUENCE + " with increment " + expected.increment().orElseThrow(),
                SEQUENCE + " with increment " + there.increment().orElseThrow(),
                "Change the allocation size, or the sequence: " + Snippet.changeSequence(there, expected));
    }

    private static Difference difference(
            Severity severity, Code code, Sequence sequence, String expected, String found, String wayOut) {
        return new Difference(severity, code, sequence.name(), Optional.empty(), expected, found, wayOut);
    }
}
