package dev.mhc.migrations.engine;

import dev.mhc.migrations.schema.Difference;
import java.util.List;

/**
 * How the database differs from what the entities expect.
 *
 * @param differences all of them, sorted by table
 * @param entities how many entities were compared
 * @param tables how many tables they expect
 */
public record SchemaReport(List<Difference> differences, int entities, int tables) {

    public SchemaReport {
        differences = List.copyOf(differences);
    }

    /** The differences of {@code threshold} or worse. */
    public List<Difference> atLeast(Difference.Severity threshold) {
        return differences.stream()
                .filter(difference -> difference.severity().isAtLeast(threshold))
                .toList();
    }

    /**
     * Goes on if the database has all that the entities need.
     *
     * @throws dev.mhc.migrations.error.MigrationException naming every error, if there is one
     */
    @SuppressWarnings("DoNotCallSuggester")
    public void requireNoErrors() {
        throw new IllegalStateException("skeleton");
    }
}
