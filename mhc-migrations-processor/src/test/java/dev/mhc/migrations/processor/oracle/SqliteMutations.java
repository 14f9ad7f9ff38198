package dev.mhc.migrations.processor.oracle;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Every single change of an SQLite database, found in the texts of its definitions. */
final class SqliteMutations {

    private static final Pattern COLUMN = Pattern.compile(
            "(?<name>\"[^\"]+\"|`[^`]+`|\\S+) (?<type>.*?)(?<rest>(?: (?:not null|default|unique|check|generated|"
                    + "collate|primary)\\b.*)?)",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern DEFAULT =
            Pattern.compile(" default ('[^']*'|\\([^)]*\\)|\\S+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern CHECK = Pattern.compile("(?<=^| )(?:constraint \\S+ )?check \\(.*\\)$");
    private static final Pattern UNIQUE = Pattern.compile(" unique(?= |$)", Pattern.CASE_INSENSITIVE);
    private static final Pattern COLUMNS = Pattern.compile("\\(([^)]*)\\)");
    private static final Pattern REFERENCES =
            Pattern.compile("references (\"[^\"]+\"|`[^`]+`|\\S+) \\(([^)]*)\\)(.*)", Pattern.CASE_INSENSITIVE);

    /** What no mapping has. */
    private static final String NEW = "mhc_new";

    private record Column(String part, String name, String quoted, String type, String rest) {
        static Column read(String part) {
            Matcher matcher = COLUMN.matcher(part);
            if (!matcher.matches()) {
                throw new IllegalArgumentException(part);
            }
            String written = matcher.group("name");
            return new Column(
                    part, CreateTable.unquoted(written), written, matcher.group("type"), matcher.group("rest"));
        }

        boolean isNotNull() {
            return rest.toLowerCase(Locale.ROOT).contains(" not null");
        }

        boolean isUnique() {
            return UNIQUE.matcher(rest).find();
        }

        String with(String otherType, String otherRest) {
            return quoted + " " + otherType + otherRest;
        }
    }

    private final Map<String, CreateTable> tables = new LinkedHashMap<>();
    /** The table, and the text of the index. */
    private final Map<String, List<String>> indexes = new LinkedHashMap<>();

    private final List<Mutation> mutations = new ArrayList<>();

    private final Set<String> uuids;
    private final Set<String> checked;

    private SqliteMutations(Set<String> uuids, Set<String> checked) {
        this.uuids = uuids;
        this.checked = checked;
    }

    static List<Mutation> of(Connection connection, Set<String> uuids, Set<String> checked) throws SQLException {
        SqliteMutations found = new SqliteMutations(uuids, checked);
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select type, tbl_name, sql from sqlite_schema"
                        + " where sql is not null and name not like 'sqlite_%' order by type desc, name")) {
            while (rows.next()) {
                String table = rows.getString(2);
                if (rows.getString(1).equals("table")) {
                    found.tables.put(table, CreateTable.read(rows.getString(3)));
                } else if (rows.getString(1).equals("index")) {
                    found.indexes
                            .computeIfAbsent(table, unused -> new ArrayList<>())
                            .add(rows.getString(3));
                }
            }
        }
        found.tables.forEach(found::ofTable);
        return found.mutations;
    }

    private void ofTable(String name, CreateTable table) {
        String alter = "alter table " + quoted(name) + " ";
        if (isCounter(table)) {
            ofCounter(table, alter);
            return;
        }
        add("drop table " + name, name, "table", List.of("drop table " + quoted(name)));
        add("rename table " + name, name, "renamed?", List.of(alter + "rename to " + NEW));
        String extra = alter + "add column " + NEW + " integer";
        add("extra column in " + name, name + "." + NEW, "nothing", List.of(extra));
        List<String> constraints =
                table.parts().stream().filter(CreateTable::isConstraint).toList();
        List<Column> columns = table.parts().stream()
                .filter(part -> !CreateTable.isConstraint(part))
                .map(Column::read)
                .toList();
        List<String> more = new ArrayList<>(List.of(NEW + " integer not null"));
        more.addAll(table.parts());
        edit(
                "extra column not null in " + name,
                name + "." + NEW,
                "nothing",
                new CreateTable(table.head(), name, more, table.tail()));
        columns.forEach(column -> ofColumn(table, column, constraints));
        constraints.forEach(constraint -> ofConstraint(table, constraint, columns));
        if (checked.contains(name.toLowerCase(Locale.ROOT))) {
            ofChecks(table);
        }
        for (String index : indexes(name)) {
            Matcher indexName =
                    Pattern.compile("index (\\S+) on", Pattern.CASE_INSENSITIVE).matcher(index);
            if (indexName.find()) {
                add("drop index " + index, name + ".", "index", List.of("drop index " + indexName.group(1)));
            }
        }
        columns.stream()
                .filter(column -> !column.isUnique()
                        && constraints.stream()
                                .filter(it -> !it.startsWith("foreign"))
                                .noneMatch(it -> columnsOf(it).equals(Set.of(column.name()))))
                .findFirst()
                .ifPresent(column -> {
                    edit(
                            "extra unique of " + name,
                            name + ".",
                            "nothing",
                            table.with("unique (" + column.quoted() + ")"));
                    add(
                            "extra index of " + name,
                            name + ".",
                            "nothing",
                            List.of("create index " + NEW + " on " + quoted(name) + "(" + column.quoted() + ")"));
                });
    }

