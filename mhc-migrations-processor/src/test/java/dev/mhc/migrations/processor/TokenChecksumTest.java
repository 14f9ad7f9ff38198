package dev.mhc.migrations.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenChecksumTest {

    private static final String PATH = "M1";

    private static final String SOURCE = """
            package app;

            import static java.util.Map.entry;
            import dev.mhc.migrations.*;
            import java.util.List;
            import java.util.Set;

            @Migration(version = 2025_06_01_180102L, description = "DESCRIPTION", irreversible = "gone")
            public final class M1 implements IrreversibleMigration {
                private static final String[] NAMES = {"x", 'y' + "z"};
                public void up(SchemaEditor schema) {
                    List<List<String>> names = List.of();
                    schema.sql("UPDATE users SET a = 1 WHERE b > 2.5e3");
                    schema.run("hash", c -> { entry(names, NAMES[0].length() >>> 1); });
                }
            }
            """;

    private static String checksum(String source) {
        return checksum(source, PATH);
    }

    private static String checksum(String source, String path) {
        return TokenChecksum.of(MigrationSource.of(SourceFile.of(source), path));
    }

    private static String replaced(String part, String replacement) {
        assertThat(SOURCE).contains(part);
        return SOURCE.replace(part, replacement);
    }

    /** It stands in the histories of databases: a release that changes it breaks every one of them. */
    @Test
    void checksum_neverChanges() {
        assertThat(checksum(SOURCE)).isEqualTo("0622c3c49bae5743dedcb2620935bd8f2b0332c371e7e682d9b4cc6b620e2656");
    }

    @Test
    void lineEndsAndByteOrderMark_doNotMatter() {
        assertThat(checksum("\uFEFF" + SOURCE.replace("\n", "\r\n"))).isEqualTo(checksum(SOURCE));
        assertThat(checksum(SOURCE.replace("\n", "\r"))).isEqualTo(checksum(SOURCE));
    }

    @Test
    void anyLayoutAndComment_givesTheSame() {
        List<String> tokens = List.of(
                "@",
                "Migration",
                "(",
                "version",
                "=",
                "1L",
                ")",
                "public",
                "class",
                "M1",
                "{",
                "String",
                "s",
                "=",
                "\"a b\"",
                "+",
                "f",
                "(",
                "'c'",
                ",",
                "1",
                ">>",
                "2",
                ")",
                ";",
                "}");
        List<String> gaps = List.of(" ", "\n", "\r\n\t", "\f ", "/* c */", "// \"c\n", "/** d * / */");
        Random random = new Random(42);
        String expected = checksum(String.join(" ", tokens));
        for (int run = 0; run < 200; run++) {
            StringBuilder source = new StringBuilder();
            for (String token : tokens) {
                source.append(gaps.get(random.nextInt(gaps.size()))).append(token);
            }
            assertThat(checksum(source.toString())).as(source.toString()).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "public final class          | final public class",
                "private static final        | final private static",
                "UPDATE users SET            | UPDATE \" + \"users\" + \" SET",
                "UPDATE users SET            | UPDATE\\040users\\u0020SET",
                "implements                  | \\u0069mplements",
                "List<List<String>>          | List < List < String > >",
                "\"z\"}                      | \"z\",}",
                "DESCRIPTION                 | ",
                "description = \"DESCRIPTION\", |",
                "import java.util.Set;       |",
                "import java.util.Set;       | import java.util.Set; import java.util.TreeMap; import java.util.List;",
                "import java.util.List;      | import java.util.List;;",
            })
    void whatMeansTheSame_givesTheSame(String part, String replacement) {
        assertThat(checksum(replaced(part, replacement == null ? "" : replacement)))
                .isEqualTo(checksum(SOURCE));
    }

    @Test
    void descriptionAtTheEndOrMadeOfConstants_isLeftOut() {
        String atTheEnd = SOURCE.replace("description = \"DESCRIPTION\", ", "")
                .replace("\"gone\")", "\"gone\", description = Texts.of[0] + (\"a, b)\"))");

        assertThat(checksum(atTheEnd)).isEqualTo(checksum(SOURCE));
    }

    @Test
    void textBlockOfTheSameValue_givesTheSame() {
        String statement = "\"UPDATE users SET a = 1 WHERE b > 2.5e3\"";
        String block = "\"\"\"\n        UPDATE users \\\n        SET a = 1 WHERE b > 2.5e3\"\"\"";

        assertThat(checksum(replaced(statement, block))).isEqualTo(checksum(SOURCE));
    }

    @Test
    void orderOfImports_doesNotMatter() {
        String reordered = SOURCE.replace("import static java.util.Map.entry;\n", "")
                .replace("import java.util.Set;", "import static java.util.Map.entry;");

        assertThat(checksum(reordered)).isEqualTo(checksum(SOURCE));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"gone\"            | \"gone \"",
                "\"gone\"            | \"gone\", transactional = false",
                "SET a = 1           | SET a =  1",
                "import java.util.List; | import java.awt.List;",
                "import dev.mhc.migrations.*; | import dev.mhc.other.*;",
                "import static java  | import java",
                "package app;        | package apq;",
                "package app;        | package app; import module java.base;",
                "'y' + \"z\"         | \"yz\"",
                "'y'                 | \"y\"",
                "NAMES[0].length()   | NAMES[0].length() + 0",
                ">>> 1               | >> 1",
                "final class         | class",
                "\"x\", 'y'          | \"x\" + 'y'",
                "2.5e3               | 2.5e-3",
                "2025_06_01_180102L  | 20250601180102L",
            })
    void everyRealEdit_givesAnother(String part, String replacement) {
        assertThat(checksum(replaced(part, replacement))).isNotEqualTo(checksum(SOURCE));
    }

    @Test
    void everyChangedCharacter_givesAnother() {
        String expected = checksum(SOURCE);
        String unused = "import java.util.Set;";
        for (int index = 0; index < SOURCE.length(); index++) {
            boolean free = isInside(index, unused) || isInside(index, "description = \"DESCRIPTION\",");
            if (free || Character.isWhitespace(SOURCE.charAt(index))) {
                continue;
            }
            char other = SOURCE.charAt(index) == 'q' ? 'k' : 'q';
            String edited = SOURCE.substring(0, index) + other + SOURCE.substring(index + 1);
            assertThat(checksumOrFailure(edited)).as(edited).isNotEqualTo(expected);
        }
    }

    private static boolean isInside(int index, String part) {
        int start = SOURCE.indexOf(part);
        return index >= start && index < start + part.length();
    }

    private static String checksumOrFailure(String source) {
        try {
            return checksum(source);
        } catch (IllegalArgumentException e) {
            return e.toString();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"a\" + \"b\".length()  | \"ab\".length()",
                "(Object) \"a\" + \"b\"  | (Object) \"ab\"",
                "a - -b                  | a-- - b",
                "\"a\", \"b\"            | \"ab\"",
                "\"a\" + b               | \"a\" + \"b\"",
                "f(\"a\", \"bc\")        | f(\"ab\", \"c\")",
            })
    void expressionsThatOnlyLookAlike_giveOthers(String one, String other) {
        assertThat(checksum("class M1 { Object o = " + one + "; }"))
                .isNotEqualTo(checksum("class M1 { Object o = " + other + "; }"));
    }

    @Test
    void otherTopLevelTypes_doNotMatter() {
        assertThat(checksum("@A({1, 2}) class M1 { int a; }"))
                .isEqualTo(checksum("record R(int a) {} ; @A({1, 2}) class M1 { int a; } enum E { A, B }"))
                .isNotEqualTo(checksum("@A({1, 3}) class M1 { int a; }"));
    }

    @Test
    void migrationAddedBesideANestedOne_doesNotChangeIt() {
        String before = "class Outer { int a; @Migration(version = 1) static class M1 { int b; } }";
        String after = "class Outer { @dev.mhc.migrations.Migration(version = 2) public static class M2 { class M1 {} }"
                + " int a; @Migration(version = 1) static class M1 { int b; } @Migration(version = 3) class M3 {} }";
        String changedAround = before.replace("int a", "int c");

        assertThat(checksum(after, "Outer.M1"))
                .isEqualTo(checksum(before, "Outer.M1"))
                .isNotEqualTo(checksum(after, "Outer.M2"))
                .isNotEqualTo(checksum(changedAround, "Outer.M1"));
    }

    @Test
    void classLiteralsAndLocalRecords_areNoMembers() {
        String source = "class Outer { boolean b = X.class instanceof Type; @Migration(version = 1) static class M1 {"
                + " Object o() { record M2(int a) {} return new M2(1) {}; } int[] a = {1}; } }";
        SourceFile file = SourceFile.of(source);

        assertThat(file.outline().types())
                .extracting(SourceOutline.Type::path)
                .containsExactly("Outer.M1.M2", "Outer.M1", "Outer");
    }

    @Test
    void typeThatIsNotThere_isSaid() {
        assertThat(checksumOrFailure("class Other {}").toLowerCase(Locale.ROOT)).contains("does not declare m1");
    }
}
