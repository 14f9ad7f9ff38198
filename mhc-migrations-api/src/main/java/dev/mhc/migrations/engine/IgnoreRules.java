package dev.mhc.migrations.engine;

import dev.mhc.migrations.error.ErrorCode;
import dev.mhc.migrations.schema.IgnoredTable;
import dev.mhc.migrations.schema.IgnoredTable.Rule;
import dev.mhc.migrations.schema.Schema;
import dev.mhc.migrations.schema.SchemaRules;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Divides what a database has into what is compared and what is somebody else's. A mapped table is never ignored. */
final class IgnoreRules {

    /**
     * What was divided.
     *
     * @param compared what is left
     * @param ignored the rest, sorted by name
     * @param unused the patterns that took nothing
     */
    record Divided(Schema compared, List<IgnoredTable> ignored, List<String> unused) {}

    private final List<TablePattern> patterns;
    private final SchemaRules rules;
    private final Map<String, String> mapped = new HashMap<>();

    /**
     * Rules of a user.
     *
     * @param mapped the tables and sequences of the entities
     */
    IgnoreRules(List<String> patterns, Collection<String> mapped, SchemaRules rules) {
        this.patterns =
                patterns.stream().map(text -> new TablePattern(text, rules)).toList();
        this.rules = rules;
        mapped.forEach(table -> this.mapped.putIfAbsent(rules.canonicalName(table), table));
    }

    /** Whether a pattern may say a schema, so that it has to be known. */
    boolean needSchema() {
        return patterns.stream().anyMatch(TablePattern::hasDot);
    }

    /** Whether an entity maps this table. */
    boolean isMapped(String table) {
        return mapped.containsKey(rules.canonicalName(table));
    }

    /**
     * Divides a schema.
     *
     * @param owned what the database itself says is somebody else's, in {@code found} or not
     * @param schema where the tables are, if this kind of database has such
     * @throws dev.mhc.migrations.error.MigrationException if one of the patterns is the name of a mapped table
     */
    Divided divide(Schema found, List<IgnoredTable> owned, Optional<String> schema) {
        requireUnmapped(schema);
        Map<String, IgnoredTable> ignored = new HashMap<>();
        Set<TablePattern> used = new HashSet<>();
        for (IgnoredTable table : owned) {
            if (!isMapped(table.table())) {
                ignored.put(rules.canonicalName(table.table()), table);
                used.addAll(matching(table.table(), schema));
            }
        }
        List<String> names = new ArrayList<>();
        found.tables().forEach(table -> names.add(table.name()));
        found.views().forEach(view -> names.add(view.name()));
        found.sequences().forEach(sequence -> names.add(sequence.name()));
        for (String name : names) {
            List<TablePattern> matching = isMapped(name) ? List.of() : matching(name, schema);
            if (!matching.isEmpty()) {
                used.addAll(matching);
                ignored.putIfAbsent(
                        rules.canonicalName(name),
                        new IgnoredTable(name, Rule.PATTERN, matching.get(0).text()));
            }
        }
        Schema compared = new Schema(
                found.tables().stream()
                        .filter(table -> !ignored.containsKey(rules.canonicalName(table.name())))
                        .toList(),
                found.views().stream()
                        .filter(view -> !ignored.containsKey(rules.canonicalName(view.name())))
                        .toList(),
                found.sequences().stream()
                        .filter(sequence -> !ignored.containsKey(rules.canonicalName(sequence.name())))
                        .toList());
        return new Divided(
                compared,
                ignored.values().stream()
                        .sorted(Comparator.comparing(IgnoredTable::table))
                        .toList(),
                patterns.stream()
                        .filter(pattern -> !used.contains(pattern))
                        .map(TablePattern::text)
                        .toList());
    }

    private void requireUnmapped(Optional<String> schema) {
        for (TablePattern pattern : patterns) {
            if (!pattern.hasWildcard()) {
                mapped.values().stream()
                        .filter(table -> pattern.matches(table, schema))
                        .findFirst()
                        .ifPresent(table -> {
                            throw ErrorCode.IGNORED_ENTITY_TABLE.with(pattern.text(), table);
                        });
            }
        }
    }

    private List<TablePattern> matching(String table, Optional<String> schema) {
        return patterns.stream()
                .filter(pattern -> pattern.matches(table, schema))
                .toList();
    }
}
