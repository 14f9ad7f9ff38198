package dev.mhc.migrations.schema;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The calls that a user can paste into {@code up} of a migration. */
final class Snippet {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private Snippet() {}

    static String createTable(Table table) {
        return "schema.createTable(" + string(table.name()) + ", t -> { … })";
    }

    static String dropTable(Table table) {
        return "schema.dropTable(" + string(table.name()) + ")";
    }

    static String renameTable(Table from, Table to) {
        return "schema.renameTable(" + strings(List.of(from.name(), to.name())) + ")";
    }

    static String createSequence(Sequence sequence) {
        return sql("CREATE SEQUENCE " + sequence(sequence.name())
                + (sequence.increment().isPresent()
                        ? " INCREMENT BY " + sequence.increment().getAsLong()
                        : ""));
    }

    static String changeSequence(Sequence found, Sequence expected) {
        return sql("ALTER SEQUENCE " + sequence(found.name()) + " INCREMENT BY "
                + expected.increment().orElseThrow());
    }

    static String renameSequence(Sequence found, Sequence expected) {
        String name = expected.name();
        return sql("ALTER SEQUENCE " + sequence(found.name()) + " RENAME TO "
                + sequence(name.substring(name.indexOf('.') + 1)));
    }

    static String dropSequence(Sequence sequence) {
        return sql("DROP SEQUENCE " + sequence(sequence.name()));
    }

    /** Its columns as they are, and the row that holds the first number. */
    static String createCounter(Table table) {
        String columns = table.columns().stream()
                .map(column -> "t.column(" + string(column.name()) + ", " + type(column.type()) + ")")
                .collect(Collectors.joining("; "));
        return "schema.createTable(" + string(table.name()) + ", t -> " + columns + "); "
                + sql("INSERT INTO " + identifier(table.name()) + " VALUES (1)");
    }

    private static String sql(String statement) {
        return "schema.sql(" + string(statement) + ")";
    }

    /** As a mapping writes it: a plain name without quotes, which the database folds as it folds that of the mapping. */
    private static String sequence(String name) {
        int dot = name.indexOf('.');
        return dot < 0 ? unquoted(name) : unquoted(name.substring(0, dot)) + "." + unquoted(name.substring(dot + 1));
    }

    private static String unquoted(String name) {
        return PLAIN.matcher(name).matches() ? name : identifier(name);
    }

    /** A change of a table that needs names only. */
    static String addCheck(Table table, Check check) {
        return alterTable(
                table, "addCheck(" + string(check.name().orElse("…")) + ", " + string(check.expression()) + ")");
    }

    static String alter(Table table, String method, String... names) {
        return alter(table, method, Arrays.asList(names));
    }

    static String alter(Table table, String method, List<String> names) {
        return alterTable(table, "t." + method + "(" + strings(names) + ")");
    }

    static String alterColumn(Table table, Column column, String change) {
        return alterTable(table, "t.alterColumn(" + string(column.name()) + ")." + change);
    }

    static String addForeignKey(Table table, ForeignKey key) {
        return alterTable(table, addForeignKey(key));
    }

    static String replaceForeignKey(Table table, ForeignKey key) {
        return alterTable(table, "{ t.dropForeignKey(" + strings(key.columns()) + "); " + addForeignKey(key) + "; }");
    }

    private static String addForeignKey(ForeignKey key) {
        return "t.addForeignKey(" + strings(key.columns()) + ")." + references(key);
    }

    private static String references(ForeignKey key) {
        return "references(" + string(key.referencedTable()) + ", " + strings(key.referencedColumns()) + ")"
                + action("onDelete", key.onDelete())
                + action("onUpdate", key.onUpdate())
                + (key.deferrable() ? ".deferrable()" : "");
    }

    private static String action(String method, ReferentialAction action) {
        return action == ReferentialAction.NO_ACTION ? "" : "." + method + "(" + action + ")";
    }

