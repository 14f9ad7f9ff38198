package dev.mhc.migrations.schema;

import static dev.mhc.migrations.schema.ColumnType.bigint;
import static dev.mhc.migrations.schema.ColumnType.binary;
import static dev.mhc.migrations.schema.ColumnType.bool;
import static dev.mhc.migrations.schema.ColumnType.decimal;
import static dev.mhc.migrations.schema.ColumnType.integer;
import static dev.mhc.migrations.schema.ColumnType.text;
import static dev.mhc.migrations.schema.ColumnType.timestamp;
import static dev.mhc.migrations.schema.ColumnType.uuid;
import static dev.mhc.migrations.schema.ColumnType.varchar;
import static dev.mhc.migrations.schema.TableBuilder.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.mhc.migrations.schema.Difference.Severity;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Changes one thing of a rich schema at a time: every change is exactly one difference, at its place. */
class SingleMutationTest {

    private static final Schema RICH = new Schema(List.of(
            table("users")
                    .id()
                    .column(Column.of("email", varchar(255)).notNull())
                    .column(Column.of("name", text()))
                    .column(Column.of("active", bool()).notNull().withDefault(new DefaultValue.Bool(true)))
                    .column(Column.of("score", decimal(10, 2)).withDefault(new DefaultValue.Numeric(BigDecimal.ONE)))
                    .column(Column.of("created_at", timestamp()).notNull().withDefault(new DefaultValue.Now()))
                    .unique("email")
                    .index(Index.of("ix_users_name", "name", "active"))
                    .build(),
            table("rooms")
                    .column(Column.of("house", integer()).notNull())
                    .column(Column.of("number", integer()).notNull())
                    .column(Column.of("owner_id", bigint()).notNull())
                    .primaryKey("house", "number")
                    .foreignKey(ForeignKey.of("owner_id", "users", "id"))
                    .index(uniqueIndex("ux_rooms_owner", "owner_id", "house"))
                    .build(),
            table("stays")
                    .column(Column.of("id", uuid()).notNull())
                    .primaryKey("id")
                    .column(Column.of("house", integer()))
                    .column(Column.of("number", bigint()))
                    .column(Column.of("guest_id", bigint()).notNull())
                    .column(Column.of("parent_id", uuid()))
                    .foreignKey(new ForeignKey(
                            Optional.of("fk_stays_room"),
                            List.of("house", "number"),
                            "rooms",
                            List.of("house", "number"),
                            ReferentialAction.NO_ACTION,
                            ReferentialAction.NO_ACTION,
                            false))
                    .foreignKey(ForeignKey.of("guest_id", "users", "id"))
                    .foreignKey(ForeignKey.of("parent_id", "stays", "id"))
                    .index(Index.of("ix_stays_guest", "guest_id"))
                    .build()));

    private static Index uniqueIndex(String name, String... columns) {
        Index index = Index.of(name, columns);
        return new Index(index.name(), index.parts(), true, index.where());
    }

    @Test
    void sameSchema_givesNone() {
        assertThat(SchemaDiff.compare(RICH, RICH, new PlainRules())).isEmpty();
    }

    private static DynamicTest mutation(String what, Schema mutated, Severity severity, String place) {
        return dynamicTest(
                what,
                () -> assertThat(SchemaDiff.compare(RICH, mutated, new PlainRules()))
                        .singleElement()
                        .satisfies(difference -> {
                            assertThat(difference.severity()).isEqualTo(severity);
                            assertThat(difference.place()).isEqualTo(place);
                            assertThat(difference.wayOut()).contains("(\"").doesNotContain("null,");
                        }));
    }

    private static Schema with(Table changed, UnaryOperator<TableBuilder> change) {
        return new Schema(RICH.tables().stream()
                .map(it ->
                        it.equals(changed) ? change.apply(TableBuilder.of(it)).build() : it)
                .toList());
    }

    private static Schema without(Table dropped, boolean withReferences) {
        return new Schema(RICH.tables().stream()
                .filter(it -> !it.equals(dropped))
                .map(it -> withReferences
                        ? withoutReferences(it, key -> key.referencedTable().equals(dropped.name()))
                        : it)
                .toList());
    }

    private static Table withoutReferences(Table table, Predicate<ForeignKey> dropped) {
        TableBuilder builder = TableBuilder.of(table);
        table.foreignKeys().stream().filter(dropped).forEach(builder::dropForeignKey);
        return builder.build();
    }

