package dev.mhc.migrations.dialect.postgresql;

import dev.mhc.migrations.dialect.Aftermath;
import dev.mhc.migrations.dialect.Aftermath.Again;
import dev.mhc.migrations.dialect.Aftermath.Done;
import dev.mhc.migrations.dialect.Aftermath.Unknown;
import dev.mhc.migrations.dialect.SqlLexer.Kind;
import dev.mhc.migrations.dialect.Step;
import dev.mhc.migrations.dialect.postgresql.Tokens.Name;
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
import java.util.Optional;

/** Looks at what is left of statements that ran outside of a transaction: concurrent ones leave INVALID indexes. */
final class Remains {

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

    private static final String INVALID = """
            SELECT pg_catalog.quote_ident(n.nspname) || '.' || pg_catalog.quote_ident(c.relname)
            FROM pg_catalog.pg_index i
            JOIN pg_catalog.pg_class c ON c.oid OPERATOR(pg_catalog.=) i.indexrelid
            JOIN pg_catalog.pg_namespace n ON n.oid OPERATOR(pg_catalog.=) c.relnamespace
            WHERE NOT i.indisvalid AND c.relname OPERATOR(pg_catalog.~)\s""";

    private static final String COPIES = INVALID + "'_cc(new|old)[0-9]*$' AND ";

    private static final String OF_TABLE_OR_INDEX = """
              i.indrelid OPERATOR(pg_catalog.=) (
                SELECT coalesce(
                  (SELECT o.indrelid FROM pg_catalog.pg_index o WHERE o.indexrelid OPERATOR(pg_catalog.=) r.oid), r.oid)
                FROM pg_catalog.pg_class r WHERE r.oid OPERATOR(pg_catalog.=) pg_catalog.to_regclass(?))
            ORDER BY 1
            """;

    private static final String OF_SCHEMA = "n.oid OPERATOR(pg_catalog.=) pg_catalog.to_regnamespace(?) ORDER BY 1";

    /** INVALID indexes of a table that have such names as the server gives. */
    private static final String UNNAMED =
            INVALID + "'_idx[0-9]*$' AND i.indrelid OPERATOR(pg_catalog.=) pg_catalog.to_regclass(?) ORDER BY 1";

    private Remains() {}

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
        Tokens sql = Tokens.of(statements.get(0));
        if (sql.is(0, "CREATE")) {
            return ofCreate(sql, connection);
        }
        if (sql.are(0, "DROP", "INDEX", "CONCURRENTLY")) {
            boolean ifThere = sql.are(3, "IF", "EXISTS");
            Optional<Name> name = sql.name(ifThere ? 5 : 3);
            return name.isPresent() ? ofDrop(name.get().sql(), ifThere, connection) : new Unknown();
        }
        if (sql.is(0, "REINDEX")) {
            return ofReindex(sql, connection);
        }
        return isRepeatable(sql) ? new Again(List.of()) : new Unknown();
    }

    /** What has no effect but to be repeated, or sets what it sets once more. */
    private static boolean isRepeatable(Tokens sql) {
        return sql.is(0, "VACUUM")
                || sql.is(0, "CLUSTER")
                || sql.are(0, "ALTER", "SYSTEM")
                || sql.are(0, "ALTER", "DATABASE");
    }

    private static Aftermath ofCreate(Tokens sql, Connection connection) throws SQLException {
        int index = sql.is(1, "UNIQUE") ? 2 : 1;
        if (!sql.are(index, "INDEX", "CONCURRENTLY")) {
            return new Unknown();
        }
        int next = index + 2;
        boolean unlessThere = sql.are(next, "IF", "NOT", "EXISTS");
        next += unlessThere ? 3 : 0;
        // As a name it would have to be quoted.
        Optional<Name> name = sql.is(next, "ON") ? Optional.empty() : sql.name(next);
        next = name.map(Name::next).orElse(next) + 1;
        Optional<Name> table = sql.name(sql.is(next, "ONLY") ? next + 1 : next);
        if (table.isEmpty()) {
            return new Unknown();
        }
        return name.isPresent()
                ? ofCreate(name.get().sql(), table.get().sql(), unlessThere, connection)
                : new Unknown(drops(UNNAMED, table.get().sql(), connection));
    }

    /** It does the same again, and nothing needs the copies that it did not finish. */
    private static Aftermath ofReindex(Tokens sql, Connection connection) throws SQLException {
        int kind = sql.kind(1) == Kind.OPEN ? sql.closing(1) + 1 : 1;
        Optional<Name> name = sql.name(sql.is(kind + 1, "CONCURRENTLY") ? kind + 2 : kind + 1);
        if (name.isEmpty()) {
            return new Unknown();
        }
        return switch (sql.word(kind)) {
            case "INDEX", "TABLE" ->
                new Again(drops(COPIES + OF_TABLE_OR_INDEX, name.get().sql(), connection));
            case "SCHEMA" -> new Again(drops(COPIES + OF_SCHEMA, name.get().sql(), connection));
            default -> new Unknown();
        };
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

    private static List<Step.Statement> drops(String sql, String parameter, Connection connection) throws SQLException {
        return names(sql, parameter, connection).stream().map(Remains::drop).toList();
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
