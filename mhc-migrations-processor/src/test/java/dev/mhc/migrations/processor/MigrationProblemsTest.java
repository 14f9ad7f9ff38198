package dev.mhc.migrations.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.ForwardingJavaFileObject;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Each problem has a source in {@code bad/} that is named like its label. The lines on which it has to be reported end in
 * {@code //!} and the beginning of the text.
 */
class MigrationProblemsTest {

    private static final Set<Problem> NOTES = EnumSet.of(Problem.UNCOVERED_USE);

    @ParameterizedTest
    @EnumSource
    void everyProblem_isReportedOnItsLinesAndNoOther(Problem problem) {
        String path = "bad/" + problem.label() + ".java";
        Compilation compilation = compile(problem, path);

        List<String> expected = new ArrayList<>();
        List<String> lines = Compile.resource(path).lines().toList();
        for (int line = 0; line < lines.size(); line++) {
            int mark = lines.get(line).indexOf("//! ");
            if (mark >= 0) {
                expected.add((line + 1) + ": [" + problem.label() + "] "
                        + lines.get(line).substring(mark + 4));
            }
        }
        assertThat(expected).as("marked lines of " + path).isNotEmpty();
        Diagnostic.Kind kind = NOTES.contains(problem) ? Diagnostic.Kind.NOTE : Diagnostic.Kind.ERROR;
        List<String> reported = compilation.diagnostics().stream()
                .filter(diagnostic -> diagnostic.getKind() == kind)
                .map(diagnostic -> diagnostic.getLineNumber() + ": " + diagnostic.getMessage(Locale.ROOT))
                .toList();
        assertThat(reported).hasSameSizeAs(expected);
        for (String start : expected) {
            assertThat(reported).anySatisfy(message -> assertThat(message).startsWith(start));
        }
        assertThat(compilation.status())
                .isEqualTo(NOTES.contains(problem) ? Compilation.Status.SUCCESS : Compilation.Status.FAILURE);
    }

    private static Compilation compile(Problem problem, String path) {
        return switch (problem) {
            case LATE_MIGRATION ->
                Compiler.javac()
                        .withProcessors(
                                new MigrationProcessor(),
                                new GeneratingProcessor("bad.LateMigration", Compile.resource(path)))
                        .compile(Compile.migration("First", "1"));
            case UNREADABLE_SOURCE -> Compile.of(new UnreadableForProcessor(Compile.resourceSource(path)));
            default -> Compile.of(Compile.resourceSource(path));
        };
    }

    @Test
    void javadocOfTheAnnotation_listsExactlyTheProblems() throws IOException {
        String javadoc =
                Files.readString(Path.of("../mhc-migrations-api/src/main/java/dev/mhc/migrations/Migration.java"));

        assertThat(Pattern.compile("<li>\\{@code (\\w+)}")
                        .matcher(javadoc)
                        .results()
                        .map(rule -> rule.group(1)))
                .containsExactlyElementsOf(
                        Stream.of(Problem.values()).map(Problem::label).toList());
    }

    @Test
    void everyProblemOfOneCompile_isReported() {
        Compilation compilation = Compile.of(
                Compile.migration("First", "-1"),
                Compile.migration("Second", "2"),
                Compile.migration("Third", "2"),
                Compile.source(
                        "app.Fourth",
                        "package app;",
                        "@dev.mhc.migrations.Migration(version = 2, description = \"\")",
                        "abstract class Fourth {}"));

        assertThat(compilation.errors())
                .extracting(error -> error.getMessage(Locale.ROOT).replaceFirst("].*", "]"))
                .containsExactlyInAnyOrder(
                        "[VersionNotPositive]",
                        "[DuplicateVersion]",
                        "[DuplicateVersion]",
                        "[DuplicateVersion]",
                        "[NotPublic]",
                        "[AbstractClass]",
                        "[NoDirection]",
                        "[DescriptionBlank]");
    }

    @Test
    void versionOfThreeClasses_namesAllThree() {
        Compilation compilation = Compile.of(
                Compile.migration("a", "M", "7"), Compile.migration("b", "M", "7"), Compile.migration("c", "M", "7"));

        assertThat(compilation.errors())
                .extracting(error -> error.getMessage(Locale.ROOT))
                .containsOnly(
                        "[DuplicateVersion] Version 7 is used by a.M, b.M and c.M. Give all but one of them a later"
                                + " version.");
    }

    @Test
    void errorsOfTheCompiler_areNotRepeated() {
        Compilation compilation = Compile.of(Compile.source(
                "Broken",
                "import dev.mhc.migrations.*;",
                "@Migration(version = Missing.VERSION)",
                "public class Broken extends Unknown {}"));

        assertThat(compilation.errors())
                .extracting(error -> error.getMessage(Locale.ROOT))
                .isNotEmpty()
                .noneMatch(message -> message.startsWith("["));
    }

    @Test
    void descriptionOf200CharactersOutsideTheBasicPlane_isAccepted() {
        Compilation compilation = Compile.of(Compile.source(
                "Long",
                "import dev.mhc.migrations.*;",
                "import dev.mhc.migrations.operation.SchemaEditor;",
                "@Migration(version = 1, description = \"" + "\uD83D\uDE80".repeat(200) + "\", irreversible = \"why\")",
                "public class Long implements IrreversibleMigration {",
                "    public void up(SchemaEditor schema) {}",
                "}"));

        assertThat(compilation.errors()).isEmpty();
    }

    /** A file whose second reading fails: after the compiler's comes that of the processor. */
    private static final class UnreadableForProcessor extends ForwardingJavaFileObject<JavaFileObject> {

        private int readings;

        UnreadableForProcessor(JavaFileObject file) {
            super(file);
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) throws IOException {
            readings++;
            if (readings == 2) {
                throw new IOException("the disk is gone");
            }
            return super.getCharContent(ignoreEncodingErrors);
        }
    }
}
