package dev.mhc.migrations.dialect.postgresql;

import static dev.mhc.migrations.dialect.postgresql.PostgresqlNames.identifier;
import static dev.mhc.migrations.dialect.postgresql.PostgresqlNames.table;

import dev.mhc.migrations.dialect.KeyColumns;
import dev.mhc.migrations.dialect.SqlWriter;
import dev.mhc.migrations.error.ErrorCode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What tells the rows of a table apart, and puts them in an order: the primary key, or else unique columns that refuse
 * NULL. Where a row is stored ({@code ctid}) tells nothing, since every update of a row changes it.
 *
 * @param parts at least one
 */
record BatchKey(List<Part> parts) {

    /**
     * A column of the key.
     *
     * @param name of the column
     * @param type as it is written behind a literal
     * @param collation by which it is compared; empty where there is none
     */
    record Part(String name, String type, Optional<String> collation) {

        String sql() {
            return identifier(name);
        }

        String order() {
            return sql()
                    + collation
                            .map(it -> " COLLATE " + SqlWriter.identifier(it))
                            .orElse("");
        }
    }

    private static final String WAY_OUT = "Write it as schema.sql(\"UPDATE …\"), in one transaction.";

    private static final String HEIRS =
            "SELECT EXISTS (SELECT FROM pg_catalog.pg_inherits i JOIN pg_catalog.pg_class t ON"
                    + " t.oid = i.inhparent WHERE t.oid = pg_catalog.to_regclass(?) AND t.relkind = 'r')";

    /** The primary key first; then keys of few columns, by name, so that every run finds the same one. */
    private static final String PARTS = """
            SELECT a.attname, pg_catalog.format_type(a.atttypid, a.atttypmod),
              CASE WHEN c.oid IS NULL THEN NULL
                WHEN c.collname = 'default' AND c.collnamespace = 'pg_catalog'::pg_catalog.regnamespace
                THEN (SELECT datcollate FROM pg_catalog.pg_database WHERE datname = pg_catalog.current_database())
                WHEN c.collnamespace = 'pg_catalog'::pg_catalog.regnamespace THEN c.collname
                ELSE c.collnamespace::pg_catalog.regnamespace || '.' || c.collname END,
              pg_catalog.pg_type_is_visible(b.oid) OR b.typtype <> 'b'
            FROM (SELECT x.indexrelid, x.indrelid, x.indkey, x.indnkeyatts
              FROM pg_catalog.pg_index x JOIN pg_catalog.pg_class i ON i.oid = x.indexrelid
              WHERE x.indrelid = pg_catalog.to_regclass(?) AND x.indisunique AND x.indisvalid
                AND x.indpred IS NULL AND x.indexprs IS NULL
                AND NOT EXISTS (SELECT FROM pg_catalog.generate_series(0, x.indnkeyatts - 1) n
                  JOIN pg_catalog.pg_attribute a ON a.attrelid = x.indrelid AND a.attnum = x.indkey[n]
                  WHERE NOT a.attnotnull OR x.indcollation[n] NOT IN (0, a.attcollation))
              ORDER BY x.indisprimary DESC, x.indimmediate DESC, x.indnkeyatts, i.relname LIMIT 1) k
            CROSS JOIN LATERAL pg_catalog.generate_series(0, k.indnkeyatts - 1) n(position)
            JOIN pg_catalog.pg_attribute a ON a.attrelid = k.indrelid AND a.attnum = k.indkey[n.position]
            JOIN pg_catalog.pg_type t ON t.oid = a.atttypid
            JOIN pg_catalog.pg_type b ON b.oid = CASE WHEN t.typtype = 'd' THEN t.typbasetype ELSE t.oid END
            LEFT JOIN pg_catalog.pg_collation c ON c.oid = a.attcollation
            ORDER BY n.position
            """;

    /** The key of a table, as the connection sees it now. */
    static BatchKey of(Connection connection, String table) throws SQLException {
        refuseHeirs(connection, table);
        List<Part> parts = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(PARTS)) {
            statement.setString(1, table(table));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    Part part = new Part(row.getString(1), row.getString(2), Optional.ofNullable(row.getString(3)));
                    if (!row.getBoolean(4)) {
                        throw ErrorCode.BACKFILL_KEY.with(
                                table,
                                "the type " + part.type() + " of its key column " + part.name() + " is in a schema"
                                        + " that the search_path does not have, and so are its comparisons",
                                "Put that schema into the search_path of the connection.");
                    }
                    parts.add(part);
                }
            }
        }
        if (parts.isEmpty()) {
            throw ErrorCode.BACKFILL_KEY.with(
                    table,
                    "it has neither a primary key nor unique columns that refuse NULL, so that nothing tells its rows"
                            + " apart",
                    "Give it a primary key in an earlier migration, or write it as schema.sql(\"UPDATE …\"), in one"
                            + " transaction.");
        }
        return new BatchKey(List.copyOf(parts));
    }

    /** A key does not hold across tables that inherit from each other. */
    private static void refuseHeirs(Connection connection, String table) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(HEIRS)) {
            statement.setString(1, table(table));
            try (ResultSet row = statement.executeQuery()) {
                if (row.next() && row.getBoolean(1)) {
                    throw ErrorCode.BACKFILL_KEY.with(
                            table,
                            "other tables inherit from it, and its key does not tell their rows from its own",
                            WAY_OUT);
                }
            }
        }
    }

    /**
     * Goes on if a backfill leaves this key as it is.
     *
     * @throws dev.mhc.migrations.error.MigrationException if it sets {@code column} and that belongs to it
     */
    void requireKept(String table, String column) {
        if (parts.stream().anyMatch(part -> part.name().equals(column))) {
            throw ErrorCode.BACKFILL_KEY.with(
                    table,
                    "it would change " + column + ", which is what orders the rows, so that nobody could tell which of"
                            + " them are done",
                    WAY_OUT);
        }
    }

    /** Which columns these are, and how each is compared; the same for as long as the order is the same. */
    String order() {
        return parts.stream().map(Part::order).collect(Collectors.joining(", "));
    }

    KeyColumns columns() {
        return new KeyColumns(parts.stream().map(Part::sql).toList());
    }

    /** An expression that gives the key of a row as a literal, which the database writes and reads by itself. */
    String literalOfRow() {
        return KeyColumns.literalOfRow(parts.stream()
                .map(part -> "pg_catalog.quote_literal(" + part.sql() + "::text) || "
                        + SqlWriter.literal("::" + part.type()))
                .toList());
    }
}
