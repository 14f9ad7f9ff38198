package dev.mhc.migrations.dialect.postgresql;

import dev.mhc.migrations.schema.Check;
import dev.mhc.migrations.schema.Column;
import dev.mhc.migrations.schema.Column.Generation;
import dev.mhc.migrations.schema.Column.Numbering;
import dev.mhc.migrations.schema.DefaultValue;
import dev.mhc.migrations.schema.ForeignKey;
import dev.mhc.migrations.schema.IgnoredTable;
import dev.mhc.migrations.schema.PrimaryKey;
import dev.mhc.migrations.schema.ReferentialAction;
import dev.mhc.migrations.schema.Schema;
import dev.mhc.migrations.schema.Sequence;
import dev.mhc.migrations.schema.Table;
import dev.mhc.migrations.schema.UniqueKey;
import dev.mhc.migrations.schema.View;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads tables, views and sequences of the current schema, or named ones of any, in three queries whatever their number.
 * Partitions and exclusion constraints are left out, and so is what extensions own, unless it is named.
 */
final class PostgresqlInspector {

    /** What is known of one table or view so far. */
    private static final class Parts {
        private final boolean view;
        private final List<Column> columns = new ArrayList<>();
        private Optional<PrimaryKey> primaryKey = Optional.empty();
        private final List<ForeignKey> foreignKeys = new ArrayList<>();
        private final List<UniqueKey> uniqueKeys = new ArrayList<>();
        private final List<Check> checks = new ArrayList<>();
        private final Map<String, PostgresqlIndexRows> indexes = new LinkedHashMap<>();

        Parts(boolean view) {
            this.view = view;
        }

        Table table(String name) {
            return new Table(
                    name,
                    columns,
                    primaryKey,
                    foreignKeys,
                    uniqueKeys,
                    checks,
                    indexes.values().stream().map(PostgresqlIndexRows::index).toList());
        }
    }

    private interface PartReader {
        void read(ResultSet row, Parts parts) throws SQLException;
    }

    private static final Pattern NEXT_VALUE = Pattern.compile("nextval\\('((?:[^']|'')+)'", Pattern.CASE_INSENSITIVE);

    private final Connection connection;
    private final Optional<Set<String>> wanted;
    private final Map<String, Parts> relations = new LinkedHashMap<>();
    private final List<Sequence> sequences = new ArrayList<>();

    private PostgresqlInspector(Connection connection, Optional<Set<String>> wanted) {
        this.connection = connection;
        this.wanted = wanted;
    }

    /** Reads {@code wanted} tables, views and sequences, or all; a name with a dot is {@code schema.name}. */
    static Schema inspect(Connection connection, Optional<Set<String>> wanted) throws SQLException {
        PostgresqlInspector inspector = new PostgresqlInspector(connection, wanted);
        PostgresqlCatalog.query(connection, PostgresqlCatalog.COLUMNS, wanted, inspector::column);
        inspector.read(PostgresqlCatalog.CONSTRAINTS, PostgresqlInspector::constraint);
        inspector.read(PostgresqlCatalog.INDEXES, PostgresqlInspector::indexPart);
        List<Table> tables = new ArrayList<>();
        List<View> views = new ArrayList<>();
        inspector.relations.forEach((name, parts) -> {
            if (parts.view) {
                views.add(new View(name, parts.columns));
            } else {
                tables.add(parts.table(name));
            }
        });
        return new Schema(tables, views, inspector.sequences);
    }

    /** The names of all tables and views. */
    static List<String> objects(Connection connection) throws SQLException {
        List<String> names = new ArrayList<>();
        PostgresqlCatalog.query(
                connection, PostgresqlCatalog.OBJECTS, Optional.empty(), row -> names.add(row.getString("label")));
        return List.copyOf(names);
    }

    /** The tables, views and sequences of extensions. */
    static List<IgnoredTable> owned(Connection connection) throws SQLException {
        List<IgnoredTable> owned = new ArrayList<>();
        PostgresqlCatalog.query(
                connection,
                PostgresqlCatalog.OWNED,
                Optional.empty(),
                row -> owned.add(new IgnoredTable(
                        row.getString("label"), IgnoredTable.Rule.EXTENSION, row.getString("extname"))));
        return List.copyOf(owned);
    }

