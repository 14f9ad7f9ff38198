package dev.mhc.migrations.processor;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mhc.migrations.MigrationRegistry;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.ServiceLoader;
import java.util.stream.IntStream;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.eclipse.jdt.core.compiler.batch.BatchCompiler;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The checksums that compilers write into registries. They are compared with committed ones, so that a build on any
 * release of the JDK shows that it agrees with those on all others.
 */
class ChecksumTest {

    private static final Path EXPECTED = Path.of("src/test/resources/checksum/expected.txt");

    @TempDir
    private Path folder;

    static List<Corpus> corpus() {
        return Corpus.all();
    }

    @Test
    void javac_givesTheChecksumsOfEveryOtherRelease() throws Exception {
        String checksums = checksums(ToolProvider.getSystemJavaCompiler(), StandardCharsets.UTF_8, "\n");
        if (Boolean.getBoolean("goldens.update")) {
            Files.writeString(EXPECTED, checksums);
        }

        assertThat(checksums).isEqualTo(Files.readString(EXPECTED));
    }

    @Test
    void eclipseCompiler_givesThem() throws Exception {
        assertThat(checksums(new EclipseCompiler(), StandardCharsets.UTF_8, "\n"))
                .isEqualTo(Files.readString(EXPECTED));
    }

    @ParameterizedTest
    @CsvSource({"ISO-8859-1, '\r\n'", "UTF-16, '\r'", "UTF-16LE, '\n'", "windows-1252, '\n'"})
    void encodingAndLineEnds_giveThem(Charset encoding, String lineEnd) throws Exception {
        assertThat(checksums(ToolProvider.getSystemJavaCompiler(), encoding, lineEnd))
                .isEqualTo(Files.readString(EXPECTED));
    }

    /** javac refuses a byte order mark in UTF-8; the Eclipse compiler, when it reads files itself, takes it. */
    @Test
    void byteOrderMark_givesThem() throws Exception {
        Path classes = Files.createDirectories(folder.resolve("classes"));
        List<String> command = new ArrayList<>(options(classes, StandardCharsets.UTF_8));
        command.addAll(List.of("-processor", MigrationProcessor.class.getName()));
        sources(StandardCharsets.UTF_8, "\ufeff", "\r\n").forEach(file -> command.add(file.toString()));
        StringWriter log = new StringWriter();

        boolean success =
                BatchCompiler.compile(command.toArray(new String[0]), new PrintWriter(log), new PrintWriter(log), null);

        assertThat(success).as(log.toString()).isTrue();
        assertThat(checksums(classes)).isEqualTo(Files.readString(EXPECTED));
    }

    /** A real process: the encoding of the JVM is set when it starts. */
    @Test
    void encodingOfTheJvm_givesThem() throws Exception {
        Path classes = Files.createDirectories(folder.resolve("classes"));
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "javac").toString(), "-J-Dfile.encoding=ISO-8859-1"));
        command.addAll(options(classes, StandardCharsets.UTF_8));
        command.addAll(List.of("-processor", MigrationProcessor.class.getName()));
        sources(StandardCharsets.UTF_8, "", "\n").forEach(file -> command.add(file.toString()));
        Path log = folder.resolve("log");

        Process javac = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();

        assertThat(javac.waitFor()).as(Files.readString(log)).isZero();
        assertThat(checksums(classes)).isEqualTo(Files.readString(EXPECTED));
    }

    @ParameterizedTest
    @MethodSource("corpus")
    void anyLayoutAndComment_givesTheSame(Corpus migration) {
        for (int seed = 0; seed < (Boolean.getBoolean("mhc.full") ? 1000 : 10); seed++) {
            String text = Layout.random(migration.source(), new Random(seed));
            assertThat(migration.checksum(text)).as(text).isEqualTo(migration.checksum());
        }
    }

    private String checksums(JavaCompiler compiler, Charset encoding, String lineEnd) throws IOException {
        Path classes = Files.createDirectories(folder.resolve("classes"));
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(diagnostics, Locale.ROOT, encoding)) {
            JavaCompiler.CompilationTask task = compiler.getTask(
                    null,
                    files,
                    diagnostics,
                    options(classes, encoding),
                    null,
                    files.getJavaFileObjectsFromPaths(sources(encoding, "", lineEnd)));
            task.setProcessors(List.of(new MigrationProcessor()));
            assertThat(task.call()).as(diagnostics.getDiagnostics().toString()).isTrue();
        }
        return checksums(classes);
    }

    private List<String> options(Path classes, Charset encoding) {
        return List.of(
                "-nowarn",
                "-encoding",
                encoding.name(),
                "-d",
                classes.toString(),
                "-s",
                classes.toString(),
                "-sourcepath",
                folder.resolve("sources").toString(),
                "-classpath",
                System.getProperty("java.class.path"),
                "--release",
                "17");
    }

    private List<Path> sources(Charset encoding, String mark, String lineEnd) throws IOException {
        List<Path> sources = new ArrayList<>();
        for (Corpus migration : Corpus.all()) {
            String packageName = SourceFile.of(migration.source()).packageName();
            Path file = folder.resolve("sources")
                    .resolve(packageName.replace('.', '/'))
                    .resolve(migration.fileName());
            Files.createDirectories(file.getParent());
            String text = mark + migration.source().replace("\n", lineEnd);
            Files.write(file, encodable(text, encoding).getBytes(encoding));
            sources.add(file);
        }
        return sources;
    }

    /** What an encoding does not have is written as an escape, as people do. */
    private static String encodable(String text, Charset encoding) {
        return text.codePoints()
                .mapToObj(Character::toString)
                .map(c -> encoding.newEncoder().canEncode(c) ? c : String.format("\\u%04x", (int) c.charAt(0)))
                .collect(joining());
    }

    private static String checksums(Path classes) throws IOException {
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {classes.toUri().toURL()}, ChecksumTest.class.getClassLoader())) {
            MigrationRegistry registry = ServiceLoader.load(MigrationRegistry.class, loader)
                    .iterator()
                    .next();
            return IntStream.range(0, registry.size())
                    .mapToObj(registry::entry)
                    .map(entry -> entry.className() + ' ' + entry.checksum() + '\n')
                    .collect(joining("", "", registry.digest() + '\n'));
        }
    }
}
