package dev.mhc.migrations.schema;

import dev.mhc.migrations.schema.Difference.Code;
import dev.mhc.migrations.schema.Difference.Severity;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Compares expected tables that are views in the database: by the names and types of the columns that are expected. A
 * view has no keys, its columns may always be NULL, and what it has more disturbs nobody.
 */
final class ViewDiff {

    private final Schema expected;
    private final SchemaRules rules;
    private final Map<String, View> views;

    ViewDiff(Schema expected, Schema found, SchemaRules rules) {
        this.expected = expected;
        this.rules = rules;
        this.views = found.views().stream()
                .collect(Collectors.toMap(
                        view -> rules.canonicalName(view.name()), Function.identity(), (first, second) -> first));
        found.tables().forEach(table -> views.remove(rules.canonicalName(table.name())));
    }

    /** The tables that are expected to be tables, without references to others. */
    Schema withoutViews() {
        return views.isEmpty()
                ? expected
                : new Schema(expected.tables().stream()
                        .filter(table -> view(table.name()).isEmpty())
                        .map(this::withoutReferences)
                        .toList());
    }

    private Table withoutReferences(Table table) {
        return new Table(
                table.name(),
                table.columns(),
                table.primaryKey(),
                table.foreignKeys().stream()
                        .filter(key -> view(key.referencedTable()).isEmpty())
                        .toList(),
                table.uniqueKeys(),
                table.checks(),
                table.indexes(),
                table.definition());
    }

    private Optional<View> view(String name) {
        return Optional.ofNullable(views.get(rules.canonicalName(name)));
    }

    void compare(Consumer<Difference> report) {
        for (Table table : expected.tables()) {
            view(table.name())
                    .filter(view -> !view.columns().isEmpty())
                    .ifPresent(view -> table.columns()
                            .forEach(column -> compare(table, column, view).ifPresent(report)));
        }
    }

    private Optional<Difference> compare(Table table, Column column, View view) {
        String wanted = rules.canonicalName(column.name());
        Optional<Column> found = view.columns().stream()
                .filter(it -> rules.canonicalName(it.name()).equals(wanted))
                .findFirst();
        boolean same = found.filter(it -> rules.acceptedTypes(column.type()).contains(rules.canonicalType(it.type())))
                .isPresent();
        return same
                ? Optional.empty()
                : Optional.of(new Difference(
                        Severity.ERROR,
                        found.isPresent() ? Code.DIFFERENT_TYPE : Code.MISSING_COLUMN,
                        table.name(),
                        Optional.of(column.name()),
                        column.type().toString(),
                        found.map(it -> it.type().toString()).orElse(Describe.NOTHING),
                        "Let the view " + view.name()
                                + (found.isPresent() ? " return this type." : " return such a column.")));
    }
}
