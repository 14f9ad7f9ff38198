package dev.mhc.migrations.schema;

import dev.mhc.migrations.schema.Column.Generation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which found table and column stands for which expected one, renames included. Everything found is named here by its
 * key: the canonical name that the expected side has for it.
 */
final class Correspondence {

    /** A renamed thing may have the usual types, or the others that are accepted. */
    private static final List<UnaryOperator<List<String>>> TYPES = List.of(
            accepted -> accepted.subList(0, 1), accepted -> accepted.subList(accepted.size() - 1, accepted.size()));

    private final SchemaRules rules;
    private final Pairing<Table> tables;
    private final Map<String, Pairing<Column>> columns = new HashMap<>();

    Correspondence(Schema expected, Schema found, SchemaRules rules) {
        this.rules = rules;
        List<Pairing.Shape<Table>> sameColumns = TYPES.stream()
                .map(type -> new Pairing.Shape<Table>(
                        table -> shape(table, column -> accepted(column, type)), table -> shape(table, this::typeOf)))
                .toList();
        this.tables = Pairing.of(
                expected.tables(),
                found.tables(),
                table -> rules.canonicalName(table.name()),
                (wanted, there) -> rules.reaches(wanted.name(), there.name()),
                sameColumns);
        for (Pairing.Pair<Table> pair : tables.pairs()) {
            columns.put(rules.canonicalName(pair.expected().name()), columns(pair.expected(), pair.found()));
        }
    }

    private Optional<Object> shape(Table table, Function<Column, String> type) {
        return Optional.of(table.columns().stream()
                .map(column -> rules.canonicalName(column.name()) + ' ' + type.apply(column))
                .collect(Collectors.toSet()));
    }

    private String accepted(Column column, UnaryOperator<List<String>> type) {
        return type.apply(rules.acceptedTypes(column.type())).get(0);
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
        List<Pairing.Shape<Column>> shapes = new ArrayList<>();
        for (UnaryOperator<List<String>> type : TYPES) {
            Function<Column, Optional<Object>> wanted =
                    column -> Optional.of(shape(column, accepted(column, type), defaultOf(column), expectedTargets));
            // With the same default, and then with one that nobody has to declare.
            shapes.add(new Pairing.Shape<>(
                    wanted, column -> Optional.of(shape(column, typeOf(column), defaultOf(column), foundTargets))));
            shapes.add(new Pairing.Shape<>(
                    wanted,
                    column -> column.defaultValue().filter(rules::isConstant).isPresent()
                            ? Optional.empty()
                            : Optional.of(shape(column, typeOf(column), Optional.empty(), foundTargets))));
        }
        return Pairing.of(
                expected.columns(),
                found.columns(),
                column -> rules.canonicalName(column.name()),
                (wanted, there) -> rules.reaches(wanted.name(), there.name()),
                shapes);
    }

    private String typeOf(Column column) {
        return rules.canonicalType(column.type());
    }

    private Object shape(Column column, String type, Optional<String> defaultValue, Map<String, String> targets) {
        return List.of(
                type,
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

    /**
     * Whether what an expected foreign key references is there, but is no key, as it is expected to be: most databases
     * accept no foreign key then.
     */
    boolean lacksKey(ForeignKey expected) {
        String table = rules.canonicalName(expected.referencedTable());
        Set<String> wanted =
                expected.referencedColumns().stream().map(rules::canonicalName).collect(Collectors.toSet());
        Pairing<Column> pairing = columns.get(table);
        return pairing != null
                && tables.pair(table)
                        .filter(pair -> hasKey(pair.expected(), wanted, rules::canonicalName)
                                && !hasKey(pair.found(), wanted, name -> pairing.key(rules.canonicalName(name))))
                        .isPresent();
    }

    private static boolean hasKey(Table table, Set<String> wanted, UnaryOperator<String> key) {
        Stream<List<String>> constraints = Stream.concat(
                table.primaryKey().map(PrimaryKey::columns).stream(),
                table.uniqueKeys().stream().map(UniqueKey::columns));
        Stream<List<String>> indexes = table.indexes().stream()
                .filter(index -> index.unique() && index.where().isEmpty())
                .flatMap(index -> index.columns().stream());
        return Stream.concat(constraints, indexes)
                .anyMatch(names ->
                        names.stream().map(key).collect(Collectors.toSet()).equals(wanted));
    }

    /** Whether a found foreign key references something that nobody expects. */
    boolean hasExtraTarget(ForeignKey found) {
        String table = referencedTable(found);
        Pairing<Column> pairing = columns.get(table);
        return tables.isExtra(table)
                || (pairing != null && referencedColumns(found).stream().anyMatch(pairing::isExtra));
    }
}
