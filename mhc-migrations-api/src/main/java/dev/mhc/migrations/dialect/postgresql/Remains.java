package dev.mhc.migrations.dialect.postgresql;

import dev.mhc.migrations.dialect.Aftermath;
import dev.mhc.migrations.dialect.Aftermath.Again;
import dev.mhc.migrations.dialect.Aftermath.Done;
import dev.mhc.migrations.dialect.Aftermath.Unknown;
import dev.mhc.migrations.dialect.Step;
import dev.mhc.migrations.error.ErrorCode;
import dev.mhc.migrations.operation.CreateIndex;
import dev.mhc.migrations.operation.DropIndex;
import dev.mhc.migrations.operation.ExecuteSql;
import dev.mhc.migrations.operation.Operation;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Looks at what is left of statements that ran outside of a transaction: concurrent ones leave INVALID indexes. */
final class Remains {

    private static final String NAME = "((?:\"(?:[^\"]|\"\")+\"|[\\p{L}_][\\p{L}\\p{N}_$]*)"
            + "(?:\\.(?:\"(?:[^\"]|\"\")+\"|[\\p{L}_][\\p{L}\\p{N}_$]*))?)";
    private static final Pattern CREATE =
            pattern("CREATE\\s+(?:UNIQUE\\s+)?INDEX\\s+CONCURRENTLY\\s+(IF\\s+NOT\\s+EXISTS\\s+)?" + NAME
                    + "\\s+ON\\s+(?:ONLY\\s+)?" + NAME + "(?![\\w.]).*");
    private static final Pattern DROP =
            pattern("DROP\\s+INDEX\\s+CONCURRENTLY\\s+(IF\\s+EXISTS\\s+)?" + NAME + "(?:\\s+(?:RESTRICT|CASCADE))?");
    private static final Pattern REINDEX =
            pattern("REINDEX\\s*(?:\\([^)]*\\)\\s*)?(INDEX|TABLE)\\s+(?:CONCURRENTLY\\s+)?" + NAME);
    /** What has no effect but to be repeated, or sets what it sets once more. */
    private static final Pattern REPEATABLE =
            pattern("(?:VACUUM|CLUSTER|DISCARD|ALTER\\s+SYSTEM|ALTER\\s+DATABASE)\\b.*");

    private static final String INDEX = """
            SELECT pg_catalog.quote_ident(n.nspname) || '.' || pg_catalog.quote_ident(c.relname),
              i.indisvalid, i.indrelid OPERATOR(pg_catalog.=) t.oid
            FROM pg_catalog.pg_class t
            JOIN pg_catalog.pg_namespace n ON n.oid OPERATOR(pg_catalog.=) t.relnamespace
            JOIN pg_catalog.pg_class c ON c.oid OPERATOR(pg_catalog.=)
              pg_catalog.to_regclass(pg_catalog.quote_ident(n.nspname) || '.' || ?)
            LEFT JOIN pg_catalog.pg_index i ON i.indexrelid OPERATOR(pg_catalog.=) c.oid
            WHERE t.oid OPERATOR(pg_catalog.=) pg_catalog.to_regclass(?)
            """;

    private static final String COPIES = """
            SELECT pg_catalog.quote_ident(n.nspname) || '.' || pg_catalog.quote_ident(c.relname)
            FROM pg_catalog.pg_index i
            JOIN pg_catalog.pg_class c ON c.oid OPERATOR(pg_catalog.=) i.indexrelid
            JOIN pg_catalog.pg_namespace n ON n.oid OPERATOR(pg_catalog.=) c.relnamespace
            WHERE NOT i.indisvalid AND c.relname OPERATOR(pg_catalog.~) '_cc(new|old)[0-9]*$'
              AND i.indrelid OPERATOR(pg_catalog.=) (
                SELECT coalesce(
                  (SELECT o.indrelid FROM pg_catalog.pg_index o WHERE o.indexrelid OPERATOR(pg_catalog.=) r.oid), r.oid)
                FROM pg_catalog.pg_class r WHERE r.oid OPERATOR(pg_catalog.=) pg_catalog.to_regclass(?))
            ORDER BY 1
            """;

    private Remains() {}

    private static Pattern pattern(String sql) {
        return Pattern.compile(sql, Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    }

    static Aftermath of(Operation part, Connection connection) throws SQLException {
        if (part instanceof CreateIndex create) {
            String name = PostgresqlNames.identifier(
                    PostgresqlNames.bare(create.index().name().orElse("")));
            return ofCreate(name, PostgresqlNames.table(create.table()), false, connection);
        }
        if (part instanceof DropIndex drop) {
            return ofDrop(PostgresqlNames.table(drop.index()), false, connection);
        }
        return part instanceof ExecuteSql execute ? of(execute, connection) : new Unknown();
    }

    private static Aftermath of(ExecuteSql execute, Connection connection) throws SQLException {
        List<String> statements = SeparateParts.statements(execute);
        if (statements.size() != 1) {
            return new Unknown();
        }
        String sql = statements.get(0).strip();
        Matcher create = CREATE.matcher(sql);
        if (create.matches()) {
            return ofCreate(create.group(2), create.group(3), create.group(1) != null, connection);
        }
        Matcher drop = DROP.matcher(sql);
        if (drop.matches()) {
            return ofDrop(drop.group(2), drop.group(1) != null, connection);
        }
        Matcher reindex = REINDEX.matcher(sql);
        if (reindex.matches()) {
            return new Again(names(COPIES, reindex.group(2), connection).stream()
                    .map(Remains::drop)
                    .toList());
        }
        return REPEATABLE.matcher(sql).matches() ? new Again(List.of()) : new Unknown();
    }

    /** What is INVALID is never kept: some of its rows may be missing. */
    private static Aftermath ofCreate(String name, String table, boolean unlessThere, Connection connection)
            throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(INDEX)) {
            query.setString(1, name);
            query.setString(2, table);
            try (ResultSet row = query.executeQuery()) {
                if (!row.next()) {
                    return new Again(List.of());
                }
                String found = row.getString(1);
                boolean valid = row.getBoolean(2);
                if (!row.getBoolean(3)) {
                    throw ErrorCode.INDEX_NAME_TAKEN.with(name, table, found + ", which is none of its indexes,");
                }
                if (!valid) {
                    return new Again(List.of(drop(found)));
                }
                return unlessThere ? new Again(List.of()) : new Done();
            }
        }
    }

    private static Aftermath ofDrop(String name, boolean ifThere, Connection connection) throws SQLException {
        boolean there = !names("SELECT pg_catalog.to_regclass(?)::pg_catalog.text", name, connection)
                .isEmpty();
        return there || ifThere ? new Again(List.of()) : new Done();
    }

    private static Step.Statement drop(String index) {
        return new Step.Statement("DROP INDEX CONCURRENTLY " + index, "INVALID, of a try before");
    }

    private static List<String> names(String sql, String parameter, Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setString(1, parameter);
            List<String> names = new ArrayList<>();
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    String name = rows.getString(1);
                    if (name != null) {
                        names.add(name);
                    }
                }
            }
            return names;
        }
    }
}
