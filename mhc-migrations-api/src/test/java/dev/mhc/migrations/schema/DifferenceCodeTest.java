package dev.mhc.migrations.schema;

import static dev.mhc.migrations.schema.ColumnType.bigint;
import static dev.mhc.migrations.schema.ColumnType.integer;
import static dev.mhc.migrations.schema.ColumnType.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mhc.migrations.schema.Difference.Code;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Programs tell differences apart by their codes: each stands for one way to differ, and keeps its name. */
class DifferenceCodeTest {

    /** One difference between what is expected and what is found. */
    private record Case(Code code, Optional<String> part, Table expected, Table found) {}

    private static Table table(UnaryOperator<Table.Builder> more) {
        return more.apply(Table.named("t").column(column("a")).column(column("b")))
                .build();
    }

    private static Table plain() {
        return table(it -> it);
    }

    private static Column column(String name) {
        return Column.of(name, bigint());
    }

    private static Table only(Column b) {
        return Table.named("t").column(column("a")).column(b).build();
    }

    private static Case of(Code code, String part, Table expected, Table found) {
        return new Case(code, part.isEmpty() ? Optional.empty() : Optional.of(part), expected, found);
    }

    private static Case of(Code code, String part, UnaryOperator<Table.Builder> onlyExpected) {
        return of(code, part, table(onlyExpected), plain());
    }

    private static Index index(boolean valid, String... columns) {
        Index index = Index.of("ix", columns);
        Index.Traits traits = index.traits();
        return new Index(
                index.name(),
                index.parts(),
                index.unique(),
                index.where(),
                new Index.Traits(traits.method(), traits.include(), traits.nullsNotDistinct(), valid));
    }

    private static ForeignKey foreignKey(ReferentialAction onDelete, boolean validated) {
        return new ForeignKey(
                Optional.of("fk"),
                List.of("b"),
                "t",
                List.of("a"),
                onDelete,
                ReferentialAction.NO_ACTION,
                false,
                new ForeignKey.Traits(false, List.of(), validated));
    }

    private static Table with(ForeignKey key) {
        return table(it -> it.foreignKey(key));
    }

    private static List<Case> cases() {
        ForeignKey key = foreignKey(ReferentialAction.NO_ACTION, true);
        Table unique = table(it -> it.uniqueKey(new UniqueKey(Optional.empty(), List.of("b"), false)));
        Table indexed = table(it -> it.index(Index.of("ix", "b")));
        return List.of(
                of(Code.DIFFERENT_TYPE, "b", plain(), only(Column.of("b", text()))),
                of(Code.DIFFERENT_NULLNESS, "b", only(column("b").notNull()), plain()),
                of(Code.DIFFERENT_DEFAULT, "b", only(column("b").withDefault(new DefaultValue.Text("1"))), plain()),
                of(
                        Code.DIFFERENT_GENERATION,
                        "b",
                        only(new Column(
                                "b", bigint(), true, Optional.empty(), Column.Generation.COMPUTED, Optional.of("a"))),
                        plain()),
                of(
                        Code.NARROW_SEQUENCE,
                        "b",
                        only(column("b").generated(Column.Generation.IDENTITY)),
                        only(column("b")
                                .generated(Column.Generation.IDENTITY)
                                .numbered(new Column.Numbering(false, Optional.of("t_b_seq"), true)))),
                of(Code.MISSING_COLUMN, "c", it -> it.column(Column.of("c", text()))),
                of(Code.EXTRA_COLUMN, "c", plain(), table(it -> it.column(Column.of("c", text())))),
                of(
                        Code.RENAMED_COLUMN,
                        "c",
                        table(it -> it.column(Column.of("c", text()))),
                        table(it -> it.column(Column.of("d", text())))),
                of(Code.MISSING_PRIMARY_KEY, "", it -> it.primaryKey("a")),
                of(Code.EXTRA_PRIMARY_KEY, "", plain(), table(it -> it.primaryKey("a"))),
                of(
                        Code.DIFFERENT_PRIMARY_KEY,
                        "",
                        table(it -> it.primaryKey("a")),
                        table(it -> it.primaryKey("a", "b"))),
                of(Code.MISSING_FOREIGN_KEY, "b", it -> it.foreignKey(key)),
                of(Code.EXTRA_FOREIGN_KEY, "b", plain(), with(key)),
                of(Code.DIFFERENT_FOREIGN_KEY, "b", with(key), with(foreignKey(ReferentialAction.CASCADE, true))),
                of(Code.UNVALIDATED_FOREIGN_KEY, "b", with(key), with(foreignKey(ReferentialAction.NO_ACTION, false))),
                of(Code.MISSING_UNIQUE, "b", unique, plain()),
                of(Code.EXTRA_UNIQUE, "b", plain(), unique),
                of(
                        Code.DIFFERENT_UNIQUE,
                        "b",
                        unique,
                        table(it -> it.uniqueKey(new UniqueKey(Optional.empty(), List.of("b"), true)))),
                of(Code.MISSING_INDEX, "ix", indexed, plain()),
                of(Code.EXTRA_INDEX, "ix", plain(), indexed),
                of(Code.DIFFERENT_INDEX, "ix", indexed, table(it -> it.index(Index.of("ix", "a", "b")))),
                of(Code.BROKEN_INDEX, "ix", indexed, table(it -> it.index(index(false, "b")))),
                of(Code.BROKEN_INDEX, "ix", plain(), table(it -> it.index(index(false, "b")))),
                of(Code.MISSING_CHECK, "positive", it -> it.check(new Check(Optional.of("positive"), "a > 0"))),
                of(
                        Code.UNVALIDATED_CHECK,
                        "positive",
                        plain(),
                        table(it -> it.check(new Check(Optional.of("positive"), "a > 0", false)))));
    }

