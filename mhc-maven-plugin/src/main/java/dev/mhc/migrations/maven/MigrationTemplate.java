package dev.mhc.migrations.maven;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Writes the source of a new migration, in the format that palantir-java-format gives it. */
final class MigrationTemplate {

    private static final int LINE_LENGTH = 120;
    private static final Pattern ADD_COLUMN = Pattern.compile("add_(\\w+)_to_(\\w+)");
    private static final Pattern DROP_COLUMN = Pattern.compile("(?:drop|remove|delete)_(\\w+)_from_(\\w+)");
    private static final Pattern RENAME = Pattern.compile("rename_(\\w+)_to_(\\w+)");
    private static final Pattern CREATE_TABLE = Pattern.compile("(?:create|make)_(?:table_)?(\\w+?)(?:_table)?");
    private static final Pattern DROP_TABLE = Pattern.compile("(?:drop|remove|delete)_(?:table_)?(\\w+?)(?:_table)?");
    private static final Set<String> FLAGS = Set.of("is", "has", "can", "was", "should");

    /** What the commented lines of {@code up} and {@code down} show. */
    private record Example(List<String> up, List<String> down) {}

    private MigrationTemplate() {}

    /**
     * Writes a class.
     *
     * @param packageName may be empty
     */
    static String source(String packageName, MigrationName name, long version, String description) {
        Example example = example(name.snakeCase());
        StringBuilder source = new StringBuilder();
        if (!packageName.isEmpty()) {
            source.append("package ").append(packageName).append(";\n\n");
        }
        // The link keeps the import in use while the example is a comment.
        source.append("import dev.mhc.migrations.Migration;\n")
                .append("import dev.mhc.migrations.ReversibleMigration;\n")
                .append("import dev.mhc.migrations.operation.SchemaEditor;\n")
                .append("import dev.mhc.migrations.schema.ColumnType;\n\n")
                .append("/** The types of columns are in {@link ColumnType}. */\n")
                .append(annotation(Versions.format(version) + "L", literal(description)))
                .append(declaration(name.className(version)))
                .append("\n    @Override\n    public void up(SchemaEditor schema) {\n")
                .append(comment(example.up()))
                .append("    }\n\n    @Override\n    public void down(SchemaEditor schema) {\n")
                .append(comment(example.down()))
                .append("    }\n}\n");
        return source.toString();
    }

    private static String annotation(String version, String description) {
        String line = "@Migration(version = " + version + ", description = " + description + ")";
        if (line.length() <= LINE_LENGTH) {
            return line + "\n";
        }
        String assignment = "        description = " + description + ")";
        return "@Migration(\n        version = " + version + ",\n"
                + (assignment.length() <= LINE_LENGTH
                        ? assignment
                        : "        description =\n                " + description + ")")
                + "\n";
    }

    private static String declaration(String className) {
        String line = "public final class " + className + " implements ReversibleMigration {";
        return line.length() <= LINE_LENGTH
                ? line + "\n"
                : "public final class " + className + "\n        implements ReversibleMigration {\n";
    }

    private static String comment(List<String> lines) {
        StringBuilder comment = new StringBuilder();
        lines.forEach(line -> comment.append("        // ").append(line).append('\n'));
        return comment.toString();
    }

    private static Example example(String name) {
        Example example = derived(name);
        boolean fits = Stream.concat(example.up().stream(), example.down().stream())
                .allMatch(line -> line.length() <= LINE_LENGTH - "        // ".length());
        return fits ? example : addColumn("users", "nickname");
    }

    private static Example derived(String name) {
        Matcher add = ADD_COLUMN.matcher(name);
        if (add.matches()) {
            return addColumn(add.group(2), add.group(1));
        }
        Matcher drop = DROP_COLUMN.matcher(name);
        if (drop.matches()) {
            Example added = addColumn(drop.group(2), drop.group(1));
            return new Example(added.down(), added.up());
        }
        Matcher rename = RENAME.matcher(name);
        if (rename.matches()) {
            return new Example(
                    List.of("schema.renameTable(\"" + rename.group(1) + "\", \"" + rename.group(2) + "\");"),
                    List.of("schema.renameTable(\"" + rename.group(2) + "\", \"" + rename.group(1) + "\");"));
        }
        Matcher create = CREATE_TABLE.matcher(name);
        if (create.matches()) {
            return createTable(create.group(1));
        }
        Matcher dropTable = DROP_TABLE.matcher(name);
        if (dropTable.matches()) {
            Example created = createTable(dropTable.group(1));
            return new Example(created.down(), created.up());
        }
        return addColumn("users", "nickname");
    }

    private static Example addColumn(String table, String column) {
        boolean flag = FLAGS.contains(column.split("_", 2)[0]);
        String definition = flag ? "ColumnType.bool()).notNull().defaultValue(false)" : "ColumnType.text())";
        return new Example(
                List.of("schema.alterTable(\"" + table + "\", t -> t.addColumn(\"" + column + "\", " + definition
                        + ");"),
                List.of("schema.alterTable(\"" + table + "\", t -> t.dropColumn(\"" + column + "\"));"));
    }

    private static Example createTable(String table) {
        return new Example(
                List.of(
                        "schema.createTable(\"" + table + "\", t -> {",
                        "    t.id();",
                        "    t.column(\"name\", ColumnType.text()).notNull();",
                        "});"),
                List.of("schema.dropTable(\"" + table + "\");"));
    }

    private static String literal(String text) {
        StringBuilder literal = new StringBuilder("\"");
        text.chars().forEach(c -> {
            switch (c) {
                case '"' -> literal.append("\\\"");
                case '\\' -> literal.append("\\\\");
                default -> {
                    if (c > '~') {
                        literal.append(String.format(Locale.ROOT, "\\u%04x", c));
                    } else {
                        literal.append((char) c);
                    }
                }
            }
        });
        return literal.append('"').toString();
    }
}
