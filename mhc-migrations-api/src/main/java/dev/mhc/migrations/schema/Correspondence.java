package dev.mhc.migrations.schema;

import dev.mhc.migrations.schema.Column.Generation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Which found table and column stands for which expected one, renames included. Everything found is named here by its
 * key: the canonical name that the expected side has for it.
 */
final class Correspondence {

    private final SchemaRules rules;
    private final Pairing<Table> tables;
    private final Map<String, Pairing<Column>> columns = new HashMap<>();

    Correspondence(Schema expected, Schema found, SchemaRules rules) {
        this.rules = rules;
        Pairing.Shape<Table> sameColumns = new Pairing.Shape<>(this::shape, this::shape);
        this.tables = Pairing.of(
                expected.tables(),
                found.tables(),
                table -> rules.canonicalName(table.name()),
                (wanted, there) -> rules.reaches(wanted.name(), there.name()),
                List.of(sameColumns));
        for (Pairing.Pair<Table> pair : tables.pairs()) {
            columns.put(rules.canonicalName(pair.expected().name()), columns(pair.expected(), pair.found()));
        }
    }

    private Optional<Object> shape(Table table) {
        return Optional.of(table.columns().stream()
                .map(column -> rules.canonicalName(column.name()) + ' ' + rules.canonicalType(column.type()))
                .collect(Collectors.toSet()));
    }

    Pairing<Table> tables() {
        return tables;
    }

    /** The columns of a table that is there, under its own or another name. */
    Pairing<Column> columns(Table expectedTable) {
        Pairing<Column> pairing = columns.get(rules.canonicalName(expectedTable.name()));
        if (pairing == null) {
            throw new IllegalArgumentException(expectedTable.name() + " is missing");
        }
        return pairing;
    }

    private Pairing<Column> columns(Table expected, Table found) {
        Map<String, String> expectedTargets = targets(expected, key -> rules.canonicalName(key.referencedTable()));
        Map<String, String> foundTargets = targets(found, this::referencedTable);
        Pairing.Shape<Column> sameDefault = new Pairing.Shape<>(
                column -> Optional.of(shape(column, defaultOf(column), expectedTargets)),
                column -> Optional.of(shape(column, defaultOf(column), foundTargets)));
        Pairing.Shape<Column> undeclaredDefault = new Pairing.Shape<>(
                column -> Optional.of(shape(column, defaultOf(column), expectedTargets)),
                column -> column.defaultValue().filter(rules::isConstant).isPresent()
                        ? Optional.empty()
                        : Optional.of(shape(column, Optional.empty(), foundTargets)));
        return Pairing.of(
                expected.columns(),
                found.columns(),
                column -> rules.canonicalName(column.name()),
                (wanted, there) -> rules.reaches(wanted.name(), there.name()),
                List.of(sameDefault, undeclaredDefault));
    }

    private Object shape(Column column, Optional<String> defaultValue, Map<String, String> targets) {
        return List.of(
                rules.canonicalType(column.type()),
                isNullable(column),
                defaultValue,
                Optional.ofNullable(targets.get(rules.canonicalName(column.name()))));
    }

    private Optional<String> defaultOf(Column column) {
        return column.generation() == Generation.NONE
                ? rules.canonicalDefault(column.type(), column.defaultValue())
                : Optional.empty();
    }

    /** A column that numbers itself never holds NULL, whatever the database says of it. */
    static boolean isNullable(Column column) {
        return column.nullable() && column.generation() != Generation.IDENTITY;
    }

    private Map<String, String> targets(Table table, Function<ForeignKey, String> target) {
        return table.foreignKeys().stream()
                .filter(key -> key.columns().size() == 1)
                .collect(Collectors.toMap(
                        key -> rules.canonicalName(key.columns().get(0)), target, (first, second) -> first));
    }

    /** The key of the table that a found foreign key references. */
    String referencedTable(ForeignKey found) {
        return tables.key(rules.canonicalName(found.referencedTable()));
    }

    /** The keys of the columns that a found foreign key references. */
    List<String> referencedColumns(ForeignKey found) {
        Pairing<Column> pairing = columns.get(referencedTable(found));
        return found.referencedColumns().stream()
                .map(rules::canonicalName)
                .map(column -> pairing == null ? column : pairing.key(column))
                .toList();
    }

    /** Whether what an expected foreign key references is missing. */
    boolean lacksTarget(ForeignKey expected) {
        String table = rules.canonicalName(expected.referencedTable());
        Pairing<Column> pairing = columns.get(table);
        return tables.isMissing(table)
                || (pairing != null
                        && expected.referencedColumns().stream()
                                .anyMatch(column -> pairing.isMissing(rules.canonicalName(column))));
    }

    /** Whether a found foreign key references something that nobody expects. */
    boolean hasExtraTarget(ForeignKey found) {
        String table = referencedTable(found);
        Pairing<Column> pairing = columns.get(table);
        return tables.isExtra(table)
                || (pairing != null && referencedColumns(found).stream().anyMatch(pairing::isExtra));
    }
}
