package dev.mhc.migrations.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JavaLexerTest {

    private static List<String> texts(String source) {
        return JavaLexer.tokens(source).stream().map(Token::text).toList();
    }

    @Test
    void commentsAndWhiteSpace_areDropped() {
        assertThat(texts("\uFEFFint/* a // b */x // c */ d\r\n\t=\f1 /** e **/;\u001a"))
                .containsExactly("int", "x", "=", "1", ";");
    }

    @Test
    void lineCommentEndsAtCarriageReturn() {
        assertThat(texts("a // b\rc")).containsExactly("a", "c");
    }

    @Test
    void commentStartInsideString_isText() {
        assertThat(texts("\"/*\" + '/' + \"//\"")).containsExactly("/*", "+", "/", "+", "//");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a - -b        | a,-,-,b",
                "a-- - b       | a,--,-,b",
                "a-->b         | a,--,>,b",
                "a >>>= b      | a,>,>,>,=,b",
                "x->-1         | x,->,-,1",
                "Foo::new      | Foo,::,new",
                "String... a   | String,...,a",
                "a <<= 1       | a,<<=,1",
                "@A(1) int[] b | @,A,(,1,),int,[,],b",
            })
    void operators_areAsLongAsPossible(String source, String tokens) {
        assertThat(String.join(",", texts(source))).isEqualTo(tokens);
    }

    @Test
    void closingTypeArguments_areTheSameAsTheirParts() {
        assertThat(texts("Map<String,List<String>>x")).isEqualTo(texts("Map<String, List<String> > x"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1", "1_000L", "0x1F", "0xe", "1.5e-10f", ".5", "1e+3", "0x1.8p-1", "0b1010", "1.", "2025_06_01L"
            })
    void numbers_areOneTokenAsWritten(String number) {
        assertThat(JavaLexer.tokens(number)).containsExactly(new Token(Token.Kind.NUMBER, number));
    }

    @Test
    void hexadecimalEndingInE_doesNotTakeTheSign() {
        assertThat(texts("0xe-1")).containsExactly("0xe", "-", "1");
    }

    @Test
    void literals_haveTheirValue() {
        assertThat(JavaLexer.tokens("\"a\\t\\\"\\101\\s\\u0041\" '\\'' '\\u0041'"))
                .containsExactly(
                        new Token(Token.Kind.STRING, "a\t\"A A"),
                        new Token(Token.Kind.CHARACTER, "'"),
                        new Token(Token.Kind.CHARACTER, "A"));
    }

    @Test
    void textBlock_hasTheValueThatJavaGivesIt() {
        String expected = """
                SELECT "a"\tFROM b
                  WHERE c = ""\"x"\"" \
                AND d
                end\s
                """;
        String source = "\"\"\"  \r\n        SELECT \"a\"\\tFROM b\r\n          WHERE c = \"\"\\\"x\"\\\"\" \\\r\n"
                + "        AND d   \r\n        end\\s\r\n        \"\"\"";

        assertThat(JavaLexer.tokens(source)).containsExactly(new Token(Token.Kind.STRING, expected));
    }

    @Test
    void emptyStringAndTextBlock_areTold() {
        assertThat(JavaLexer.tokens("\"\" + \"\"\"\n\"\"\""))
                .containsExactly(
                        new Token(Token.Kind.STRING, ""),
                        new Token(Token.Kind.OPERATOR, "+"),
                        new Token(Token.Kind.STRING, ""));
    }

    @Test
    void unicodeEscapes_areDecodedBeforeAnythingElse() {
        assertThat(texts("\\u0069nt \\uuu0078 \\u002f* c *\\u002F \\u0022a\\u0022"))
                .containsExactly("int", "x", "a");
        assertThat(UnicodeEscapes.decode("\\\\u0041 \\\\\\u0041")).isEqualTo("\\\\u0041 \\\\A");
    }

    @Test
    void identifiersOutsideTheBasicPlane_areWords() {
        assertThat(texts("int \uD835\uDC9C\u00e9_$1;")).containsExactly("int", "\uD835\uDC9C\u00e9_$1", ";");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/* a", "\"a", "'", "\"\"\"\n a", "\\u12"})
    void whatIsNotClosed_isNoJava(String source) {
        assertThatThrownBy(() -> JavaLexer.tokens(source)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void endOfFileCharacter_endsTheFile() {
        assertThat(JavaLexer.tokens("class A {}\u001a class B {}")).isEqualTo(JavaLexer.tokens("class A {}"));
    }

    @Test
    void importOfNothing_isNoJava() {
        assertThatThrownBy(() -> SourceFile.of("import ; class A {}")).isInstanceOf(IllegalArgumentException.class);
    }
}
