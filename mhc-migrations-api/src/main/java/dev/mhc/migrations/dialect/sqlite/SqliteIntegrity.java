package dev.mhc.migrations.dialect.sqlite;

import dev.mhc.migrations.dialect.SqlWriter;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What {@code PRAGMA integrity_check} finds, less what the application stored against its own constraints.
 *
 * @see <a href="https://www.sqlite.org/pragma.html#pragma_integrity_check">SQLite on integrity_check</a>
 */
final class SqliteIntegrity {

    /** A value that the column would not take today; the database that holds it is in order. */
    private static final Pattern OF_VALUE =
            Pattern.compile("(NULL|TEXT|NUMERIC|non-\\w+) value in .*|CHECK constraint failed in .*", Pattern.DOTALL);

    /** Finding values must not use up the number of findings before damage is reached. */
    private static final String ALL = "2147483647";

    private SqliteIntegrity() {}

    /** The first damage. */
    static Optional<String> firstDamage(Connection connection) throws SQLException {
        SqliteQuery.execute(connection, "PRAGMA ignore_check_constraints = ON");
        try {
            return firstDamage(connection, ALL);
        } catch (SQLException failure) {
            if (SqliteFailures.isDamage(failure)) {
                return Optional.of(String.valueOf(failure.getMessage()));
            }
            if (!SqliteFailures.isMissingExtension(failure)) {
                throw failure;
            }
            return firstDamageByTable(connection);
        }
    }

    /** A function or collation of the application's own stops the whole check; so each table that does without is checked. */
    private static Optional<String> firstDamageByTable(Connection connection) throws SQLException {
        for (String table : tables(connection)) {
            try {
                Optional<String> damage = firstDamage(connection, SqlWriter.identifier(table));
                if (damage.isPresent()) {
                    return damage;
                }
            } catch (SQLException failure) {
                if (SqliteFailures.isDamage(failure)) {
                    return Optional.of(table + ": " + failure.getMessage());
                }
                if (!SqliteFailures.isMissingExtension(failure)) {
                    throw failure;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<String> firstDamage(Connection connection, String what) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet findings = statement.executeQuery("PRAGMA integrity_check(" + what + ")")) {
            while (findings.next()) {
                String finding = String.valueOf(findings.getString(1));
                if (!finding.equals("ok") && !OF_VALUE.matcher(finding).matches()) {
                    return Optional.of(abridged(finding));
                }
            }
            return Optional.empty();
        }
    }

    /** One row tells of all that is wrong with the pages of a database, in as many lines. */
    private static String abridged(String finding) {
        List<String> lines =
                finding.lines().filter(line -> !line.startsWith("***")).toList();
        return lines.isEmpty()
                ? finding
                : lines.get(0) + (lines.size() == 1 ? "" : " (and " + (lines.size() - 1) + " more findings)");
    }

    private static List<String> tables(Connection connection) throws SQLException {
        List<String> tables = new ArrayList<>(List.of("sqlite_schema"));
        tables.addAll(SqliteQuery.texts(
                connection, "SELECT name FROM sqlite_schema WHERE type = 'table' AND rootpage > 0 ORDER BY name"));
        return tables;
    }
}