    private void read(String query, PartReader reader) throws SQLException {
        PostgresqlCatalog.query(connection, query, wanted, row -> {
            // Made by another connection since its columns were asked for.
            Parts parts = relations.get(row.getString("label"));
            if (parts != null) {
                reader.read(row, parts);
            }
        });
    }

    private void column(ResultSet row) throws SQLException {
        if ("S".equals(row.getString("relkind"))) {
            sequences.add(Sequence.of(row.getString("label"), row.getLong("seqincrement")));
            return;
        }
        boolean view = "vmf".contains(row.getString("relkind"));
        Parts parts = relations.computeIfAbsent(row.getString("label"), unused -> new Parts(view));
        String name = row.getString("attname");
        if (name == null) {
            return;
        }
        Optional<String> expression = Optional.ofNullable(row.getString("expression"));
        Generation generation = generation(row, expression);
        parts.columns.add(new Column(
                name,
                PostgresqlTypes.parse(row.getString("type")),
                !row.getBoolean("filled"),
                generation == Generation.NONE ? expression.map(PostgresqlRules::parse) : Optional.<DefaultValue>empty(),
                generation,
                generation == Generation.COMPUTED ? expression : Optional.empty(),
                new Numbering(
                        "a".equals(row.getString("identity")),
                        generation == Generation.IDENTITY
                                ? expression.flatMap(PostgresqlInspector::sequence)
                                : Optional.empty(),
                        row.getBoolean("narrow"))));
    }

    /** The name in {@code nextval('…'::regclass)}, which has the quotes and the schema that it needs. */
    private static Optional<String> sequence(String expression) {
        Matcher call = NEXT_VALUE.matcher(expression);
        return call.find() ? Optional.of(call.group(1).replace("''", "'")) : Optional.empty();
    }

    private static Generation generation(ResultSet row, Optional<String> expression) throws SQLException {
        if (row.getBoolean("computed")) {
            return Generation.COMPUTED;
        }
        boolean serial = row.getBoolean("serial")
                && expression
                        .filter(it -> PostgresqlTypes.unqualified(it).startsWith("nextval("))
                        .isPresent();
        return serial || !row.getString("identity").isEmpty() ? Generation.IDENTITY : Generation.NONE;
    }

    private static void constraint(ResultSet row, Parts parts) throws SQLException {
        Optional<String> name = Optional.of(row.getString("conname"));
        List<String> columns = strings(row, "columns");
        switch (row.getString("contype")) {
            case "p" -> parts.primaryKey = Optional.of(new PrimaryKey(name, columns));
            case "u" -> parts.uniqueKeys.add(new UniqueKey(name, columns, row.getBoolean("nulls_not_distinct")));
            case "c" -> parts.checks.add(new Check(name, row.getString("expression"), row.getBoolean("convalidated")));
            default -> parts.foreignKeys.add(foreignKey(row, name, columns));
        }
    }

    private static ForeignKey foreignKey(ResultSet row, Optional<String> name, List<String> columns)
            throws SQLException {
        String schema = row.getString("referenced_schema");
        String table = row.getString("referenced_table");
        return new ForeignKey(
                name,
                columns,
                schema == null ? table : schema + "." + table,
                strings(row, "referenced_columns"),
                action(row.getString("confdeltype")),
                action(row.getString("confupdtype")),
                row.getBoolean("deferred"),
                new ForeignKey.Traits(
                        row.getBoolean("match_full"), strings(row, "set_columns"), row.getBoolean("convalidated")));
    }

    private static List<String> strings(ResultSet row, String column) throws SQLException {
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
        String name = row.getString("relname");
        @Nullable PostgresqlIndexRows rows = parts.indexes.get(name);
        if (rows == null) {
            rows = PostgresqlIndexRows.first(row);
            parts.indexes.put(name, rows);
        }
        rows.add(row);
    }
}
