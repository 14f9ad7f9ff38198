package dev.mhc.migrations.processor.oracle;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Every single change of the current schema of a PostgreSQL connection, found by the catalog. */
final class PostgresqlMutations {

    private static final String COLUMNS = """
            select c.relname, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull, a.attidentity <> '',
                   a.attgenerated <> '', pg_get_expr(d.adbin, d.adrelid)
            from pg_class c join pg_attribute a on a.attrelid = c.oid
            left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
            where c.relkind = 'r' and c.relnamespace = current_schema()::regnamespace
              and a.attnum > 0 and not a.attisdropped
            order by c.relname, a.attnum""";

    private static final String CONSTRAINTS = """
            select c.relname, k.conname, k.contype::text, k.confdeltype::text,
                   array(select a.attname::text from unnest(k.conkey) with ordinality u(n, o)
                         join pg_attribute a on a.attrelid = k.conrelid and a.attnum = u.n order by o),
                   t.relname,
                   array(select a.attname::text from unnest(k.confkey) with ordinality u(n, o)
                         join pg_attribute a on a.attrelid = k.confrelid and a.attnum = u.n order by o)
            from pg_constraint k join pg_class c on c.oid = k.conrelid left join pg_class t on t.oid = k.confrelid
            where c.relnamespace = current_schema()::regnamespace and k.contype in ('p', 'u', 'f')
            order by c.relname, k.conname""";

    /** Those that Hibernate derives from an enum or a discriminator are not compared: they list values. */
    private static final String CHECKS = """
            select c.relname, k.conname from pg_constraint k join pg_class c on c.oid = k.conrelid
            where c.relnamespace = current_schema()::regnamespace and k.contype = 'c'
              and pg_get_constraintdef(k.oid) !~ 'ANY|::text <>' and lower(c.relname) = any (?)
            order by c.relname, k.conname""";

    private static final String INDEXES = """
            select c.relname, i.relname, x.indisunique from pg_index x join pg_class c on c.oid = x.indrelid
            join pg_class i on i.oid = x.indexrelid
            where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r'
              and not exists (select 1 from pg_constraint k where k.conindid = x.indexrelid)
            order by c.relname, i.relname""";

    private static final String SEQUENCES = """
            select c.relname from pg_class c
            where c.relkind = 'S' and c.relnamespace = current_schema()::regnamespace
              and not exists (select 1 from pg_depend d where d.objid = c.oid and d.deptype in ('a', 'i'))
            order by c.relname""";

    /** What no mapping has. */
    private static final String NEW = "mhc_new";

    private record Column(
            String name,
            String type,
            boolean notNull,
            boolean identity,
            boolean generated,
            @Nullable String value) {}

    private record Constraint(
            String table,
            String name,
            String type,
            String onDelete,
            List<String> columns,
            String target,
            List<String> targetColumns) {}

    private final Map<String, List<Column>> tables = new LinkedHashMap<>();
    private final List<Constraint> constraints = new ArrayList<>();
    private final List<Mutation> mutations = new ArrayList<>();

    private PostgresqlMutations() {}

