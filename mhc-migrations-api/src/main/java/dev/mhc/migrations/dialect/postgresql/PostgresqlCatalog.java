package dev.mhc.migrations.dialect.postgresql;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The queries of {@code pg_catalog}, one each for columns, constraints and indexes. A table goes by its label: its
 * name, or {@code schema.name} where it is not in the current schema. Names of functions and operators are written such
 * that nothing in a schema of the search path can stand in for them.
 */
final class PostgresqlCatalog {

    private static final String BY_EXTENSION = """
            e.classid = 'pg_catalog.pg_class'::pg_catalog.regclass AND e.objid = t.oid AND e.objsubid = 0
              AND e.refclassid = 'pg_catalog.pg_extension'::pg_catalog.regclass AND e.deptype = 'e'
            """;

    /** What a connection finds under a plain name. */
    private static final String ALL_OF_CURRENT_SCHEMA = """
            WITH tables AS (SELECT t.oid, t.relkind, t.relname::pg_catalog.text AS label FROM pg_catalog.pg_class t
              WHERE t.relnamespace = (SELECT s.oid FROM pg_catalog.pg_namespace s
                WHERE s.nspname = pg_catalog.current_schema())
              AND NOT t.relispartition%s)
            """;

    private static final String OF_CURRENT_SCHEMA = ALL_OF_CURRENT_SCHEMA.formatted(
            " AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend e WHERE " + BY_EXTENSION + ")");

    /** A partition is part of its table, but for who asks for it by name. */
    private static final String OF_THESE_NAMES = """
            WITH tables AS (SELECT t.oid, t.relkind, w.label
              FROM unnest(?::pg_catalog.text[], ?::pg_catalog.text[], ?::pg_catalog.text[]) w(label, namespace, name)
              JOIN pg_catalog.pg_namespace s
                ON s.nspname = coalesce(w.namespace, pg_catalog.current_schema()::pg_catalog.text)
              JOIN pg_catalog.pg_class t ON t.relnamespace = s.oid AND t.relname = w.name)
            """;

    /** Those that number a column by themselves are part of the column. */
    private static final String SEQUENCES_OF_NO_COLUMN = """
            t.relkind = 'S' AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend d
                WHERE d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.objid = t.oid AND d.objsubid = 0
                  AND d.refclassid = d.classid AND d.deptype = ANY ('{a,i}'::pg_catalog."char"[]))
            """;

    /**
     * A column of a serial type is one whose default uses a sequence that belongs to the column. A column that refuses
     * NULL by a constraint that is not valid yet may still have it, and a domain refuses it for all its columns. A
     * sequence comes as a table without columns.
     */
    static final String COLUMNS = """
            SELECT t.label, t.relkind, a.attname, pg_catalog.format_type(a.atttypid, a.atttypmod) AS type,
              (a.attnotnull AND NOT EXISTS (SELECT FROM pg_catalog.pg_constraint n
                WHERE n.conrelid = t.oid AND n.contype = 'n' AND NOT n.convalidated AND a.attnum = ANY (n.conkey)))
                OR y.typnotnull AS filled,
              a.attidentity::pg_catalog.text AS identity, a.attgenerated <> '' AS computed,
              coalesce(pg_catalog.pg_get_expr(d.adbin, d.adrelid), y.typdefault) AS expression,
              n.sequence IS NOT NULL AS serial, n.narrow, q.seqincrement
            FROM tables t
            LEFT JOIN pg_catalog.pg_sequence q ON q.seqrelid = t.oid
            LEFT JOIN pg_catalog.pg_attribute a
              ON a.attrelid = t.oid AND a.attnum > 0 AND NOT a.attisdropped AND t.relkind <> 'S'
            LEFT JOIN pg_catalog.pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
            LEFT JOIN pg_catalog.pg_type y ON y.oid = a.atttypid AND y.typtype = 'd'
            LEFT JOIN LATERAL (SELECT o.objid AS sequence, s.seqmax < CASE
                  WHEN a.atttypid = 'pg_catalog.int8'::pg_catalog.regtype THEN 9223372036854775807
                  WHEN a.atttypid = 'pg_catalog.int4'::pg_catalog.regtype THEN 2147483647
                  ELSE 0 END AS narrow
                FROM pg_catalog.pg_depend u
                JOIN pg_catalog.pg_depend o ON o.classid = u.refclassid AND o.objid = u.refobjid
                JOIN pg_catalog.pg_sequence s ON s.seqrelid = o.objid
                WHERE u.classid = 'pg_catalog.pg_attrdef'::pg_catalog.regclass AND u.objid = d.oid
                  AND u.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass
                  AND o.refclassid = u.refclassid AND o.refobjid = t.oid AND o.refobjsubid = a.attnum
                  AND o.deptype = 'a' LIMIT 1) n ON d.oid IS NOT NULL
            WHERE t.relkind = ANY ('{r,p,v,m,f}'::pg_catalog."char"[]) OR %s
            ORDER BY t.label, a.attnum
            """.formatted(SEQUENCES_OF_NO_COLUMN);

