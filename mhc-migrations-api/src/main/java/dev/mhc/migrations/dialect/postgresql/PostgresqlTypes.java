package dev.mhc.migrations.dialect.postgresql;

import dev.mhc.migrations.error.ErrorCode;
import dev.mhc.migrations.schema.ColumnType;
import dev.mhc.migrations.schema.ColumnType.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Types as PostgreSQL spells them, and back. */
final class PostgresqlTypes {

    /** Stands behind the name, or in its midst: {@code timestamp(3) without time zone}. */
    private static final Pattern ARGUMENTS = Pattern.compile("\\s*\\(([0-9, ]*)\\)");

    private static final Map<String, Kind> KINDS = Map.ofEntries(
            Map.entry("boolean", Kind.BOOLEAN),
            Map.entry("bool", Kind.BOOLEAN),
            Map.entry("smallint", Kind.SMALLINT),
            Map.entry("int2", Kind.SMALLINT),
            Map.entry("integer", Kind.INTEGER),
            Map.entry("int", Kind.INTEGER),
            Map.entry("int4", Kind.INTEGER),
            Map.entry("bigint", Kind.BIGINT),
            Map.entry("int8", Kind.BIGINT),
            Map.entry("numeric", Kind.DECIMAL),
            Map.entry("decimal", Kind.DECIMAL),
            Map.entry("real", Kind.REAL),
            Map.entry("float4", Kind.REAL),
            Map.entry("double precision", Kind.DOUBLE),
            Map.entry("float8", Kind.DOUBLE),
            Map.entry("float", Kind.DOUBLE),
            Map.entry("char", Kind.CHAR),
            Map.entry("character", Kind.CHAR),
            Map.entry("bpchar", Kind.CHAR),
            Map.entry("varchar", Kind.VARCHAR),
            Map.entry("character varying", Kind.VARCHAR),
            Map.entry("text", Kind.TEXT),
            Map.entry("bytea", Kind.BINARY),
            Map.entry("date", Kind.DATE),
            Map.entry("time", Kind.TIME),
            Map.entry("time without time zone", Kind.TIME),
            Map.entry("timestamp", Kind.TIMESTAMP),
            Map.entry("timestamp without time zone", Kind.TIMESTAMP),
            Map.entry("timestamptz", Kind.TIMESTAMP_WITH_TIME_ZONE),
            Map.entry("timestamp with time zone", Kind.TIMESTAMP_WITH_TIME_ZONE),
            Map.entry("uuid", Kind.UUID),
            Map.entry("jsonb", Kind.JSON));

    /** Spellings of types that only PostgreSQL has. */
    private static final Map<String, String> OWN = Map.of(
            "serial", "integer",
            "serial4", "integer",
            "bigserial", "bigint",
            "serial8", "bigint",
            "smallserial", "smallint",
            "serial2", "smallint",
            "timetz", "time with time zone",
            "varbit", "bit varying");

    /** Of a second's fraction; the server takes no more, whatever is declared. */
    private static final int DIGITS_OF_SECONDS = 6;

    private static final String CATALOG = "pg_catalog.";
    /** However many dimensions are declared, the server keeps one. */
    private static final Pattern DIMENSIONS = Pattern.compile("(?:\\s*\\[\\d*\\])+$|\\s+array(?:\\s*\\[\\d*\\])?$");

    private PostgresqlTypes() {}

    /** A name or call without the schema of the catalog, which the server writes where another schema has such too. */
    static String unqualified(String sql) {
        return sql.startsWith(CATALOG) ? sql.substring(CATALOG.length()) : sql;
    }

    /** The type as DDL spells it. */
    static String sql(ColumnType type) {
        String arguments = type.arguments().isEmpty()
                ? ""
                : type.arguments().stream().map(String::valueOf).collect(Collectors.joining(", ", "(", ")"));
        return switch (type.kind()) {
            case BOOLEAN, SMALLINT, INTEGER, BIGINT, REAL, DOUBLE, TEXT, DATE, UUID -> type.toString();
            case CHAR, VARCHAR, TIME, TIMESTAMP -> type.toString();
            case DECIMAL -> "numeric" + arguments;
            case BINARY -> "bytea";
            case CLOB, BLOB -> "oid";
            case TIMESTAMP_WITH_TIME_ZONE -> "timestamptz" + arguments;
            case JSON -> "jsonb";
            case DECLARED -> declared(type.declaration());
        };
    }

