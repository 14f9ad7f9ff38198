package dev.mhc.migrations.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.apache.maven.plugin.MojoExecutionException;

/** Names, descriptions and packages from anywhere. */
class CreateFuzzTest {

    private record Request(String name, String description) {}

    @Provide
    Arbitrary<Request> requests() {
        Arbitrary<String> words = Arbitraries.of(
                        "add",
                        "drop",
                        "create",
                        "rename",
                        "to",
                        "from",
                        "table",
                        "class",
                        "int",
                        "is_it",
                        "1st",
                        "I",
                        "i",
                        "_",
                        "-",
                        " ",
                        "null",
                        "users",
                        "../x",
                        "*/",
                        "\u0130",
                        "\ud83d\ude00",
                        "\u0000",
                        "/etc",
                        "a;",
                        "\"")
                .list()
                .ofMinSize(1)
                .ofMaxSize(9)
                .map(list -> String.join("_", list));
        Arbitrary<String> plain = Arbitraries.strings()
                .withCharRange('a', 'z')
                .withChars("_- 019AZI")
                .ofMaxLength(110);
        Arbitrary<String> names =
                Arbitraries.oneOf(words, plain, plain, Arbitraries.strings().ofMaxLength(20));
        Arbitrary<String> descriptions = Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(210),
                Arbitraries.strings()
                        .withChars("\\u0041\"'*/{}%$\n\u2028\u202e\ud83d\u0130 x")
                        .ofMaxLength(60),
                plain);
        return Combinators.combine(names, descriptions).as(Request::new);
    }

    @Property(tries = 9, seed = "21")
    void anyName_becomesJavaThatCompiles_orACodedRefusal(@ForAll("requestLists") @Size(120) List<Request> requests)
            throws Exception {
        Locale before = Locale.getDefault();
        Path folder = Files.createTempDirectory("mhc-create");
        try {
            List<Path> written = new ArrayList<>();
            for (Request request : requests) {
                List<String> locales = List.of("tr-TR", "ar-EG-u-nu-arab", "th-TH-u-ca-buddhist-nu-thai");
                Locale.setDefault(Locale.forLanguageTag(locales.get(written.size() % locales.size())));
                write(folder, request, 2025_01_01_000000L + written.size(), written);
            }
            Locale.setDefault(Locale.ROOT);
            assertThat(written).allMatch(file -> file.getFileName().toString().matches("M2025\\d{10}_?\\w+\\.java"));
            assertThat(written.isEmpty() ? List.of() : problems(folder, written))
                    .isEmpty();
        } finally {
            Locale.setDefault(before);
            delete(folder);
        }
    }

    @Provide
    Arbitrary<List<Request>> requestLists() {
        return requests().list();
    }

    private static void write(Path folder, Request request, long version, List<Path> written) {
        try {
            MigrationName name = MigrationName.parse(request.name());
            String description = MigrationName.checkDescription(request.description());
            // Every other file as it is after the example was brought to life.
            String source = MigrationTemplate.source("p", name, version, description);
            written.add(new SourceFolder(folder)
                    .write(
                            "p",
                            name.className(version),
                            version % 2 == 0 ? source : source.replace("        // ", "        ")));
        } catch (MojoExecutionException refused) {
            assertThat(refused.getMessage()).matches("(?s)\\[(BadName|MissingName|BadDescription)] .*");
        }
    }

    private static List<String> problems(Path folder, List<Path> sources) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
        try (StandardJavaFileManager files =
                compiler.getStandardFileManager(problems, Locale.ROOT, StandardCharsets.US_ASCII)) {
            compiler.getTask(
                            null,
                            files,
                            problems,
                            List.of(
                                    "-proc:none",
                                    "-Xlint:all",
                                    "-d",
                                    folder.toString(),
                                    "-classpath",
                                    System.getProperty("java.class.path")),
                            null,
                            files.getJavaFileObjectsFromPaths(sources))
                    .call();
        }
        return problems.getDiagnostics().stream()
                .filter(problem -> problem.getSource() != null)
                .map(Object::toString)
                .toList();
    }

    @Property(seed = "22")
    void nothingIsWrittenOutsideOfTheSourceFolder(@ForAll("packages") String packageName) throws IOException {
        Path parent = Files.createTempDirectory("mhc-create");
        try {
            Path root = Files.createDirectory(parent.resolve("src"));
            Path outside = Files.createDirectory(parent.resolve("outside"));
            Files.createSymbolicLink(root.resolve("link"), outside);
            try {
                Path file = new SourceFolder(root).write(packageName, "M1", "class M1 {}");
                assertThat(file.toRealPath()).startsWith(root.toRealPath());
            } catch (MojoExecutionException refused) {
                assertThat(refused.getMessage()).matches("(?s)\\[(OutsideSourceRoot|NotWritable)] .*");
            }
            try (Stream<Path> all = Files.walk(parent)) {
                assertThat(all.filter(Files::isRegularFile)).allMatch(file -> file.startsWith(root));
            }
            assertThat(outside).isEmptyDirectory();
        } finally {
            delete(parent);
        }
    }

    @Provide
    Arbitrary<String> packages() {
        return Arbitraries.of("a", ".", "..", "/", "link", "tmp", "\\", "outside", " ", "src", "\u00e9", "*")
                .list()
                .ofMaxSize(6)
                .map(list -> String.join("", list));
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.delete(path);
            }
        }
    }
}