    /** Hibernate keeps a sequence in one. */
    private static boolean isCounter(CreateTable table) {
        return table.parts().equals(List.of("next_val bigint"));
    }

    private void ofCounter(CreateTable table, String alter) {
        String name = table.name();
        add("drop counter " + name, name, "sequence", List.of("drop table " + quoted(name)));
        add("rename counter " + name, name, "renamed?", List.of(alter + "rename to " + NEW));
        add("extra column in counter " + name, name, "table", List.of(alter + "add column " + NEW + " integer"));
        add("rename column of counter " + name, name, "table", List.of(alter + "rename column next_val to " + NEW));
        edit(
                "text in counter " + name,
                name,
                "table",
                table.replace(table.parts().get(0), "next_val text"));
    }

    private List<String> indexes(String table) {
        return indexes.getOrDefault(table, List.of());
    }

    private void ofColumn(CreateTable table, Column column, List<String> constraints) {
        String place = table.name() + "." + column.name();
        CreateTable without = table.without(column.part());
        for (String constraint : constraints) {
            if (columnsOf(constraint).contains(column.name()) || mentions(constraint, column)) {
                without = without.without(constraint);
            }
        }
        add("drop column " + place, place, "nothing", rebuilt(without, column));
        add(
                "rename column " + place,
                place,
                "renamed?",
                List.of("alter table " + quoted(table.name()) + " rename column " + column.quoted() + " to " + NEW));
        for (String type : otherTypes(column.type())) {
            // Of a UUID, the text is as good as the bytes.
            if (type.equals("text") && uuids.contains(place.toLowerCase(Locale.ROOT))) {
                continue;
            }
            edit(
                    place + " from " + column.type() + " to " + type,
                    place,
                    type,
                    table.replace(column.part(), column.with(type, column.rest())));
        }
        boolean rowNumber = column.type().equalsIgnoreCase("integer")
                && constraints.stream()
                        .anyMatch(it ->
                                it.startsWith("primary key") && columnsOf(it).equals(Set.of(column.name())));
        if (!rowNumber) {
            ofNullness(table, column, place);
            ofDefault(table, column, place);
        } else if (!column.isNotNull()) {
            // Hibernate leaves NOT NULL out where the database is to make the number.
            edit(
                    place + " not numbered",
                    place,
                    "numbered",
                    table.replace(column.part(), column.with("bigint", " not null")));
        }
        if (column.isUnique()) {
            edit(
                    "drop unique of " + place,
                    table.name() + ".",
                    "unique",
                    table.replace(
                            column.part(),
                            column.with(
                                    column.type(), UNIQUE.matcher(column.rest()).replaceFirst(""))));
        }
    }

    private static boolean mentions(String constraint, Column column) {
        return constraint.startsWith("check")
                && Pattern.compile("\\b" + Pattern.quote(column.name()) + "\\b")
                        .matcher(constraint)
                        .find();
    }

    private void ofNullness(CreateTable table, Column column, String place) {
        if (column.isNotNull()) {
            edit(
                    place + " nullable",
                    place,
                    "nullable",
                    table.replace(
                            column.part(),
                            column.with(column.type(), column.rest().replaceAll("(?i) not null", ""))));
        } else {
            edit(
                    place + " not null",
                    place,
                    "not null",
                    table.replace(column.part(), column.with(column.type(), " not null" + column.rest())));
        }
    }

    private void ofDefault(CreateTable table, Column column, String place) {
        if (column.rest().contains("generated")) {
            return;
        }
        Matcher value = DEFAULT.matcher(column.rest());
        if (value.find()) {
            edit(
                    place + " without default",
                    place,
                    "default",
                    table.replace(column.part(), column.with(column.type(), value.replaceFirst(""))));
        } else {
            String constant = switch (affinity(column.type())) {
                case "INTEGER", "NUMERIC", "REAL" -> "4711";
                default -> "'mhc'";
            };
            edit(
                    place + " with default",
                    place,
                    "default",
                    table.replace(column.part(), column.with(column.type(), " default " + constant + column.rest())));
        }
    }

    /** One type of each other affinity. */
    private static List<String> otherTypes(String type) {
        String own = affinity(type);
        return Stream.of("integer", "text", "blob", "real", "numeric")
                .filter(it -> !affinity(it).equals(own))
                .toList();
    }