    /** Checks are changed in {@code checked} tables only, whose names are in lower case. */
    static List<Mutation> of(Connection connection, Set<String> checked) throws SQLException {
        PostgresqlMutations found = new PostgresqlMutations();
        try (Statement statement = connection.createStatement()) {
            found.read(statement);
            found.tables.keySet().forEach(found::ofTable);
            found.constraints.forEach(found::ofConstraint);
            try (ResultSet rows = statement.executeQuery(INDEXES)) {
                while (rows.next()) {
                    found.add(
                            "drop index " + rows.getString(2),
                            List.of(rows.getString(1) + "."),
                            "index",
                            "drop index " + quoted(rows.getString(2)));
                }
            }
            try (ResultSet rows = statement.executeQuery(SEQUENCES)) {
                while (rows.next()) {
                    found.add(
                            "drop sequence " + rows.getString(1),
                            List.of(rows.getString(1)),
                            "sequence",
                            "drop sequence " + quoted(rows.getString(1)));
                    found.add(
                            "rename sequence " + rows.getString(1),
                            List.of(rows.getString(1)),
                            "renamed?",
                            "alter sequence " + quoted(rows.getString(1)) + " rename to " + NEW);
                    found.add(
                            "other increment of sequence " + rows.getString(1),
                            List.of(rows.getString(1)),
                            "increment 4711",
                            "alter sequence " + quoted(rows.getString(1)) + " increment by 4711");
                }
            }
        }
        try (PreparedStatement statement = connection.prepareStatement(CHECKS)) {
            statement.setArray(1, connection.createArrayOf("text", checked.toArray()));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(
                            "drop check " + rows.getString(2),
                            List.of(rows.getString(1) + "."),
                            "check",
                            "alter table " + quoted(rows.getString(1)) + " drop constraint "
                                    + quoted(rows.getString(2)));
                }
            }
        }
        return found.mutations;
    }

    private void read(Statement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery(COLUMNS)) {
            while (rows.next()) {
                tables.computeIfAbsent(rows.getString(1), unused -> new ArrayList<>())
                        .add(new Column(
                                rows.getString(2),
                                rows.getString(3),
                                rows.getBoolean(4),
                                rows.getBoolean(5),
                                rows.getBoolean(6),
                                rows.getString(7)));
            }
        }
        try (ResultSet rows = statement.executeQuery(CONSTRAINTS)) {
            while (rows.next()) {
                constraints.add(new Constraint(
                        rows.getString(1),
                        rows.getString(2),
                        rows.getString(3),
                        rows.getString(4),
                        List.of((String[]) rows.getArray(5).getArray()),
                        rows.getString(6) == null ? "" : rows.getString(6),
                        List.of((String[]) rows.getArray(7).getArray())));
            }
        }
    }

    private void ofTable(String table) {
        String alter = "alter table " + quoted(table) + " ";
        add("drop table " + table, List.of(table), "table", "drop table " + quoted(table) + " cascade");
        add("rename table " + table, List.of(table), "renamed?", alter + "rename to " + NEW);
        String extra = alter + "add column " + NEW + " integer";
        add("extra column in " + table, List.of(table + "." + NEW), "nothing", extra);
        add("extra column not null in " + table, List.of(table + "." + NEW), "nothing", extra + " not null");
        for (Column column : columns(table)) {
            ofColumn(table, column, alter);
        }
        columns(table).stream()
                .filter(column -> !isKey(table, Set.of(column.name())))
                .findFirst()
                .ifPresent(column -> {
                    String columns = "(" + quoted(column.name()) + ")";
                    add("extra unique of " + table, List.of(table + "."), "nothing", alter + "add unique " + columns);
                    add(
                            "extra index of " + table,
                            List.of(table + "."),
                            "nothing",
                            "create index " + NEW + " on " + quoted(table) + columns);
                });
    }

    private List<Column> columns(String table) {
        return tables.getOrDefault(table, List.of());
    }

    private boolean isKey(String table, Set<String> columns) {
        return constraints.stream()
                .anyMatch(it -> it.table().equals(table)
                        && !it.type().equals("f")
                        && new HashSet<>(it.columns()).equals(columns));
    }

    private Optional<Constraint> primaryKey(String table) {
        return constraints.stream()
                .filter(it -> it.table().equals(table) && it.type().equals("p"))
                .findFirst();
    }

    private void ofColumn(String table, Column column, String alter) {
        String place = table + "." + column.name();
        String name = quoted(column.name());
        String alterColumn = alter + "alter column " + name + " ";
        // A column that is computed from this one would be dropped as well.
        if (columns(table).stream()
                .noneMatch(it -> it.generated()
                        && !it.name().equals(column.name())
                        && it.value() != null
                        && it.value().contains(column.name()))) {
            add("drop column " + place, List.of(place), "nothing", alter + "drop column " + name + " cascade");
        }
        add("rename column " + place, List.of(place), "renamed?", alter + "rename column " + name + " to " + NEW);
        for (String type : otherTypes(column.type())) {
            add(
                    place + " from " + column.type() + " to " + type,
                    List.of(place),
                    word(type),
                    alterColumn + "type " + type + using(column.type(), type, name));
        }
        boolean inKey = primaryKey(table)
                .filter(key -> key.columns().contains(column.name()))
                .isPresent();
        if (column.notNull() && !inKey && !column.identity()) {
            add(place + " nullable", List.of(place), "nullable", alterColumn + "drop not null");
        } else if (!column.notNull()) {
            add(place + " not null", List.of(place), "not null", alterColumn + "set not null");
        }
        if (column.identity()) {
            add(place + " not numbered", List.of(place), "numbered", alterColumn + "drop identity");
        } else if (column.generated()) {
            add(place + " not computed", List.of(place), "computed", alterColumn + "drop expression");
        } else if (column.value() != null) {
            add(place + " without default", List.of(place), "default", alterColumn + "drop default");
        }
        constant(column.type())
                .filter(constant -> !column.identity() && !column.generated())
                .ifPresent(constant -> add(
                        place + " with default", List.of(place), "default", alterColumn + "set default " + constant));
    }

    private static Optional<String> constant(String type) {
        return switch (word(type)) {
            case "bigint", "integer", "smallint", "numeric" -> Optional.of("4711");
            case "character varying", "text" -> Optional.of("'mhc'");
            default -> Optional.empty();
        };
    }

    /** The type without its arguments. */
    private static String word(String type) {
        return type.replaceAll("\\(.*", "");
    }

    private static List<String> otherTypes(String type) {
        return switch (type.replaceAll("\\([0-9,]*\\)", "()")) {
            case "bigint" -> List.of("integer");
            case "integer", "oid" -> List.of("bigint");
            case "smallint" -> List.of("integer");
            case "character varying()" -> List.of("varchar(" + (argument(type) + 1) + ")", "text");
            case "character()" -> List.of("varchar(" + argument(type) + ")", "char(" + (argument(type) + 1) + ")");
            case "text" -> List.of("varchar(100)");
            case "numeric()" -> decimals(type);
            case "boolean" -> List.of("smallint");
            case "timestamp without time zone" -> List.of("timestamp with time zone", "timestamp(3)", "date");
            case "timestamp() without time zone" ->
                List.of("timestamp with time zone", "timestamp(" + (argument(type) == 3 ? 2 : 3) + ")", "date");
            case "timestamp with time zone", "timestamp() with time zone" -> List.of("timestamp", "date");
            case "date" -> List.of("timestamp");
            case "real" -> List.of("double precision");
            case "double precision" -> List.of("real");
            default -> List.of("text");
        };
    }

    private static List<String> decimals(String type) {
        List<Integer> arguments = Stream.of(type.replaceAll("[^0-9,]", "").split(",", -1))
                .map(Integer::valueOf)
                .toList();
        int precision = arguments.get(0);
        int scale = arguments.get(1);
        return List.of(
                "numeric(" + (precision + 1) + "," + scale + ")",
                "numeric(" + (precision + 1) + "," + (scale + 1) + ")");
    }

    private static int argument(String type) {
        return Integer.parseInt(type.replaceAll("[^0-9]", ""));
    }

    private static String using(String from, String to, String column) {
        if (from.equals("boolean")) {
            return " using " + column + "::integer";
        }
        return from.equals("bytea") || to.equals("text") ? " using " + column + "::text" : "";
    }

    private void ofConstraint(Constraint constraint) {
        String alter = "alter table " + quoted(constraint.table()) + " ";
        String drop = "drop constraint " + quoted(constraint.name());
        String columns = names(constraint.columns());
        String part = constraint.columns().size() == 1
                ? constraint.columns().get(0)
                : "(" + String.join(", ", constraint.columns()) + ")";
        switch (constraint.type()) {
            case "p" -> {
                List<String> table = List.of(constraint.table());
                add("drop primary key of " + constraint.table(), table, "primary key", alter + drop + " cascade");
                columns(constraint.table()).stream()
                        .filter(it -> it.notNull() && !constraint.columns().contains(it.name()))
                        .findFirst()
                        .ifPresent(it -> add(
                                "wider primary key of " + constraint.table(),
                                table,
                                "primary key",
                                alter + drop + " cascade",
                                alter + "add primary key (" + columns + ", " + quoted(it.name()) + ")"));
            }
            case "u" ->
                add(
                        "drop unique " + constraint.columns() + " of " + constraint.table(),
                        List.of(constraint.table() + "."),
                        "unique",
                        alter + drop + " cascade");
            default -> ofForeignKey(constraint, constraint.table() + "." + part, alter + drop);
        }
    }

    private void ofForeignKey(Constraint key, String place, String drop) {
        String add = ", add foreign key (" + names(key.columns()) + ") references ";
        String target = quoted(key.target()) + "(" + names(key.targetColumns()) + ")";
        add("drop foreign key " + place, List.of(place), "foreign key", drop);
        boolean plain = key.onDelete().equals("a");
        add(
                "other action of foreign key " + place,
                List.of(place),
                "on delete",
                drop + add + target + (plain ? " on delete cascade" : ""));
        if (key.columns().size() == 1) {
            otherTarget(key)
                    .ifPresent(other -> add(
                            "other target of foreign key " + place,
                            List.of(place),
                            "foreign key to",
                            drop + add + quoted(other.table()) + "(" + names(other.columns()) + ")"
                                    + (plain ? "" : action(key.onDelete()))));
        }
    }

    private static String action(String code) {
        return " on delete "
                + switch (code) {
                    case "c" -> "cascade";
                    case "n" -> "set null";
                    case "d" -> "set default";
                    case "r" -> "restrict";
                    default -> "no action";
                };
    }

    private Optional<Constraint> otherTarget(Constraint key) {
        String type = type(key.table(), key.columns().get(0));
        return constraints.stream()
                .filter(it -> it.type().equals("p")
                        && it.columns().size() == 1
                        && !it.table().equals(key.target())
                        && type(it.table(), it.columns().get(0)).equals(type))
                .findFirst();
    }

    private String type(String table, String column) {
        return columns(table).stream()
                .filter(it -> it.name().equals(column))
                .map(Column::type)
                .findFirst()
                .orElse("");
    }

    private static String names(Collection<String> columns) {
        return columns.stream().map(PostgresqlMutations::quoted).collect(Collectors.joining(", "));
    }

    private static String quoted(String name) {
        return '"' + name + '"';
    }

    private void add(String what, List<String> places, String word, String... statements) {
        mutations.add(new Mutation(
                what,
                List.of(statements),
                places.stream().map(it -> it.toLowerCase(Locale.ROOT)).toList(),
                mapped(word)));
    }

    /** How messages write a type. */
    private static String mapped(String word) {
        return switch (word) {
            case "character varying" -> "varchar";
            case "numeric" -> "decimal";
            default -> word;
        };
    }
}
