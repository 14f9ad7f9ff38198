package dev.mhc.migrations.processor.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.mhc.migrations.fixture.PostgresqlServer;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Hibernate creates tables for entities in a real database: they must be no difference to what the processor expects.
 * Every single change of them must be one difference, and the right one. {@code -Dmhc.oracle=name} runs the features
 * whose name contains {@code name}; {@code -Dmhc.full=true} tries every change, in all ways to name tables and columns, of which
 * the features take turns else. The entities of a feature are in a folder
 * below {@code entities/oracle}; what cannot be known when they are compiled is said there in {@code notes.txt}.
 */
@ExtendWith(PostgresqlServer.class)
final class OracleTest {

    private static final Counts COUNTS = new Counts(4);

    @TestFactory
    Stream<DynamicContainer> features(PostgresqlServer.Database server) throws Exception {
        Oracle oracle = new Oracle(server, COUNTS);
        String wanted = System.getProperty("mhc.oracle", "");
        List<Path> folders = folders();
        return folders.stream()
                .filter(it -> it.getFileName().toString().contains(wanted))
                .map(it -> feature(it, namings(it, folders.indexOf(it)), oracle));
    }

    private static List<Path> folders() throws IOException, URISyntaxException {
        URL corpus = Objects.requireNonNull(OracleTest.class.getResource("/entities/oracle"));
        try (Stream<Path> folders = Files.list(Path.of(corpus.toURI()))) {
            return folders.filter(Files::isDirectory).sorted().toList();
        }
    }

    private static List<Naming> namings(Path folder, int position) {
        Naming[] all = Naming.values();
        boolean each = Boolean.getBoolean("mhc.full") || folder.endsWith("names");
        return each ? List.of(all) : List.of(all[position % all.length]);
    }

    private static DynamicContainer feature(Path folder, List<Naming> namings, Oracle oracle) {
        COUNTS.feature();
        String name = folder.getFileName().toString();
        return dynamicContainer(
                name,
                namings.stream()
                        .map(naming -> dynamicTest(
                                naming.option(),
                                () -> assertThat(
                                                oracle.problems(sources(folder, naming), naming, notes(folder, naming)))
                                        .isEmpty())));
    }

    /** Where the folder has one named {@code library}, that is another module, of which only the jar is seen. */
    private static EntitySources sources(Path folder, Naming naming) throws IOException {
        String name = folder.getFileName().toString();
        Path library = folder.resolve("library");
        List<Path> classpath = Files.exists(library)
                ? List.of(Oracle.module(EntitySources.ofFolder(name + "-library", library, List.of()), naming))
                : List.of();
        return EntitySources.ofFolder(name, folder, classpath);
    }

    /** Those of one naming, or else those of both. */
    private static List<String> notes(Path folder, Naming naming) throws IOException {
        for (String file : List.of("notes-" + naming.option() + ".txt", "notes.txt")) {
            if (Files.exists(folder.resolve(file))) {
                return Files.readAllLines(folder.resolve(file));
            }
        }
        return List.of();
    }

    @AfterAll
    static void write() throws IOException {
        COUNTS.write("features");
    }
}