    /** A foreign key to a partitioned table has a child for each partition. */
    static final String CONSTRAINTS = """
            SELECT t.label, c.contype, c.conname, %s AS columns,
              CASE WHEN coalesce(s.nspname = pg_catalog.current_schema(), false) THEN NULL ELSE s.nspname END
                AS referenced_schema,
              r.relname AS referenced_table, %s AS referenced_columns, c.confdeltype, c.confupdtype,
              c.condeferrable AND c.condeferred AS deferred, c.confmatchtype = 'f' AS match_full, c.convalidated,
              pg_catalog.pg_get_expr(c.conbin, c.conrelid) AS expression,
              ARRAY(SELECT a.attname::pg_catalog.text FROM pg_catalog.pg_attribute a
                WHERE c.confdeltype = ANY ('{n,d}'::pg_catalog."char"[]) AND a.attrelid = c.conrelid
                  AND (pg_catalog.to_jsonb(c) -> 'confdelsetcols') @> pg_catalog.to_jsonb(a.attnum)) AS set_columns,
              c.contype = 'u' AND EXISTS (SELECT FROM pg_catalog.pg_index x WHERE x.indexrelid = c.conindid
                AND (pg_catalog.to_jsonb(x) ->> 'indnullsnotdistinct') = 'true') AS nulls_not_distinct
            FROM tables t JOIN pg_catalog.pg_constraint c ON c.conrelid = t.oid
            LEFT JOIN pg_catalog.pg_class r ON r.oid = c.confrelid
            LEFT JOIN pg_catalog.pg_namespace s ON s.oid = r.relnamespace
            WHERE t.relkind = ANY ('{r,p}'::pg_catalog."char"[])
              AND c.contype = ANY ('{p,u,f,c}'::pg_catalog."char"[]) AND c.conparentid = 0
            ORDER BY t.label, c.conname
            """.formatted(names("c.conrelid", "c.conkey"), names("c.confrelid", "c.confkey"));

