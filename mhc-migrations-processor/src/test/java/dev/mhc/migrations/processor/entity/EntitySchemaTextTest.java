package dev.mhc.migrations.processor.entity;

import static dev.mhc.migrations.processor.entity.EntityCompilation.source;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mhc.migrations.schema.Column;
import dev.mhc.migrations.schema.DefaultValue;
import dev.mhc.migrations.schema.Table;
import dev.mhc.migrations.schema.UniqueKey;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The schema as text in the generated class. */
class EntitySchemaTextTest {

    @Test
    void whateverIsInAnnotations_survivesBothKindsOfQuotes() {
        String odd = "\\\\ \\\" \\\"\\\"\\\" \\n \\t \\\\n \\\\u0041 größe 😀 $L $$ %s\\\\";
        String value = "\\ \" \"\"\" \n \t \\n \\u0041 größe 😀 $L $$ %s\\";

        EntityCompilation compilation = EntityCompilation.of(source("""
                @Entity class Odd {
                  @Id Long id;
                  @Column(name = "`two words`", columnDefinition = "text default 'ODD'") String text;
                  @Column(name = "`\\"\\"\\"`") String quotes;
                }
                """.replace("ODD", odd)));

        assertThat(compilation.table("Odd").columns()).extracting(Column::name).contains("two words", "\"\"\"");
        assertThat(compilation.column("Odd", "two words").defaultValue())
                .contains(new DefaultValue.Expression("'" + value + "'"));
    }

    @Test
    void tablesThatNoConstantHolds_areParted() {
        String entities = IntStream.range(0, 400)
                .mapToObj(i -> "@Entity class WithARatherLongName" + i + " { @Id Long id; "
                        + IntStream.range(0, 8)
                                .mapToObj(j -> "String attributeWithARatherLongName" + j + ";")
                                .collect(Collectors.joining(" "))
                        + " }")
                .collect(Collectors.joining("\n", "class Model {}\n", "\n"));

        EntityCompilation compilation = EntityCompilation.of(source(entities));

        assertThat(compilation.schema().schema().tables())
                .hasSize(400)
                .allMatch(it -> it.columns().size() == 9);
        assertThat(compilation.generatedSource("shop.AppEntities")).contains("SchemaText.read(SCHEMA_1, SCHEMA_2");
    }

    @Test
    void tableThatNoConstantHolds_isPartedToo() {
        String columns = IntStream.range(0, 1_000)
                .mapToObj(i -> "@Column(columnDefinition = \"text default '" + "größe".repeat(12)
                        + "'\") String attribute" + i + ";")
                .collect(Collectors.joining("\n"));

        Table table = EntityCompilation.of(source("@Entity class Wide { @Id Long id;\n" + columns + "\n}"))
                .table("Wide");

        assertThat(table.columns())
                .hasSize(1_001)
                .last()
                .extracting(Column::name)
                .isEqualTo("attribute999");
    }

    @Test
    void lineThatNoConstantHolds_isPartedBetweenCharacters() {
        String line = "table \"" + "a😀ß ".repeat(20_000) + "\"\n";

        List<String> parts = TextBlocks.parts(List.of("table a\n", line, "\ntable b\n"));

        assertThat(String.join("", parts)).isEqualTo("table a\n" + line + "\ntable b\n");
        assertThat(parts)
                .allMatch(it -> !Character.isLowSurrogate(it.charAt(0)) && modifiedUtf8(it) <= TextBlocks.BYTES);
    }

    @Test
    void lineThatNoConstantHolds_isRead() {
        List<String> names =
                IntStream.range(0, 800).mapToObj(i -> "a".repeat(95) + i).toList();
        String source = names.stream()
                        .collect(Collectors.joining(
                                "\", \"",
                                "@Entity @Table(uniqueConstraints =" + " @UniqueConstraint(columnNames = {\"",
                                "\"})) class Wide { @Id Long id; "))
                + names.stream().map(it -> "String " + it + ";").collect(Collectors.joining(" ", "", " }"));

        assertThat(EntityCompilation.of(source(source)).table("Wide").uniqueKeys())
                .containsExactly(UniqueKey.of(names.toArray(new String[0])));
    }

    private static long modifiedUtf8(String text) {
        return text.chars().map(c -> c > 0 && c < 0x80 ? 1 : c < 0x800 ? 2 : 3).sum();
    }
}