    private static Schema renamed(Table table, String to) {
        return new Schema(RICH.tables().stream()
                .map(it -> TableBuilder.of(it)
                        .named(it.equals(table) ? to : it.name())
                        .changeForeignKeys(key -> key.referencedTable().equals(table.name())
                                ? target(key, to, key.referencedColumns())
                                : key)
                        .build())
                .toList());
    }

    private static ForeignKey target(ForeignKey key, String table, List<String> columns) {
        return new ForeignKey(
                key.name(), key.columns(), table, columns, key.onDelete(), key.onUpdate(), key.deferrable());
    }

    private static Schema renamed(Table table, Column column, String to) {
        return new Schema(RICH.tables().stream()
                .map(it -> (it.equals(table)
                                ? TableBuilder.of(it).renameColumn(column.name(), to)
                                : TableBuilder.of(it))
                        .changeForeignKeys(key -> key.referencedTable().equals(table.name())
                                ? target(
                                        key,
                                        key.referencedTable(),
                                        key.referencedColumns().stream()
                                                .map(name -> name.equals(column.name()) ? to : name)
                                                .toList())
                                : key)
                        .build())
                .toList());
    }

    private static Schema droppedCascading(Table table, Column column) {
        return new Schema(with(table, it -> it.dropColumn(column.name())).tables().stream()
                .map(it -> withoutReferences(
                        it,
                        key -> key.referencedTable().equals(table.name())
                                && key.referencedColumns().contains(column.name())))
                .toList());
    }

    @TestFactory
    Stream<DynamicTest> tables() {
        return RICH.tables().stream()
                .flatMap(table -> Stream.of(
                        mutation("drop " + table.name(), without(table, false), Severity.ERROR, table.name()),
                        mutation("drop cascade " + table.name(), without(table, true), Severity.ERROR, table.name()),
                        mutation("rename " + table.name(), renamed(table, "renamed"), Severity.ERROR, table.name())));
    }

    @TestFactory
    Stream<DynamicTest> columns() {
        return RICH.tables().stream()
                .flatMap(table -> table.columns().stream().flatMap(column -> ofColumn(table, column)));
    }

    private static Stream<DynamicTest> ofColumn(Table table, Column column) {
        String name = column.name();
        String place = table.name() + "." + name;
        boolean inKey = table.primaryKey().orElseThrow().columns().contains(name);
        List<DynamicTest> tests = new ArrayList<>();
        tests.add(mutation("drop " + place, with(table, it -> it.dropColumn(name)), Severity.ERROR, place));
        tests.add(mutation("drop cascade " + place, droppedCascading(table, column), Severity.ERROR, place));
        tests.add(mutation("rename " + place, renamed(table, column, "renamed"), Severity.ERROR, place));
        tests.add(mutation(
                "retype " + place,
                with(
                        table,
                        it -> it.changeColumn(
                                name,
                                old -> new Column(
                                        name, binary(), old.nullable(), old.defaultValue(), old.generation()))),
                Severity.ERROR,
                place));
        if (!inKey) {
            tests.add(mutation(
                    "null-ness of " + place,
                    with(
                            table,
                            it -> it.changeColumn(
                                    name,
                                    old -> new Column(
                                            name, old.type(), !old.nullable(), old.defaultValue(), old.generation()))),
                    Severity.ERROR,
                    place));
            tests.add(mutation(
                    "default of " + place,
                    with(table, it -> it.changeColumn(name, old -> old.withDefault(new DefaultValue.Text("odd")))),
                    Severity.WARNING,
                    place));
        }
        if (column.defaultValue().isPresent()) {
            tests.add(mutation(
                    "no default of " + place,
                    with(
                            table,
                            it -> it.changeColumn(
                                    name,
                                    old -> new Column(
                                            name, old.type(), old.nullable(), Optional.empty(), old.generation()))),
                    Severity.WARNING,
                    place));
        }
        return tests.stream();
    }

