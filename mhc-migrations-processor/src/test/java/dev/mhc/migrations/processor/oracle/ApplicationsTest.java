package dev.mhc.migrations.processor.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.mhc.migrations.fixture.PostgresqlServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The entities of applications that others have written, from the sources that they published. The build puts them, and
 * the classes that they use, below {@code target/applications}.
 */
@ExtendWith(PostgresqlServer.class)
final class ApplicationsTest {

    private static final Path APPLICATIONS = Path.of("target", "applications");
    private static final Pattern MAPPED =
            Pattern.compile("^@(Entity|Embeddable|MappedSuperclass|Converter)\\b", Pattern.MULTILINE);
    private static final Counts COUNTS = new Counts(30);

    /**
     * An application.
     *
     * @param left what does not compile with the version of Hibernate that is the oracle
     * @param notes what is left out, and said to be
     */
    private record Application(String name, Set<String> left, List<String> notes) {

        EntitySources sources() throws IOException {
            Path folder = APPLICATIONS.resolve(name);
            try (Stream<Path> files = Files.walk(folder.resolve("sources"));
                    Stream<Path> libraries = Files.list(folder.resolve("lib"))) {
                return new EntitySources(
                        name,
                        files.filter(it -> it.toString().endsWith(".java")
                                        && !left.contains(it.getFileName().toString()))
                                .filter(Application::isMapped)
                                .sorted()
                                .toList(),
                        libraries.sorted().toList());
            }
        }

        private static boolean isMapped(Path source) {
            try {
                return MAPPED.matcher(Files.readString(source)).find();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static final List<Application> ALL = List.of(
            new Application("keycloak", Set.of(), List.of()),
            // An argument of its @Cache was removed from Hibernate.
            new Application("dspace", Set.of("SystemWideAlert.java"), List.of()));

    @TestFactory
    Stream<DynamicTest> applications(PostgresqlServer.Database server) {
        Oracle oracle = new Oracle(server, COUNTS);
        String wanted = System.getProperty("mhc.oracle", "");
        return ALL.stream()
                .filter(it -> it.name().contains(wanted))
                .map(it -> dynamicTest(it.name(), () -> {
                    COUNTS.feature();
                    assertThat(oracle.problems(it.sources(), Naming.STANDARD, it.notes()))
                            .isEmpty();
                }));
    }

    @AfterAll
    static void write() throws IOException {
        COUNTS.write("applications");
    }
}
