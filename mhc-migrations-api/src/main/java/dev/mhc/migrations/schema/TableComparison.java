package dev.mhc.migrations.schema;

import dev.mhc.migrations.schema.Difference.Code;
import dev.mhc.migrations.schema.Difference.Severity;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** What the comparisons of one table's parts share: both tables, how their columns correspond, where findings go. */
record TableComparison(
        Table expected,
        Table found,
        Pairing<Column> columns,
        Correspondence schema,
        SchemaRules rules,
        Consumer<Difference> differences) {

    /** Canonical names of columns as the expected side writes them. */
    List<String> expectedKeys(List<String> names) {
        return names.stream().map(rules::canonicalName).toList();
    }

    /** What the expected side calls columns of the found side. */
    List<String> foundKeys(List<String> names) {
        return names.stream().map(rules::canonicalName).map(columns::key).toList();
    }

    /** Whether a missing column is the cause of whatever is found about these. */
    boolean anyMissing(Collection<String> keys) {
        return keys.stream().anyMatch(columns::isMissing);
    }

    /** Whether an extra column is the cause of whatever is found about these. */
    boolean anyExtra(Collection<String> keys) {
        return keys.stream().anyMatch(columns::isExtra);
    }

    Optional<List<String>> expectedPrimaryKey() {
        return expected.primaryKey().map(key -> expectedKeys(key.columns()));
    }

    Optional<List<String>> foundPrimaryKey() {
        return found.primaryKey().map(key -> foundKeys(key.columns()));
    }

    /**
     * Whether a key over {@code keys} only says that no two rows are the same. Hibernate makes such a key for a set of
     * values, and writes no such rows without it.
     */
    boolean isSetOfRows(Collection<String> keys) {
        return Set.copyOf(keys)
                .equals(expected.columns().stream()
                        .map(column -> rules.canonicalName(column.name()))
                        .collect(Collectors.toSet()));
    }

    /** Whether it is a table of a collection with large objects, over which Hibernate makes no such key. */
    boolean hasLargeObjects() {
        return !expected.foreignKeys().isEmpty()
                && expected.columns().stream().anyMatch(column -> rules.isLarge(column.type()));
    }

    /** Reports a difference of the table itself. */
    void report(Severity severity, Code code, String expectation, String finding, String wayOut) {
        differences.accept(
                new Difference(severity, code, expected.name(), Optional.empty(), expectation, finding, wayOut));
    }

    /** Reports a difference of a part of the table. */
    void report(Severity severity, Code code, String part, String expectation, String finding, String wayOut) {
        differences.accept(
                new Difference(severity, code, expected.name(), Optional.of(part), expectation, finding, wayOut));
    }

    /** How a place names a constraint of these columns. */
    static String part(List<String> columnNames) {
        return columnNames.size() == 1 ? columnNames.get(0) : "(" + String.join(", ", columnNames) + ")";
    }
}