    /** Adds the column with its own foreign key; a default for existing rows is left to the user where there is none. */
    static String addColumn(Table table, Column column, SchemaRules rules) {
        Optional<ForeignKey> reference = table.foreignKeys().stream()
                .filter(key -> key.columns().equals(List.of(column.name())))
                .findFirst();
        String added = alterTable(
                table,
                "t.addColumn(" + string(column.name()) + ", " + type(column.type()) + ")"
                        + (column.nullable() ? "" : ".notNull()")
                        + column.defaultValue()
                                .map(value -> "." + defaultValue(value, rules))
                                .orElse("")
                        + reference.map(key -> "." + references(key)).orElse(""));
        return column.nullable() || column.defaultValue().isPresent()
                ? added
                : added + "; where the table has rows, add .defaultValue(…)";
    }

    static String createIndex(Table table, Index index, List<String> columns) {
        String name = index.name().orElseGet(() -> "ix_" + table.name() + "_" + String.join("_", columns));
        return "schema.createIndex(" + string(name) + ").on("
                + strings(
                        Stream.concat(Stream.of(table.name()), columns.stream()).toList())
                + ")" + (index.unique() ? ".unique()" : "")
                + index.where()
                        .map(condition -> ".where(" + string(condition) + ")")
                        .orElse("");
    }

    /** No operation of every database, so it stands in its own SQL. */
    static String validate(Table table, String constraint) {
        return "ALTER TABLE " + identifier(table.name()) + " VALIDATE CONSTRAINT " + identifier(constraint);
    }

    private static String identifier(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    static String dropIndex(String name) {
        return "schema.dropIndex(" + string(name) + ")";
    }

    private static String alterTable(Table table, String change) {
        return "schema.alterTable(" + string(table.name()) + ", t -> " + change + ")";
    }

    static String defaultValue(DefaultValue value, SchemaRules rules) {
        if (value instanceof DefaultValue.Text text) {
            return "defaultValue(" + string(text.value()) + ")";
        }
        if (value instanceof DefaultValue.Numeric || value instanceof DefaultValue.Bool) {
            return "defaultValue(" + constant(value) + ")";
        }
        return value instanceof DefaultValue.Now
                ? "defaultNow()"
                : "defaultExpression(" + string(rules.describe(value)) + ")";
    }

    private static String constant(DefaultValue value) {
        if (value instanceof DefaultValue.Numeric number) {
            boolean isLong = number.value().scale() <= 0 && number.value().precision() < 19;
            return isLong
                    ? number.value().toPlainString() + "L"
                    : "new BigDecimal(" + string(number.value().toPlainString()) + ")";
        }
        return String.valueOf(value instanceof DefaultValue.Bool bool && bool.value());
    }

    /** The type as the factories of {@link ColumnType} make it. */
    static String type(ColumnType type) {
        String arguments = type.arguments().stream().map(String::valueOf).collect(Collectors.joining(", ", "(", ")"));
        return switch (type.kind()) {
            case BOOLEAN -> "bool()";
            case SMALLINT -> "smallint()";
            case INTEGER -> "integer()";
            case BIGINT -> "bigint()";
            case DECIMAL -> type.arguments().size() == 2 ? "decimal" + arguments : declared(type);
            case REAL -> "real()";
            case DOUBLE -> "doublePrecision()";
            case CHAR -> type.arguments().size() == 1 ? "character" + arguments : declared(type);
            case VARCHAR -> type.arguments().size() == 1 ? "varchar" + arguments : declared(type);
            case TEXT -> "text()";
            case BINARY -> "binary()";
            case CLOB -> "clob()";
            case BLOB -> "blob()";
            case DATE -> "date()";
            case TIME -> "time()";
            case TIMESTAMP -> "timestamp()";
            case TIMESTAMP_WITH_TIME_ZONE -> "timestampTz()";
            case UUID -> "uuid()";
            case JSON -> "json()";
            case DECLARED -> "declared(" + string(type.declaration()) + ")";
        };
    }

    private static String declared(ColumnType type) {
        return "declared(" + string(type.toString()) + ")";
    }

    private static String strings(List<String> values) {
        return values.stream().map(Snippet::string).collect(Collectors.joining(", "));
    }

    private static String string(String value) {
        return '"'
                + value.replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("\n", "\\n")
                        .replace("\r", "\\r")
                        .replace("\t", "\\t")
                + '"';
    }
}
