package dev.mhc.migrations.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mhc.migrations.error.MigrationException;
import dev.mhc.migrations.schema.Column.Generation;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Schemas with everything that one can have, and texts that are none. */
class SchemaTextFuzzTest {

    private static final List<String> ODD_NAMES = List.of(
            "", " ", "a b", "not", "null", "table", "expression", "(", "\"", "\\", "größe", "\u202e", "-1", "on");

    @Property(tries = 500)
    void whatIsWritten_isRead(@ForAll("schemas") Schema schema) {
        StringBuilder text = new StringBuilder();
        schema.tables().forEach(it -> text.append(SchemaText.write(it)));
        schema.sequences().forEach(it -> text.append(SchemaText.write(it)));

        assertThat(SchemaText.read(text.toString())).isEqualTo(schema);
        assertThat(text.chars()).allMatch(c -> c == '\n' || !Character.isISOControl(c));
        assertThat(text.toString().lines()).noneMatch(it -> it.isBlank() || it.endsWith(" "));
    }

    @Property(tries = 200)
    void textPartedAnywhere_isTheSame(@ForAll("schemas") Schema schema, @ForAll("places") List<Double> places) {
        StringBuilder text = new StringBuilder();
        schema.tables().forEach(it -> text.append(SchemaText.write(it)));
        schema.sequences().forEach(it -> text.append(SchemaText.write(it)));
        List<String> parts = new ArrayList<>();
        int start = 0;
        for (double place : places) {
            int end = start + (int) ((text.length() - start) * place);
            parts.add(text.substring(start, end));
            start = end;
        }
        parts.add(text.substring(start));

        assertThat(SchemaText.read(parts.toArray(new String[0]))).isEqualTo(schema);
    }

    @Property(tries = 500)
    void textWithoutAPiece_isReadOrRefused(
            @ForAll("schemas") Schema schema, @ForAll("place") double from, @ForAll("place") double length) {
        StringBuilder text = new StringBuilder();
        schema.tables().forEach(it -> text.append(SchemaText.write(it)));
        int start = (int) (text.length() * from);
        text.delete(start, start + (int) (length * 20));
        try {
            Schema read = SchemaText.read(text.toString());
            assertThat(read.tables()).hasSizeLessThanOrEqualTo(schema.tables().size());
        } catch (MigrationException e) {
            assertThat(e.getMessage()).startsWith("[");
        }
    }

    @Provide
    Arbitrary<Double> place() {
        return Arbitraries.doubles().between(0, 0.99);
    }

    @Provide
    Arbitrary<List<Double>> places() {
        return place().list().ofMaxSize(3);
    }

    @Provide
    Arbitrary<Schema> schemas() {
        return Combinators.combine(
                        table().list().ofMaxSize(4), sequence().list().ofMaxSize(2))
                .as((tables, sequences) -> new Schema(tables, List.of(), sequences));
    }

    private static Arbitrary<Sequence> sequence() {
        Arbitrary<OptionalLong> increments = Arbitraries.longs()
                .map(OptionalLong::of)
                .injectNull(0.3)
                .map(it -> it == null ? OptionalLong.empty() : it);
        return Combinators.combine(name(), increments).as(Sequence::new);
    }

    private static Arbitrary<Table> table() {
        return Combinators.combine(
                        name(),
                        column().list().ofMaxSize(5),
                        Combinators.combine(name().optional(), names())
                                .as(PrimaryKey::new)
                                .optional(),
                        foreignKey().list().ofMaxSize(2),
                        Combinators.combine(name().optional(), names(), flag())
                                .as(UniqueKey::new)
                                .list()
                                .ofMaxSize(2),
                        Combinators.combine(name().optional(), sql(), flag())
                                .as(Check::new)
                                .list()
                                .ofMaxSize(2),
                        index().list().ofMaxSize(2))
                .as(Table::new);
    }

