package dev.mhc.migrations.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every edit of one character: at each place one character is deleted, inserted, replaced. Whatever leaves the checksum
 * must, in javac's eyes, say the same or be no Java. Of a large class it is every fourth place. With {@code mhc.full}
 * twenty characters are tried at each place of every class.
 */
class OneCharacterEditTest {

    /** Beside those of the class: what begins, ends or separates tokens, and what editors leave behind. */
    private static final String CHARACTERS =
            " \n\r\t\f\u000b\"'\\/*+-;,.:@(){}[]<>=!&|?_$#0xXuULlfdE\u0000\u001a\ufeff\u00a0\u00e9\u2028\ud83d";

    private static final boolean FULL = Boolean.getBoolean("mhc.full");

    private record Edit(int index, String text) {

        @Override
        public String toString() {
            return index + ": "
                    + JavaLiteral.of(text.substring(Math.max(0, index - 20), Math.min(index + 20, text.length())));
        }
    }

    static List<Corpus> migrations() {
        return FULL
                ? Corpus.all()
                : Corpus.all().stream()
                        .filter(migration -> migration.path().matches(".*(Everything|Escapes|DropDrafts)"))
                        .toList();
    }

    @ParameterizedTest
    @MethodSource("migrations")
    void everyEdit_changesTheChecksumOrNothing(Corpus migration) throws IOException {
        String expected = migration.checksum();
        AtomicInteger tried = new AtomicInteger();
        AtomicInteger blind = new AtomicInteger();
        List<Edit> missed;
        try (JavacOracle oracle = new JavacOracle(migration)) {
            missed = edits(migration)
                    .parallel()
                    .peek(edit -> tried.incrementAndGet())
                    .filter(edit -> checksum(migration, edit.text()).equals(expected))
                    .peek(edit -> blind.incrementAndGet())
                    .filter(edit -> oracle.isRealEdit(edit.text(), edit.index()))
                    .toList();
        }
        System.out.printf(
                "%s: %,d edits of one character, %,d of them without effect, %d missed%n",
                migration, tried.get(), blind.get(), missed.size());
        assertThat(missed).isEmpty();
        assertThat(blind.get()).isPositive();
    }

    private static Stream<Edit> edits(Corpus migration) {
        String source = migration.source();
        String characters = (source + CHARACTERS)
                .chars()
                .distinct()
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
        boolean large = !FULL && source.length() > 5000;
        return IntStream.rangeClosed(0, source.length())
                .filter(index -> !large || index % 4 == 0)
                .boxed()
                .flatMap(index -> edits(source, index, some(characters, index)).stream());
    }

    private static String some(String characters, int index) {
        return new Random(index)
                .ints(FULL ? 20 : 1, 0, characters.length())
                .mapToObj(chosen -> characters.substring(chosen, chosen + 1))
                .distinct()
                .collect(Collectors.joining());
    }

    private static List<Edit> edits(String source, int index, String characters) {
        String before = source.substring(0, index);
        String here = source.substring(index);
        String after = here.isEmpty() ? "" : here.substring(1);
        List<Edit> edits = new ArrayList<>();
        edits.add(new Edit(index, before + after));
        for (int chosen = 0; chosen < characters.length(); chosen++) {
            char character = characters.charAt(chosen);
            edits.add(new Edit(index, before + character + here));
            edits.add(new Edit(index, before + character + after));
        }
        edits.removeIf(edit -> edit.text().equals(source));
        return edits;
    }

    private static String checksum(Corpus migration, String text) {
        try {
            return migration.checksum(text);
        } catch (IllegalArgumentException e) {
            return "unreadable: " + e.getMessage();
        }
    }
}