    static final String INDEXES = """
            SELECT t.label, i.relname, x.indisunique, x.indisvalid AND x.indisready AND x.indislive AS valid,
              x.indisunique AND (pg_catalog.to_jsonb(x) ->> 'indnullsnotdistinct') = 'true' AS nulls_not_distinct,
              pg_catalog.pg_get_expr(x.indpred, x.indrelid) AS condition, m.amname,
              k.position > x.indnkeyatts AS included, a.attname,
              CASE WHEN a.attname IS NULL THEN pg_catalog.pg_get_indexdef(i.oid, k.position, true) END AS expression,
              CASE WHEN x.indcollation[k.position - 1] <> coalesce(a.attcollation, 100) THEN l.collname END AS collation,
              CASE WHEN NOT o.opcdefault AND o.opcname <> 'varchar_ops' THEN o.opcname END AS operators,
              (x.indoption[k.position - 1] & 1) <> 0 AS descending,
              (x.indoption[k.position - 1] & 2) <> 0 AS nulls_first
            FROM tables t JOIN pg_catalog.pg_index x ON x.indrelid = t.oid
            JOIN pg_catalog.pg_class i ON i.oid = x.indexrelid
            JOIN pg_catalog.pg_am m ON m.oid = i.relam
            CROSS JOIN LATERAL pg_catalog.generate_series(1, x.indnatts) k(position)
            LEFT JOIN pg_catalog.pg_attribute a
              ON a.attrelid = t.oid AND a.attnum = x.indkey[k.position - 1] AND a.attnum > 0
            LEFT JOIN pg_catalog.pg_collation l ON l.oid = x.indcollation[k.position - 1]
            LEFT JOIN pg_catalog.pg_opclass o ON o.oid = x.indclass[k.position - 1]
            WHERE t.relkind = ANY ('{r,p}'::pg_catalog."char"[])
              AND NOT EXISTS (SELECT FROM pg_catalog.pg_constraint c
                WHERE c.conindid = i.oid AND c.contype = ANY ('{p,u,x}'::pg_catalog."char"[]))
            ORDER BY t.label, i.relname, k.position
            """;

    static final String OBJECTS = """
            SELECT t.label FROM tables t WHERE t.relkind = ANY ('{r,p,v,m,f}'::pg_catalog."char"[]) ORDER BY t.label
            """;

    /** What belongs to extensions. */
    static final String OWNED = """
            SELECT t.label, x.extname FROM tables t
            JOIN pg_catalog.pg_depend e ON %s
            JOIN pg_catalog.pg_extension x ON x.oid = e.refobjid
            WHERE t.relkind = ANY ('{r,p,v,m,f}'::pg_catalog."char"[]) OR %s
            ORDER BY t.label
            """.formatted(BY_EXTENSION, SEQUENCES_OF_NO_COLUMN);

    private static final Pattern OPERATOR = Pattern.compile(" (=|<>|>|<|&|-|->|->>|@>) ");

    /** What is done with each row. */
    interface Row {
        void read(ResultSet row) throws SQLException;
    }

    private PostgresqlCatalog() {}

    /** Runs one of the queries of this class for {@code wanted} labels, or for the whole current schema. */
    static void query(Connection connection, String query, Optional<Set<String>> wanted, Row reader)
            throws SQLException {
        String ofCurrentSchema = query.equals(OWNED) ? ALL_OF_CURRENT_SCHEMA.formatted("") : OF_CURRENT_SCHEMA;
        String sql = (wanted.isPresent() ? OF_THESE_NAMES : ofCurrentSchema) + query;
        try (PreparedStatement statement =
                connection.prepareStatement(OPERATOR.matcher(sql).replaceAll(" OPERATOR(pg_catalog.$1) "))) {
            if (wanted.isPresent()) {
                List<String> labels = List.copyOf(wanted.get());
                statement.setArray(1, texts(connection, labels.toArray(String[]::new)));
                statement.setArray(
                        2,
                        texts(
                                connection,
                                labels.stream().map(PostgresqlCatalog::schema).toArray(String[]::new)));
                statement.setArray(
                        3,
                        texts(
                                connection,
                                labels.stream().map(PostgresqlCatalog::name).toArray(String[]::new)));
            }
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    reader.read(row);
                }
            }
        }
    }

    private static Array texts(Connection connection, @Nullable String[] values) throws SQLException {
        return connection.createArrayOf("text", values);
    }

    private static @Nullable String schema(String label) {
        int dot = label.indexOf('.');
        return dot < 0 ? null : label.substring(0, dot);
    }

    private static String name(String label) {
        return label.substring(label.indexOf('.') + 1);
    }

    private static String names(String table, String numbers) {
        return "ARRAY(SELECT a.attname::pg_catalog.text FROM pg_catalog.unnest(" + numbers
                + ") WITH ORDINALITY n(number, position) JOIN pg_catalog.pg_attribute a ON a.attrelid = " + table
                + " AND a.attnum = n.number ORDER BY n.position)";
    }
}
