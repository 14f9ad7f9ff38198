package dev.mhc.migrations.dialect.postgresql;

import dev.mhc.migrations.schema.Check;
import dev.mhc.migrations.schema.Column;
import dev.mhc.migrations.schema.Column.Generation;
import dev.mhc.migrations.schema.DefaultValue;
import dev.mhc.migrations.schema.ForeignKey;
import dev.mhc.migrations.schema.Index;
import dev.mhc.migrations.schema.PrimaryKey;
import dev.mhc.migrations.schema.ReferentialAction;
import dev.mhc.migrations.schema.Schema;
import dev.mhc.migrations.schema.Table;
import dev.mhc.migrations.schema.UniqueKey;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the tables of the current schema from {@code pg_catalog}, in three queries whatever their number. Tables of
 * extensions, foreign tables and indexes that are not valid are left out.
 */
final class PostgresqlInspector {

    private static final String TABLES = """
            pg_catalog.pg_class t
            WHERE t.relkind IN ('r', 'p') AND NOT t.relispartition
              AND t.relnamespace = (SELECT oid FROM pg_catalog.pg_namespace WHERE nspname = current_schema())
              AND (?::text[] IS NULL OR ARRAY[t.relname::text, current_schema() || '.' || t.relname] && ?::text[])
              AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend d
                WHERE d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.objid = t.oid AND d.deptype = 'e')
            """;

    private static final String COLUMNS = """
            WITH tables AS (SELECT t.oid, t.relname FROM %s)
            SELECT t.relname, a.attname, pg_catalog.format_type(a.atttypid, a.atttypmod), a.attnotnull,
              a.attidentity <> '', a.attgenerated <> '', pg_catalog.pg_get_expr(d.adbin, d.adrelid)
            FROM tables t
            LEFT JOIN pg_catalog.pg_attribute a ON a.attrelid = t.oid AND a.attnum > 0 AND NOT a.attisdropped
            LEFT JOIN pg_catalog.pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
            ORDER BY t.relname, a.attnum
            """.formatted(TABLES);

    private static final String CONSTRAINTS =
            """
            WITH tables AS (SELECT t.oid, t.relname FROM %s)
            SELECT t.relname, c.contype, c.conname, %s, r.relname, %s, c.confdeltype, c.confupdtype,
              c.condeferrable AND c.condeferred, pg_catalog.pg_get_expr(c.conbin, c.conrelid)
            FROM tables t JOIN pg_catalog.pg_constraint c ON c.conrelid = t.oid
            LEFT JOIN pg_catalog.pg_class r ON r.oid = c.confrelid
            WHERE c.contype IN ('p', 'u', 'f', 'c')
            ORDER BY t.relname, c.conname
            """.formatted(TABLES, names("c.conrelid", "c.conkey"), names("c.confrelid", "c.confkey"));

    private static final String INDEXES = """
            WITH tables AS (SELECT t.oid, t.relname FROM %s)
            SELECT t.relname, i.relname, x.indisunique, pg_catalog.pg_get_expr(x.indpred, x.indrelid),
              a.attname, pg_catalog.pg_get_indexdef(i.oid, k.position, true), (x.indoption[k.position - 1] & 1) = 1
            FROM tables t JOIN pg_catalog.pg_index x ON x.indrelid = t.oid
            JOIN pg_catalog.pg_class i ON i.oid = x.indexrelid
            CROSS JOIN LATERAL pg_catalog.generate_series(1, x.indnkeyatts) k(position)
            LEFT JOIN pg_catalog.pg_attribute a
              ON a.attrelid = t.oid AND a.attnum = x.indkey[k.position - 1] AND a.attnum > 0
            WHERE x.indisvalid AND NOT EXISTS (SELECT FROM pg_catalog.pg_constraint c
              WHERE c.conindid = i.oid AND c.contype IN ('p', 'u', 'x'))
            ORDER BY t.relname, i.relname, k.position
            """.formatted(TABLES);

    /** What is known of one table so far. */
    private static final class Parts {
        private final List<Column> columns = new ArrayList<>();
        private Optional<PrimaryKey> primaryKey = Optional.empty();
        private final List<ForeignKey> foreignKeys = new ArrayList<>();
        private final List<UniqueKey> uniqueKeys = new ArrayList<>();
        private final List<Check> checks = new ArrayList<>();
        private final Map<String, Index> indexes = new LinkedHashMap<>();