    private static Arbitrary<Column> column() {
        Arbitrary<Column.Numbering> numberings = Arbitraries.oneOf(
                Arbitraries.just(Column.Numbering.PLAIN),
                Combinators.combine(flag(), name().optional(), flag()).as(Column.Numbering::new));
        return Combinators.combine(
                        name(),
                        type(),
                        flag(),
                        defaultValue().optional(),
                        Arbitraries.of(Generation.class),
                        sql().optional(),
                        numberings)
                .as(Column::new);
    }

    private static Arbitrary<ColumnType> type() {
        Arbitrary<List<Integer>> arguments =
                Arbitraries.integers().greaterOrEqual(0).list().ofMaxSize(3);
        Arbitrary<ColumnType> named = Combinators.combine(
                        Arbitraries.of(ColumnType.Kind.class).filter(it -> it != ColumnType.Kind.DECLARED), arguments)
                .as((kind, all) -> new ColumnType(kind, all, ""));
        return Arbitraries.oneOf(
                named,
                Combinators.combine(sql(), arguments)
                        .as((sql, all) -> new ColumnType(ColumnType.Kind.DECLARED, all, sql)));
    }

    private static Arbitrary<DefaultValue> defaultValue() {
        return Arbitraries.oneOf(
                sql().map(DefaultValue.Expression::new),
                sql().map(DefaultValue.Text::new),
                Arbitraries.bigDecimals().map(DefaultValue.Numeric::new),
                flag().map(DefaultValue.Bool::new),
                Arbitraries.just(new DefaultValue.Now()));
    }

    private static Arbitrary<ForeignKey> foreignKey() {
        Arbitrary<ForeignKey.Traits> traits =
                Combinators.combine(flag(), name().list().ofMaxSize(2), flag()).as(ForeignKey.Traits::new);
        return Combinators.combine(
                        name().optional(),
                        name().tuple2().list().ofMinSize(1).ofMaxSize(3),
                        name(),
                        Arbitraries.of(ReferentialAction.class),
                        Arbitraries.of(ReferentialAction.class),
                        flag(),
                        traits)
                .as((name, pairs, table, onDelete, onUpdate, deferrable, more) -> new ForeignKey(
                        name,
                        pairs.stream().map(it -> it.get1()).toList(),
                        table,
                        pairs.stream().map(it -> it.get2()).toList(),
                        onDelete,
                        onUpdate,
                        deferrable,
                        more));
    }

    private static Arbitrary<Index> index() {
        Arbitrary<Index.Part> parts = Combinators.combine(
                        name(), flag(), flag(), Arbitraries.oneOf(Arbitraries.just(""), sql()))
                .as(Index.Part::new);
        Arbitrary<Index.Traits> traits = Combinators.combine(
                        Arbitraries.of("", "gin", "of mine"), name().list().ofMaxSize(2), flag(), flag())
                .as(Index.Traits::new);
        return Combinators.combine(
                        name().optional(), parts.list().ofMinSize(1).ofMaxSize(3), flag(), sql().optional(), traits)
                .as(Index::new);
    }

    private static Arbitrary<List<String>> names() {
        return name().list().ofMinSize(1).ofMaxSize(3);
    }

    private static Arbitrary<String> name() {
        return Arbitraries.frequencyOf(
                Tuple.of(4, Arbitraries.strings().alpha().ofMinLength(1).ofMaxLength(6)),
                Tuple.of(1, Arbitraries.of(ODD_NAMES)),
                Tuple.of(1, Arbitraries.strings().all().excludeChars('\0').ofMaxLength(5)));
    }

    /** Any text, also one that is cut in the midst of a character. */
    private static Arbitrary<String> sql() {
        return Arbitraries.oneOf(
                Arbitraries.strings().ascii().ofMaxLength(12),
                Arbitraries.strings().all().ofMaxLength(6),
                Arbitraries.strings().withChars("\"\\nu\n\r \u0000\ud83d\ude00").ofMaxLength(8));
    }

    private static Arbitrary<Boolean> flag() {
        return Arbitraries.of(true, false);
    }
}
