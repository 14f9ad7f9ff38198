package dev.mhc.migrations.schema;

import dev.mhc.migrations.schema.Difference.Code;
import dev.mhc.migrations.schema.Difference.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * Compares the checks of two tables. Only what is expected is asked for: a check that the database has beside that keeps
 * its own promises.
 */
final class CheckDiff {

    private final TableComparison tables;
    private final List<Check> left;

    CheckDiff(TableComparison tables) {
        this.tables = tables;
        this.left = new ArrayList<>(tables.found().checks());
    }

    void compare() {
        List<Check> alone = new ArrayList<>(tables.expected().checks());
        alone.removeIf(wanted -> take(found -> same(wanted, found)).isPresent());
        alone.removeIf(this::isExplained);
        alone.forEach(this::compare);
        tables.found().checks().stream().filter(check -> !check.validated()).forEach(this::notValidated);
    }

    /** Whether a column that it mentions is missing, or has another name. */
    private boolean isExplained(Check wanted) {
        Set<String> mentioned = columns(wanted);
        return tables.anyMissing(mentioned)
                || StreamSupport.stream(tables.columns().pairs().spliterator(), false)
                        .filter(Pairing.Pair::renamed)
                        .anyMatch(pair -> mentioned.contains(
                                tables.rules().canonicalName(pair.expected().name())));
    }

    private void compare(Check wanted) {
        Optional<Check> named = take(found -> wanted.name().isPresent()
                && found.name().map(this::key).equals(wanted.name().map(this::key)));
        boolean unreadable = named.stream().anyMatch(found -> mayMeanTheSame(wanted, found))
                || (named.isEmpty()
                        && take(found -> mayMeanTheSame(wanted, found)
                                        && columns(found).equals(columns(wanted)))
                                .isPresent());
        if (unreadable) {
            return;
        }
        tables.report(
                Severity.WARNING,
                named.isPresent() ? Code.DIFFERENT_CHECK : Code.MISSING_CHECK,
                part(wanted),
                written(wanted),
                named.map(CheckDiff::written).orElse(Describe.NOTHING),
                "Rows that break it are accepted. "
                        + (named.isPresent() ? "Drop it and add it anew: " : "Add it: ")
                        + Snippet.addCheck(tables.expected(), wanted));
    }

    /** Whoever declared it, it promises what it does not keep. */
    private void notValidated(Check check) {
        tables.report(
                Severity.ERROR,
                Code.UNVALIDATED_CHECK,
                part(check),
                written(check),
                Describe.NOT_VALID + " " + written(check),
                "Rows from before it may break it. Correct them, then validate it: "
                        + Snippet.validate(tables.found(), check.name().orElse("…")));
    }

    private boolean same(Check one, Check other) {
        return tables.rules()
                .canonicalExpression(one.expression())
                .equals(tables.rules().canonicalExpression(other.expression()));
    }

    /** Whether one of them is written in a way that is not understood, so that nobody knows. */
    private boolean mayMeanTheSame(Check one, Check other) {
        return !tables.rules().understands(one.expression()) || !tables.rules().understands(other.expression());
    }

    /** The columns that an expression mentions. */
    private Set<String> columns(Check check) {
        String words =
                " " + tables.rules().canonicalName(check.expression()).replaceAll("[^\\p{L}\\p{N}_$]+", " ") + " ";
        return tables.expected().columns().stream()
                .map(column -> tables.rules().canonicalName(column.name()))
                .filter(name -> words.contains(" " + name + " "))
                .collect(Collectors.toSet());
    }

    private Optional<Check> take(Predicate<Check> condition) {
        Optional<Check> taken = left.stream().filter(condition).findFirst();
        taken.ifPresent(left::remove);
        return taken;
    }

    private String key(String name) {
        return tables.rules().canonicalName(name);
    }

    private static String part(Check check) {
        return check.name().orElse("check");
    }

    private static String written(Check check) {
        return "check (" + check.expression() + ")";
    }
}