    /** By the rules of SQLite. */
    private static String affinity(String type) {
        String upper = type.toUpperCase(Locale.ROOT);
        if (upper.contains("INT")) {
            return "INTEGER";
        }
        if (upper.contains("CHAR") || upper.contains("CLOB") || upper.contains("TEXT")) {
            return "TEXT";
        }
        if (upper.isBlank() || upper.contains("BLOB")) {
            return "BLOB";
        }
        return upper.contains("REAL") || upper.contains("FLOA") || upper.contains("DOUB") ? "REAL" : "NUMERIC";
    }

    /** Those that Hibernate derives from an enum list values, and are not compared. */
    private void ofChecks(CreateTable table) {
        for (String part : table.parts()) {
            Matcher check = CHECK.matcher(part);
            if (check.find() && !check.group().contains(" in (")) {
                CreateTable without = CreateTable.isConstraint(part)
                        ? table.without(part)
                        : table.replace(part, check.replaceFirst(""));
                edit("drop " + check.group() + " of " + table.name(), table.name() + ".", "check", without);
            }
        }
    }

    private void ofConstraint(CreateTable table, String constraint, List<Column> columns) {
        String name = table.name();
        // Hibernate makes no key for a set of UUIDs, which it takes for large objects here, or makes it all the same.
        boolean mayLack = !constraint.startsWith("foreign key")
                && columnsOf(constraint).size() == columns.size()
                && columns.stream().anyMatch(it -> affinity(it.type()).equals("BLOB"))
                && table.parts().stream().anyMatch(it -> it.startsWith("foreign key"));
        if (mayLack) {
            return;
        }
        if (constraint.startsWith("primary key")) {
            edit("drop primary key of " + name, name, "primary key", table.without(constraint));
            Set<String> key = columnsOf(constraint);
            columns.stream()
                    .filter(it -> it.isNotNull() && !key.contains(it.name()))
                    .findFirst()
                    .ifPresent(it -> edit(
                            "wider primary key of " + name,
                            name,
                            "primary key",
                            table.replace(constraint, constraint.replace(")", ", " + it.quoted() + ")"))));
        } else if (constraint.startsWith("foreign key")) {
            ofForeignKey(table, constraint);
        } else if (constraint.contains("unique")) {
            edit("drop " + constraint + " of " + name, name + ".", "unique", table.without(constraint));
        }
    }

    private void ofForeignKey(CreateTable table, String constraint) {
        List<String> columns = listOf(constraint);
        String place =
                table.name() + "." + (columns.size() == 1 ? columns.get(0) : "(" + String.join(", ", columns) + ")");
        Matcher references = REFERENCES.matcher(constraint);
        if (!references.find()) {
            throw new IllegalArgumentException(constraint);
        }
        String before = constraint.substring(0, references.start()) + "references ";
        String action = references.group(3);
        edit("drop " + constraint, place, "foreign key", table.without(constraint));
        edit(
                "other action of " + constraint,
                place,
                "on delete",
                table.replace(
                        constraint,
                        before + references.group(1) + " (" + references.group(2) + ")"
                                + (action.isBlank() ? " on delete cascade" : "")));
        tables.values().stream()
                .filter(other -> columns.size() == 1 && !other.name().equals(CreateTable.unquoted(references.group(1))))
                .findFirst()
                .ifPresent(other -> edit(
                        "other target of " + constraint,
                        place,
                        "foreign key to",
                        table.replace(
                                constraint,
                                before + quoted(other.name()) + " ("
                                        + Column.read(other.parts().get(0)).quoted()
                                        + ")"
                                        + action)));
    }

    private static Set<String> columnsOf(String constraint) {
        return constraint.startsWith("check") ? Set.of() : new HashSet<>(listOf(constraint));
    }

    private static List<String> listOf(String constraint) {
        Matcher list = COLUMNS.matcher(constraint);
        return list.find()
                ? Stream.of(list.group(1).split(",", -1))
                        .map(it -> CreateTable.unquoted(it.strip().replaceFirst("(?i) (asc|desc)$", "")))
                        .toList()
                : List.of();
    }

    private void edit(String what, String place, String word, CreateTable edited) {
        List<String> statements = new ArrayList<>(List.of("drop table " + quoted(edited.name()), edited.sql()));
        statements.addAll(indexes(edited.name()));
        add(what, place, word, statements);
    }

    private List<String> rebuilt(CreateTable edited, Column without) {
        List<String> statements = new ArrayList<>(List.of("drop table " + quoted(edited.name()), edited.sql()));
        indexes(edited.name()).stream()
                .filter(index ->
                        !listOf(index.substring(index.lastIndexOf(" on "))).contains(without.name()))
                .forEach(statements::add);
        return statements;
    }

    private static String quoted(String name) {
        return '"' + name + '"';
    }

    private void add(String what, String place, String word, List<String> statements) {
        mutations.add(new Mutation(what, statements, List.of(place.toLowerCase(Locale.ROOT)), word));
    }
}
