package dev.mhc.migrations.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Text that is no Java, or hardly. */
class LexerFuzzTest {

    private static final List<String> FRAGMENTS = List.of(
            "class M1 {",
            "}",
            "@Migration(",
            "description = ",
            "version = 1L",
            ")",
            ",",
            ";",
            "\"",
            "\"\"\"",
            "\n",
            "\r",
            "'",
            "\\",
            "\\u0022",
            "\\u",
            "\\uuu",
            "\\u00",
            "/*",
            "*/",
            "//",
            "package a",
            "import",
            "static",
            "*",
            ".",
            "1e",
            "0x",
            "0x1p",
            "1_000",
            "..",
            ">>>",
            "<",
            "record M1(",
            "non-sealed",
            "public",
            "\u001a",
            "\u0000",
            "\ud83d",
            "\ud83d\ude00",
            "\u00e9",
            "{",
            "[",
            "]",
            "(",
            "+",
            "\"a\"",
            "enum",
            "interface",
            "\\s",
            "\\400");

    @Provide
    Arbitrary<String> text() {
        return Arbitraries.of(FRAGMENTS).list().ofMaxSize(20).map(parts -> String.join("", parts));
    }

    @Provide
    Arbitrary<Random> random() {
        return Arbitraries.integers().map(Random::new);
    }

    @Property(seed = "51")
    void anyText_isReadOrRefusedWithAReason(@ForAll("text") String text, @ForAll String noise) {
        for (String source :
                List.of(text, noise, text + noise, "class M1 {" + text + "}", "@Migration(" + text + ") class M1 {}")) {
            try {
                assertThat(TokenChecksum.of(MigrationSource.of(SourceFile.of(source), "M1")))
                        .hasSize(64);
            } catch (IllegalArgumentException refused) {
                assertThat(refused.getMessage()).as(source).isNotBlank();
            }
        }
    }

    @Property(seed = "52")
    void layoutBetweenTokens_isNotSeen(@ForAll("random") Random random) {
        List<Corpus> all = Corpus.all();
        Corpus migration = all.get(random.nextInt(all.size() - 2));

        assertThat(migration.checksum(Layout.random(migration.source(), random)))
                .isEqualTo(migration.checksum());
    }
}
