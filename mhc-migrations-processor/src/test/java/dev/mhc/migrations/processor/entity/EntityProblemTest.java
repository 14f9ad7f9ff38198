package dev.mhc.migrations.processor.entity;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import dev.mhc.migrations.processor.GeneratingProcessor;
import dev.mhc.migrations.processor.MigrationProcessor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One source per problem; the lines with an error end with {@code // !} and the start of its text. */
class EntityProblemTest {

    private static final String MARK = "// ! ";

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "LATE_ENTITY")
    void problem_isReportedOnEachLineThatHasIt(EntityProblem problem) {
        String source = EntityCompilation.resource("bad/" + problem + ".java");

        Compilation compilation = EntityCompilation.of(source).compilation();

        assertThat(errors(compilation))
                .usingElementComparator(EntityProblemTest::compare)
                .containsExactlyInAnyOrderElementsOf(expected(source, problem));
    }

    @Test
    void problemsOfAllEntities_areReportedInOneCompile() {
        List<String> sources = List.of("NO_ID", "LOB_TYPE", "VERSION_TYPE").stream()
                .map(it -> EntityCompilation.resource("bad/" + it + ".java")
                        .replace("shop", it.toLowerCase(Locale.ROOT).replace("_", "")))
                .toList();

        Compilation compilation = EntityCompilation.of(sources).compilation();

        assertThat(compilation.diagnostics()).hasSize(4);
        assertThat(compilation.errors()).hasSize(4);
    }

    @Test
    void lateEntity_isReported() {
        Compilation compilation = Compiler.javac()
                .withProcessors(
                        new MigrationProcessor(),
                        new GeneratingProcessor("shop.Late", "package shop; @jakarta.persistence.Entity class Late {}"))
                .compile(EntityCompilation.file(EntityCompilation.source("@Entity class Early { @Id Long id; }")));

        assertThat(compilation).hadErrorContaining("[LateEntity] shop.Late was made by another annotation processor");
        assertThat(compilation.errors()).hasSize(1);
    }

    private record Message(long line, String text) {}

    private static List<Message> expected(String source, EntityProblem problem) {
        List<Message> expected = new ArrayList<>();
        String[] lines = source.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            int mark = lines[i].indexOf(MARK);
            if (mark >= 0) {
                expected.add(
                        new Message(i + 1L, "[" + problem.label() + "] " + lines[i].substring(mark + MARK.length())));
            }
        }
        assertThat(expected).as("marked lines").isNotEmpty();
        return expected;
    }

    /** Equal if the lines are and one text begins with the other. */
    private static int compare(Message one, Message other) {
        boolean sameText = one.text().startsWith(other.text()) || other.text().startsWith(one.text());
        return one.line() == other.line() && sameText ? 0 : one.line() < other.line() ? -1 : 1;
    }

    private static List<Message> errors(Compilation compilation) {
        List<Message> errors = new ArrayList<>();
        for (Diagnostic<? extends JavaFileObject> error : compilation.errors()) {
            String text = error.getMessage(Locale.ROOT);
            errors.add(new Message(error.getLineNumber(), text));
        }
        return errors;
    }
}
