package dev.mhc.migrations.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What build tools that compile a part of the sources are told, and what happens when they do it all the same. */
class IncrementalProcessingTest {

    @TempDir
    private Path folder;

    /**
     * A dynamic processor names its kind among its options. One that names none makes Gradle compile all sources, whereas
     * an aggregating one would be given the classes that did not change without their sources.
     */
    @Test
    void gradle_isToldToCompileAllSources() throws IOException {
        String path = "/META-INF/gradle/incremental.annotation.processors";
        try (InputStream metadata = MigrationProcessor.class.getResourceAsStream(path)) {
            assertThat(metadata).isNotNull();
            assertThat(new String(metadata.readAllBytes(), StandardCharsets.UTF_8).strip())
                    .isEqualTo(MigrationProcessor.class.getName() + ",dynamic");
        }
        assertThat(new MigrationProcessor().getSupportedOptions())
                .noneMatch(option -> option.startsWith("org.gradle.annotation.processing"));
    }

    /** A checksum needs the source: without it the build fails, and the registry does not become smaller. */
    @Test
    void migrationGivenAsAClassFile_isAnErrorAndNotLeftOut() throws IOException {
        assertThat(compile(List.of(), "M1", "1")).isEmpty();

        assertThat(compile(List.of("app.M1"), "M2", "2"))
                .singleElement()
                .asString()
                .contains("[UnreadableSource]", "M1");
    }

    private List<String> compile(List<String> classes, String name, String version) throws IOException {
        Path source = Files.createDirectories(folder.resolve("src/app")).resolve(name + ".java");
        Files.writeString(source, Compile.text(Compile.migration(name, version)));
        Path output = Files.createDirectories(folder.resolve("classes"));
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
        try (StandardJavaFileManager files =
                compiler.getStandardFileManager(problems, Locale.ROOT, StandardCharsets.UTF_8)) {
            List<String> options = List.of(
                    "-d",
                    output.toString(),
                    "-sourcepath",
                    "",
                    "-classpath",
                    output + System.getProperty("path.separator") + System.getProperty("java.class.path"));
            JavaCompiler.CompilationTask task = compiler.getTask(
                    null, files, problems, options, classes, files.getJavaFileObjects(source.toFile()));
            task.setProcessors(List.of(new MigrationProcessor()));
            task.call();
        }
        return problems.getDiagnostics().stream()
                .map(problem -> problem.getMessage(Locale.ROOT))
                .filter(message -> message.startsWith("["))
                .toList();
    }
}
