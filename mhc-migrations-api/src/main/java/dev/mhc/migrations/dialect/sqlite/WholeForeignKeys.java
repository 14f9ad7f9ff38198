package dev.mhc.migrations.dialect.sqlite;

import dev.mhc.migrations.dialect.sqlite.ForeignKeyViolations.Violated;
import dev.mhc.migrations.error.ErrorCode;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The foreign keys of the whole database, for a transaction that rebuilds a table and also changes rows: foreign keys are
 * off in it, so nothing refuses a row that references nothing, and nothing cascades.
 */
final class WholeForeignKeys {

    private static final String STORE = "mhc_orphans";

    private final Connection connection;
    private final ForeignKeyViolations violations;
    private final Map<String, Set<String>> before = new LinkedHashMap<>();

    private WholeForeignKeys(Connection connection) {
        this.connection = connection;
        this.violations = new ForeignKeyViolations(connection, STORE);
    }

    /** Remembers the violations there are. */
    static WholeForeignKeys capture(Connection connection) throws SQLException {
        WholeForeignKeys keys = new WholeForeignKeys(connection);
        keys.violations.create();
        for (String table : keys.checked()) {
            keys.before.put(table, new TreeSet<>(ForeignKeyViolations.keys(connection, table)));
            keys.violations.capture(table, Optional.empty());
        }
        keys.violations.index();
        return keys;
    }

    /** A table whose keys reference no key cannot be checked; SQLite refuses to write to it while foreign keys are on. */
    private List<String> checked() throws SQLException {
        List<String> tables = new ArrayList<>();
        for (String table : ForeignKeyViolations.tables(connection)) {
            if (ForeignKeyViolations.mismatch(connection, table).isEmpty()) {
                tables.add(table);
            }
        }
        return tables;
    }

    /**
     * Refuses violations that were not there.
     *
     * @throws dev.mhc.migrations.error.MigrationException naming tables and rows
     */
    void requireNoneAdded() throws SQLException {
        Map<String, List<String>> now = new LinkedHashMap<>();
        for (String table : checked()) {
            now.put(table, ForeignKeyViolations.keys(connection, table));
        }
        List<String> vanished = new ArrayList<>();
        before.forEach((table, keys) -> keys.stream()
                .filter(key -> !now.getOrDefault(table, List.of()).contains(key))
                .forEach(key -> vanished.add(table + " " + key)));
        List<Violated> added = new ArrayList<>();
        for (Map.Entry<String, List<String>> entry : now.entrySet()) {
            String table = entry.getKey();
            Set<String> known = before.getOrDefault(table, Set.of());
            violations.added(table, Optional.empty(), true).stream()
                    .filter(it -> known.contains(it.key()))
                    .forEach(added::add);
            for (String key : entry.getValue()) {
                if (!known.contains(key)) {
                    added.addAll(violations.addedBesides(table, key, vanished));
                }
            }
        }
        violations.drop();
        if (!added.isEmpty()) {
            throw ErrorCode.NEW_ORPHANS.with(
                    added.stream().map(Violated::toString).collect(Collectors.joining("\n  ")));
        }
    }
}