    private static String declared(String declaration) {
        if (declaration.isBlank()) {
            throw ErrorCode.BAD_DEFINITION.with("A column without a type", "PostgreSQL needs one; say which");
        }
        return declaration;
    }

    /** What a spelling means; an own type stays as it is spelled. */
    static ColumnType parse(String spelling) {
        String normal = normal(spelling);
        Matcher matcher = ARGUMENTS.matcher(normal);
        List<Integer> arguments = matcher.find() ? integers(matcher.group(1)) : List.of();
        Kind kind = KINDS.get(matcher.reset().replaceFirst(""));
        return kind == null
                ? ColumnType.declared(unqualified(spelling.strip()))
                : ColumnType.of(kind, arguments.toArray(Integer[]::new));
    }

    private static List<Integer> integers(String list) {
        return Arrays.stream(list.split(",", -1))
                .map(String::strip)
                .filter(number -> !number.isEmpty())
                .map(Integer::valueOf)
                .toList();
    }

    /** The one spelling of all that mean the same. */
    static String canonical(ColumnType type) {
        ColumnType meant = type.kind() == Kind.DECLARED ? parse(type.declaration()) : type;
        List<Integer> arguments = meant.arguments();
        return switch (meant.kind()) {
            case DECLARED -> own(normal(meant.declaration()));
            // Without a length there is no difference to text but the name.
            case VARCHAR -> arguments.isEmpty() ? "text" : sql(meant);
            case CHAR -> arguments.isEmpty() ? "char(1)" : sql(meant);
            case DECIMAL -> arguments.size() == 1 ? "numeric(" + arguments.get(0) + ", 0)" : sql(meant);
            case DOUBLE -> arguments.size() == 1 && arguments.get(0) < 25 ? "real" : "double precision";
            // Hibernate makes a TIME to the second, other tools one to the microsecond; an entity says neither.
            case TIME -> arguments.equals(List.of(6)) || arguments.equals(List.of(0)) ? "time" : sql(meant);
            case TIMESTAMP, TIMESTAMP_WITH_TIME_ZONE ->
                !arguments.isEmpty() && arguments.get(0) >= DIGITS_OF_SECONDS
                        ? sql(ColumnType.of(meant.kind()))
                        : sql(meant);
            default -> sql(meant);
        };
    }

    /** The type that a migration names to get all that mean the same. */
    static ColumnType logical(ColumnType type) {
        ColumnType meant = type.kind() == Kind.DECLARED ? parse(type.declaration()) : type;
        return meant.kind() == Kind.DECLARED
                ? ColumnType.declared(normal(meant.declaration()))
                : parse(canonical(meant));
    }

    /** In lower case but for what is quoted, with single blanks. */
    private static String normal(String spelling) {
        StringBuilder normal = new StringBuilder();
        String[] pieces = unqualified(spelling.strip()).split("\"", -1);
        for (int i = 0; i < pieces.length; i++) {
            normal.append(i == 0 ? "" : "\"")
                    .append(
                            i % 2 == 1
                                    ? pieces[i]
                                    : pieces[i].toLowerCase(Locale.ROOT).replaceAll("\\s+", " "));
        }
        return normal.toString();
    }

    private static String own(String normal) {
        Matcher dimensions = DIMENSIONS.matcher(normal);
        if (dimensions.find()) {
            return canonical(ColumnType.declared(normal.substring(0, dimensions.start()))) + "[]";
        }
        Matcher matcher = ARGUMENTS.matcher(normal);
        List<Integer> arguments = matcher.find() ? integers(matcher.group(1)) : List.of();
        String name = matcher.reset().replaceFirst("");
        String known = OWN.getOrDefault(name, name);
        if (known.equals("bit") && arguments.isEmpty()) {
            return "bit(1)";
        }
        boolean widest = arguments.equals(List.of(6)) && (known.startsWith("interval") || known.startsWith("time"));
        return arguments.isEmpty() || widest ? known : known + arguments;
    }
}
