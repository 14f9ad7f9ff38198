package dev.mhc.migrations.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mhc.migrations.schema.Difference.Code;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is told of sequences where there are such; the contract tests ask real databases. */
class SequenceDiffTest {

    private static List<Difference> compare(List<Sequence> expected, Sequence... found) {
        return SchemaDiff.compare(
                new Schema(List.of(), List.of(), expected),
                new Schema(List.of(), List.of(), Arrays.asList(found)),
                new PlainRules());
    }

    @Test
    void namesAreComparedAsTheDatabaseDoes() {
        assertThat(compare(List.of(Sequence.of("Book_SEQ", 50)), Sequence.of("book_seq", 50)))
                .isEmpty();
    }

    @Test
    void unknownIncrement_isNotCompared() {
        assertThat(compare(List.of(Sequence.named("s")), Sequence.of("s", 3))).isEmpty();
    }

    @Test
    void sequenceThatTwoModulesUse_isExpectedOnce() {
        List<Sequence> expected = List.of(Sequence.of("s", 50), Sequence.of("S", 50));
        assertThat(compare(expected, Sequence.of("s", 50))).isEmpty();
        assertThat(compare(expected)).extracting(Difference::code).containsExactly(Code.MISSING_SEQUENCE);
        assertThat(compare(expected, Sequence.of("s", 1)))
                .extracting(Difference::code)
                .containsExactly(Code.DIFFERENT_INCREMENT);
    }

    @Test
    void modulesThatDisagree_areBothCompared() {
        assertThat(compare(List.of(Sequence.of("s", 50), Sequence.of("s", 1)), Sequence.of("s", 50)))
                .extracting(Difference::expected)
                .containsExactly("sequence with increment 1");
    }

    @Test
    void oneOfAnotherIncrement_isNotTakenForARenamedOne() {
        assertThat(compare(List.of(Sequence.of("book_seq", 50)), Sequence.of("hibernate_sequence", 1)))
                .extracting(Difference::code)
                .containsExactlyInAnyOrder(Code.MISSING_SEQUENCE, Code.EXTRA_SEQUENCE);
    }

    @Test
    void severalThatMayBeRenamed_areNotGuessed() {
        assertThat(compare(List.of(Sequence.of("a", 50)), Sequence.of("b", 50), Sequence.of("c", 50)))
                .extracting(Difference::code)
                .containsExactly(Code.MISSING_SEQUENCE, Code.EXTRA_SEQUENCE, Code.EXTRA_SEQUENCE);
    }

    @Test
    void wayOut_quotesWhatIsNoPlainName() {
        assertThat(compare(List.of(Sequence.of("Two words", 5), Sequence.of("numbers.Plain_SEQ", 6))))
                .extracting(Difference::wayOut)
                .containsExactlyInAnyOrder(
                        "Create it: schema.sql(\"CREATE SEQUENCE \\\"Two words\\\" INCREMENT BY 5\")",
                        "Create it: schema.sql(\"CREATE SEQUENCE numbers.Plain_SEQ INCREMENT BY 6\")");
    }
}
