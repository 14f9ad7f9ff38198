package dev.mhc.migrations.dialect.sqlite;

import static dev.mhc.migrations.dialect.SqlWriter.literal;

import dev.mhc.migrations.dialect.Progress;
import dev.mhc.migrations.dialect.sqlite.ForeignKeyViolations.Violated;
import dev.mhc.migrations.error.ErrorCode;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The foreign keys of a table that is rebuilt, and those that reference it. Where the values of their columns are kept,
 * the rows that violate them afterwards are those that did before, so only afterwards is looked; else both times.
 */
final class RebuildForeignKeys {

    private static final String STORE = "mhc_rebuild_orphans";

    private final String table;
    private final Predicate<String> kept;
    private final boolean rowidsKept;
    private final Map<String, List<String>> keysBefore = new LinkedHashMap<>();
    private final Map<String, String> mismatchesBefore = new LinkedHashMap<>();
    private boolean valuesKept;

    /**
     * Foreign keys around a table.
     *
     * @param kept whether a column of the table keeps its values, and the way in which they are compared
     * @param rowidsKept whether the rows of the table keep their rowids
     */
    RebuildForeignKeys(String table, Predicate<String> kept, boolean rowidsKept) {
        this.table = table;
        this.kept = kept;
        this.rowidsKept = rowidsKept;
    }

    private List<String> tables(Connection connection) throws SQLException {
        TreeSet<String> tables = new TreeSet<>(ForeignKeyViolations.referencing(connection, table));
        tables.removeIf(it -> SqliteRules.fold(it).equals(SqliteRules.fold(table)));
        List<String> all = new ArrayList<>(List.of(table));
        all.addAll(tables);
        return all;
    }

    /** The columns of the table that have a part in a foreign key of its own or of others. */
    private List<String> columns(Connection connection) throws SQLException {
        return SqliteQuery.texts(
                connection,
                "SELECT \"from\" FROM pragma_foreign_key_list(" + literal(table) + ", 'main') UNION"
                        + " SELECT coalesce(f.\"to\", p.name) FROM main.sqlite_schema s"
                        + " JOIN pragma_foreign_key_list(s.name, 'main') f"
                        + " LEFT JOIN pragma_table_xinfo(" + literal(table) + ", 'main') p ON p.pk = f.seq + 1"
                        + " WHERE s.type = 'table' AND s.rootpage > 0 AND f.\"table\" = " + literal(table)
                        + " COLLATE NOCASE AND coalesce(f.\"to\", p.name) IS NOT NULL");
    }

    private Optional<String> parentOf(String child) {
        return child.equals(table) ? Optional.empty() : Optional.of(table);
    }

    void before(Connection connection) throws SQLException {
        keysBefore.clear();
        mismatchesBefore.clear();
        valuesKept = columns(connection).stream().allMatch(kept);
        ForeignKeyViolations violations = new ForeignKeyViolations(connection, STORE);
        if (!valuesKept) {
            violations.create();
        }
        for (String child : tables(connection)) {
            keysBefore.put(child, ForeignKeyViolations.keys(connection, child));
            Optional<String> mismatch = ForeignKeyViolations.mismatch(connection, child);
            if (mismatch.isPresent()) {
                mismatchesBefore.put(child, mismatch.get());
            } else if (!valuesKept) {
                violations.capture(child, parentOf(child));
            }
        }
        if (!valuesKept) {
            violations.index();
        }
    }

    /** Refuses violations that are new, and warns of those that are not. */
    void after(Connection connection, Progress progress) throws SQLException {
        ForeignKeyViolations violations = new ForeignKeyViolations(connection, STORE);
        for (String child : tables(connection)) {
            Optional<String> mismatch = ForeignKeyViolations.mismatch(connection, child);
            if (mismatch.isPresent()) {
                if (!mismatchesBefore.containsKey(child)) {
                    throw ErrorCode.REFERENCED_KEY_LOST.with(table, child, mismatch.get());
                }
                progress.warn("the foreign keys of " + child + " cannot be checked, and could not be before: "
                        + mismatch.get());
                continue;
            }
            List<Violated> now = violations.now(child, parentOf(child));
            if (!now.isEmpty()) {
                refuse(added(violations, child, now));
                now.forEach(it -> progress.warn("rows that reference nothing, as they did before: " + it));
            }
        }
        if (!valuesKept) {
            violations.drop();
        }
    }

    private List<Violated> added(ForeignKeyViolations violations, String child, List<Violated> now)
            throws SQLException {
        if (mismatchesBefore.containsKey(child)) {
            // Nobody could know which rows violated the key while it referenced none.
            return List.of();
        }
        List<String> known = keysBefore.getOrDefault(child, List.of());
        List<Violated> added = new ArrayList<>(
                now.stream().filter(it -> !known.contains(it.key())).toList());
        if (!valuesKept) {
            violations.added(child, parentOf(child), !child.equals(table) || rowidsKept).stream()
                    .filter(it -> known.contains(it.key()))
                    .forEach(added::add);
        }
        return added;
    }

    private void refuse(List<Violated> added) {
        if (!added.isEmpty()) {
            throw ErrorCode.REBUILD_ORPHANS.with(
                    table, added.stream().map(Violated::toString).collect(Collectors.joining("\n  ")));
        }
    }
}