        Table table(String name) {
            return new Table(name, columns, primaryKey, foreignKeys, uniqueKeys, checks, List.copyOf(indexes.values()));
        }
    }

    private interface Row {
        void read(ResultSet row, Parts parts) throws SQLException;
    }

    private final Connection connection;
    private final Optional<Set<String>> wanted;
    private final Map<String, Parts> tables = new LinkedHashMap<>();

    private PostgresqlInspector(Connection connection, Optional<Set<String>> wanted) {
        this.connection = connection;
        this.wanted = wanted;
    }

    /** Reads {@code wanted} tables, or all. */
    static Schema inspect(Connection connection, Optional<Set<String>> wanted) throws SQLException {
        PostgresqlInspector inspector = new PostgresqlInspector(connection, wanted);
        inspector.read(COLUMNS, PostgresqlInspector::column);
        inspector.read(CONSTRAINTS, PostgresqlInspector::constraint);
        inspector.read(INDEXES, PostgresqlInspector::indexPart);
        return new Schema(inspector.tables.entrySet().stream()
                .map(entry -> entry.getValue().table(entry.getKey()))
                .toList());
    }

    private static String names(String table, String numbers) {
        return "ARRAY(SELECT a.attname::text FROM unnest(" + numbers + ") WITH ORDINALITY n(number, position)"
                + " JOIN pg_catalog.pg_attribute a ON a.attrelid = " + table
                + " AND a.attnum = n.number ORDER BY n.position)";
    }

    private void read(String query, Row reader) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            @Nullable
            Array names = wanted.isPresent()
                    ? connection.createArrayOf("text", wanted.get().toArray())
                    : null;
            statement.setArray(1, names);
            statement.setArray(2, names);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    reader.read(row, tables.computeIfAbsent(row.getString(1), unused -> new Parts()));
                }
            }
        }
    }

    private static void column(ResultSet row, Parts parts) throws SQLException {
        String name = row.getString(2);
        if (name == null) {
            return;
        }
        Optional<String> expression = Optional.ofNullable(row.getString(7));
        boolean numbered = row.getBoolean(5)
                || expression.filter(it -> it.startsWith("nextval(")).isPresent();
        Generation generation =
                numbered ? Generation.IDENTITY : row.getBoolean(6) ? Generation.COMPUTED : Generation.NONE;
        Optional<DefaultValue> value =
                generation == Generation.NONE ? expression.map(PostgresqlRules::parse) : Optional.empty();
        parts.columns.add(
                new Column(name, PostgresqlTypes.parse(row.getString(3)), !row.getBoolean(4), value, generation));
    }

    private static void constraint(ResultSet row, Parts parts) throws SQLException {
        Optional<String> name = Optional.of(row.getString(3));
        List<String> columns = strings(row, 4);
        switch (row.getString(2)) {
            case "p" -> parts.primaryKey = Optional.of(new PrimaryKey(name, columns));
            case "u" -> parts.uniqueKeys.add(new UniqueKey(name, columns));
            case "c" -> parts.checks.add(new Check(name, row.getString(10)));
            default ->
                parts.foreignKeys.add(new ForeignKey(
                        name,
                        columns,
                        row.getString(5),
                        strings(row, 6),
                        action(row.getString(7)),
                        action(row.getString(8)),
                        row.getBoolean(9)));
        }
    }

    private static List<String> strings(ResultSet row, int column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }

    private static ReferentialAction action(String letter) {
        return switch (letter) {
            case "r" -> ReferentialAction.RESTRICT;
            case "c" -> ReferentialAction.CASCADE;
            case "n" -> ReferentialAction.SET_NULL;
            case "d" -> ReferentialAction.SET_DEFAULT;
            default -> ReferentialAction.NO_ACTION;
        };
    }

    private static void indexPart(ResultSet row, Parts parts) throws SQLException {
        String name = row.getString(2);
        String column = row.getString(5);
        Index.Part part = new Index.Part(column == null ? row.getString(6) : column, column == null, row.getBoolean(7));
        List<Index.Part> all = new ArrayList<>();
        Index before = parts.indexes.get(name);
        if (before != null) {
            all.addAll(before.parts());
        }
        all.add(part);
        parts.indexes.put(
                name, new Index(Optional.of(name), all, row.getBoolean(3), Optional.ofNullable(row.getString(4))));
    }
}
