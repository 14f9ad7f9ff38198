package dev.mhc.migrations.engine;

import dev.mhc.migrations.error.ErrorCode;
import dev.mhc.migrations.schema.Difference;
import dev.mhc.migrations.schema.Difference.Severity;
import java.util.List;
import java.util.stream.Collectors;

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
    public List<Difference> atLeast(Severity threshold) {
        return differences.stream()
                .filter(difference -> difference.severity().isAtLeast(threshold))
                .toList();
    }

    /**
     * Goes on if the database has all that the entities need.
     *
     * @throws dev.mhc.migrations.error.MigrationException naming every error, if there is one
     */
    public void requireNoErrors() {
        List<Difference> errors = atLeast(Severity.ERROR);
        if (!errors.isEmpty()) {
            String places = errors.size() == 1 ? "1 place" : errors.size() + " places";
            String lines = errors.stream()
                    .map(error -> "  %s: expected %s, found %s. %s"
                            .formatted(error.place(), error.expected(), error.found(), error.wayOut()))
                    .collect(Collectors.joining("\n"));
            throw ErrorCode.SCHEMA_DIFFERS.with(places, lines);
        }
    }
}
