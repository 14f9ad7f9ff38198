package dev.mhc.migrations.engine;

import dev.mhc.migrations.error.ErrorCode;
import dev.mhc.migrations.schema.Difference;
import dev.mhc.migrations.schema.Difference.Severity;
import dev.mhc.migrations.schema.IgnoredTable;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How the database differs from what the entities expect.
 *
 * @param differences all of them, sorted by table
 * @param notes what could not be compared, one sentence each
 * @param compared what was compared with what
 * @param ignored tables and views that are somebody else's, sorted by name
 * @param unusedPatterns the patterns of tables to ignore that took nothing
 */
public record SchemaReport(
        List<Difference> differences,
        List<String> notes,
        Compared compared,
        List<IgnoredTable> ignored,
        List<String> unusedPatterns) {

    /**
     * What was compared with what.
     *
     * @param dialect what users call the kind of database
     * @param version what the database says of its version
     * @param entities the names of the entity classes
     * @param tables the tables that they expect
     * @param uncheckedTables the tables that they use and that are left out; the notes say why
     * @param sequences the sequences that they expect
     */
    public record Compared(
            String dialect,
            String version,
            List<String> entities,
            List<String> tables,
            List<String> uncheckedTables,
            List<String> sequences) {

        public Compared {
            entities = List.copyOf(entities);
            tables = List.copyOf(tables);
            uncheckedTables = List.copyOf(uncheckedTables);
            sequences = List.copyOf(sequences);
        }

        /** Without sequences. */
        public Compared(
                String dialect,
                String version,
                List<String> entities,
                List<String> tables,
                List<String> uncheckedTables) {
            this(dialect, version, entities, tables, uncheckedTables, List.of());
        }
    }

    public SchemaReport {
        differences = List.copyOf(differences);
        notes = List.copyOf(notes);
        ignored = List.copyOf(ignored);
        unusedPatterns = List.copyOf(unusedPatterns);
    }

    /** How many entities were compared. */
    public int entities() {
        return compared.entities().size();
    }

    /** How many tables they expect. */
    public int tables() {
        return compared.tables().size();
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
