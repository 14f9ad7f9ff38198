package dev.mhc.migrations.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions.Style;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import com.palantir.javaformat.java.JavaFormatterOptions;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The formatters that projects use, with all that they may change: imports, modifiers, how strings are cut. */
class FormatterTest {

    private interface Formatter {

        String format(String source) throws Exception;
    }

    /** Formatters refuse names and quotes that are written as Unicode escapes. */
    static List<Corpus> migrations() {
        return Corpus.all().stream()
                .filter(migration -> !migration.path().endsWith("Escapes"))
                .toList();
    }

    private static Formatter palantir(JavaFormatterOptions.Style style) {
        return com.palantir.javaformat.java.Formatter.createFormatter(
                JavaFormatterOptions.builder().style(style).formatJavadoc(true).build())::formatSourceAndFixImports;
    }

    private static Formatter google(Style style) {
        var formatter = new com.google.googlejavaformat.java.Formatter(
                com.google.googlejavaformat.java.JavaFormatterOptions.builder()
                        .style(style)
                        .build());
        return source -> formatter.formatSourceAndFixImports(
                ImportOrderer.reorderImports(RemoveUnusedImports.removeUnusedImports(source), style));
    }

    /** Each formatter gets what the one before it left: the first one a file without any layout. */
    @ParameterizedTest
    @MethodSource("migrations")
    void anyFormatter_leavesTheChecksum(Corpus migration) throws Exception {
        int imports = endOfImports(migration.source());
        String text = withUnusedImports(migration.source().substring(0, imports)
                + Layout.squeezed(migration.source().substring(imports), " "));
        List<Formatter> formatters = List.of(
                palantir(JavaFormatterOptions.Style.PALANTIR),
                google(Style.GOOGLE),
                palantir(JavaFormatterOptions.Style.AOSP),
                google(Style.AOSP),
                palantir(JavaFormatterOptions.Style.GOOGLE));
        for (Formatter formatter : Boolean.getBoolean("mhc.full") ? formatters : formatters.subList(0, 2)) {
            String formatted = formatter.format(text);
            assertThat(formatted).isNotEqualTo(text);
            assertThat(migration.checksum(formatted)).as(formatted).isEqualTo(migration.checksum());
            text = formatted;
        }
    }

    /** Formatters do not know blanks inside imports. */
    private static int endOfImports(String source) {
        return source.indexOf('\n', source.lastIndexOf("\nimport ") + 1) + 1;
    }

    private static String withUnusedImports(String source) {
        int end = source.indexOf(';') + 1;
        return source.substring(0, end) + "\nimport java.util.concurrent.Phaser;\nimport static java.lang.Math.hypot;\n"
                + source.substring(end);
    }
}
