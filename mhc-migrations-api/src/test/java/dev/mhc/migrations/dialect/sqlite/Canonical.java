package dev.mhc.migrations.dialect.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mhc.migrations.schema.Table;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Compares tables as the rules of SQLite do. */
final class Canonical {

    private static final SqliteRules RULES = new SqliteRules();

    private Canonical() {}

    static void assertSame(Table expected, Table found) {
        assertThat(lines(found)).isEqualTo(lines(expected));
    }

    private static List<String> lines(Table table) {
        Stream<String> columns = table.columns().stream()
                .map(column -> String.join(
                        " ",
                        RULES.canonicalName(column.name()),
                        RULES.canonicalType(column.type()),
                        column.nullable() ? "null" : "not null",
                        RULES.canonicalDefault(column.type(), column.defaultValue())
                                .orElse("no default"),
                        column.generation().name()));
        return Stream.of(
                        columns,
                        sorted(table.primaryKey().stream().toList(), key -> "primary key " + key.columns()),
                        sorted(table.uniqueKeys(), key -> "unique " + key.columns()),
                        sorted(table.checks(), check -> "check " + check),
                        sorted(table.indexes(), index -> "index " + index),
                        sorted(
                                table.foreignKeys(),
                                key -> Stream.of(
                                                "foreign key",
                                                key.name().orElse(""),
                                                key.columns(),
                                                key.referencedTable(),
                                                key.referencedColumns(),
                                                key.onDelete(),
                                                key.onUpdate(),
                                                key.deferrable())
                                        .map(String::valueOf)
                                        .reduce("", (a, b) -> a + " " + b)))
                .flatMap(Function.identity())
                .toList();
    }

    private static <T> Stream<String> sorted(List<T> values, Function<T, String> line) {
        return values.stream().map(line).sorted();
    }

    static Optional<String> defaultOf(Table table, String column) {
        return table.column(column).flatMap(it -> RULES.canonicalDefault(it.type(), it.defaultValue()));
    }
}