    private static List<Difference> compare(List<Table> expected, List<Table> found) {
        return SchemaDiff.compare(new Schema(expected), new Schema(found), new PlainRules());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void eachWayToDiffer_hasItsCodeAndPart(Case one) {
        assertThat(compare(List.of(one.expected()), List.of(one.found())))
                .singleElement()
                .satisfies(difference -> {
                    assertThat(difference.code()).isEqualTo(one.code());
                    assertThat(difference.table()).isEqualTo("t");
                    assertThat(difference.part()).isEqualTo(one.part());
                });
    }

    @Test
    void tables_haveTheirCodes() {
        Table other = Table.named("u").column(Column.of("x", integer())).build();
        Table renamed = Table.named("v").column(Column.of("x", integer())).build();
        assertThat(compare(List.of(plain(), other), List.of(plain())))
                .extracting(Difference::code)
                .containsExactly(Code.MISSING_TABLE);
        assertThat(compare(List.of(plain()), List.of(plain(), other)))
                .extracting(Difference::code)
                .containsExactly(Code.EXTRA_TABLE);
        assertThat(compare(List.of(other), List.of(renamed)))
                .extracting(Difference::code)
                .containsExactly(Code.RENAMED_TABLE);
    }

    private static List<Difference> sequences(List<Sequence> expected, List<Sequence> found) {
        return SchemaDiff.compare(
                new Schema(List.of(plain()), List.of(), expected),
                new Schema(List.of(plain()), List.of(), found),
                new PlainRules());
    }

    @Test
    void sequences_haveTheirCodes() {
        Sequence one = Sequence.of("s", 50);
        assertThat(sequences(List.of(one), List.of()))
                .extracting(Difference::code)
                .containsExactly(Code.MISSING_SEQUENCE);
        assertThat(sequences(List.of(), List.of(one)))
                .extracting(Difference::code)
                .containsExactly(Code.EXTRA_SEQUENCE);
        assertThat(sequences(List.of(one), List.of(Sequence.of("r", 50))))
                .extracting(Difference::code)
                .containsExactly(Code.RENAMED_SEQUENCE);
        assertThat(sequences(List.of(one), List.of(Sequence.of("S", 1))))
                .singleElement()
                .satisfies(difference -> {
                    assertThat(difference.code()).isEqualTo(Code.DIFFERENT_INCREMENT);
                    assertThat(difference.code().kind().label()).isEqualTo("sequence");
                    assertThat(difference.place()).isEqualTo("s");
                });
    }

    @Test
    void checkOfThatName_differsWhereBothAreUnderstood() {
        SchemaRules reading = new PlainRules() {
            @Override
            public boolean understands(String sql) {
                return true;
            }
        };
        Table positive = table(it -> it.check(new Check(Optional.of("positive"), "a > 0")));
        Table negative = table(it -> it.check(new Check(Optional.of("Positive"), "a < 0")));
        assertThat(SchemaDiff.compare(new Schema(List.of(positive)), new Schema(List.of(negative)), reading))
                .singleElement()
                .satisfies(difference -> {
                    assertThat(difference.code()).isEqualTo(Code.DIFFERENT_CHECK);
                    assertThat(difference.found()).isEqualTo("check (a < 0)");
                });
        assertThat(compare(List.of(positive), List.of(negative)))
                .as("nobody knows whether they mean the same")
                .isEmpty();
    }

    @Test
    void everyCode_isMet() {
        List<Code> met = new ArrayList<>(List.of(
                Code.MISSING_TABLE,
                Code.EXTRA_TABLE,
                Code.RENAMED_TABLE,
                Code.DIFFERENT_CHECK,
                Code.MISSING_SEQUENCE,
                Code.EXTRA_SEQUENCE,
                Code.RENAMED_SEQUENCE,
                Code.DIFFERENT_INCREMENT));
        cases().forEach(one -> met.add(one.code()));
        assertThat(Arrays.asList(Code.values())).hasSameElementsAs(met);
    }

    @Test
    void labels_areWordsInOne() {
        assertThat(Code.MISSING_FOREIGN_KEY.label()).isEqualTo("MissingForeignKey");
        assertThat(Code.MISSING_FOREIGN_KEY.kind().label()).isEqualTo("foreign key");
    }
}