    @TestFactory
    Stream<DynamicTest> keys() {
        return RICH.tables().stream().flatMap(table -> {
            String key = table.primaryKey().orElseThrow().columns().get(0);
            return Stream.concat(
                    Stream.of(
                            mutation(
                                    "drop key of " + table.name(),
                                    with(table, TableBuilder::noPrimaryKey),
                                    Severity.ERROR,
                                    table.name()),
                            mutation(
                                    "other key of " + table.name(),
                                    with(
                                            table,
                                            it -> it.primaryKey(
                                                    table.columns().get(1).name(), key)),
                                    // A key of these two columns has now the other order.
                                    isOfBoth(table) ? Severity.INFO : Severity.ERROR,
                                    table.name()),
                            mutation(
                                    "needless index on key of " + table.name(),
                                    with(table, it -> it.index(Index.of("ix_new", key))),
                                    Severity.INFO,
                                    table.name() + ".ix_new")),
                    table.foreignKeys().stream().flatMap(foreignKey -> ofForeignKey(table, foreignKey)));
        });
    }

    private static boolean isOfBoth(Table table) {
        return table.primaryKey().orElseThrow().columns().size() == 2;
    }

    private static Stream<DynamicTest> ofForeignKey(Table table, ForeignKey key) {
        String place = table.name() + "." + TableComparison.part(key.columns());
        return Stream.of(
                mutation("drop foreign key " + place, with(table, it -> it.dropForeignKey(key)), Severity.ERROR, place),
                mutation("repeat foreign key " + place, with(table, it -> it.foreignKey(key)), Severity.WARNING, place),
                mutation(
                        "other target of " + place,
                        with(table, it -> it.dropForeignKey(key).foreignKey(target(key, "nowhere", key.columns()))),
                        Severity.ERROR,
                        place),
                mutation(
                        "other action of " + place,
                        with(
                                table,
                                it -> it.dropForeignKey(key)
                                        .foreignKey(new ForeignKey(
                                                key.name(),
                                                key.columns(),
                                                key.referencedTable(),
                                                key.referencedColumns(),
                                                ReferentialAction.SET_NULL,
                                                key.onUpdate(),
                                                key.deferrable()))),
                        Severity.WARNING,
                        place));
    }

    @TestFactory
    Stream<DynamicTest> indexes() {
        return RICH.tables().stream()
                .flatMap(table -> Stream.concat(
                        table.uniqueKeys().stream()
                                .map(key -> mutation(
                                        "drop unique of " + table.name(),
                                        with(table, it -> it.dropUnique(key)),
                                        Severity.ERROR,
                                        table.name() + "." + TableComparison.part(key.columns()))),
                        table.indexes().stream().flatMap(index -> ofIndex(table, index))));
    }

    private static Stream<DynamicTest> ofIndex(Table table, Index index) {
        String name = index.name().orElseThrow();
        String place = table.name() + "." + name;
        Severity severity = index.unique() ? Severity.ERROR : Severity.WARNING;
        Index other = Index.of(
                name, table.columns().get(0).name(), table.columns().get(1).name());
        Index flipped = new Index(index.name(), index.parts(), !index.unique(), index.where());
        return Stream.of(
                mutation("drop " + place, with(table, it -> it.dropIndex(index)), severity, place),
                mutation(
                        "replace " + place,
                        with(table, it -> it.dropIndex(index).index(other)),
                        severity,
                        place),
                mutation(
                        "flip uniqueness of " + place,
                        with(table, it -> it.dropIndex(index).index(flipped)),
                        severity,
                        place));
    }

    @TestFactory
    Stream<DynamicTest> additions() {
        return RICH.tables().stream()
                .flatMap(table -> Stream.of(
                        mutation(
                                "nullable column of " + table.name(),
                                with(table, it -> it.column(Column.of("added", text()))),
                                Severity.INFO,
                                table.name() + ".added"),
                        mutation(
                                "column that must be given in " + table.name(),
                                with(
                                        table,
                                        it -> it.column(
                                                Column.of("added", text()).notNull())),
                                Severity.ERROR,
                                table.name() + ".added"),
                        mutation(
                                "unique of " + table.name(),
                                with(table, it -> it.unique(last(table))),
                                Severity.WARNING,
                                table.name() + "." + last(table)),
                        mutation(
                                "foreign key of " + table.name(),
                                with(
                                        table,
                                        it -> it.foreignKey(ForeignKey.of(
                                                table.columns().get(2).name(), "rooms", "house"))),
                                Severity.WARNING,
                                table.name() + "." + table.columns().get(2).name())));
    }

    private static String last(Table table) {
        return table.columns().get(table.columns().size() - 1).name();
    }
}
