package dev.mhc.migrations.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processes whose temporary folder does not let the driver load its library. */
class NativeLibraryTest {

    @TempDir
    Path folder;

    /** Connects more than once, since the driver fails in another way after the first time. */
    static final class ConnectAgain {

        private ConnectAgain() {}

        public static void main(String[] arguments) {
            Migrator migrator = new SqliteFile(Path.of(arguments[0]))
                    .migrator(TestRegistry.app().table(1, "a"));
            for (Runnable attempt : List.<Runnable>of(migrator::apply, migrator::apply, migrator::backup)) {
                try {
                    attempt.run();
                    System.out.println("done");
                } catch (RuntimeException e) {
                    System.out.println(e.getMessage());
                }
            }
        }
    }

    @Test
    void aTemporaryFolderThatIsMissing_isNamed() throws Exception {
        Path temporary = folder.resolve("missing");

        assertThat(run(List.of(), temporary)).hasSize(3).allSatisfy(line -> assertNames(line, temporary));

        assertThat(folder.resolve("test.db")).doesNotExist();
    }

    @Test
    void aTemporaryFolderThatIsFullOrNoexec_isNamed() throws Exception {
        Path temporary = Files.createDirectory(folder.resolve("mounted"));
        for (String option : List.of("noexec", "size=200k", "ro")) {
            List<String> mounted = List.of(
                    "unshare",
                    "-m",
                    "sh",
                    "-c",
                    "mount -t tmpfs -o " + option + " tmpfs " + temporary + " && exec \"$@\"",
                    "sh");
            Assumptions.assumeTrue(succeeds(mounted), "this machine lets no test mount a folder");

            assertThat(run(mounted, temporary)).as(option).hasSize(3).allSatisfy(line -> assertNames(line, temporary));
        }
        assertThat(folder.resolve("test.db")).doesNotExist();
    }

    private static void assertNames(String line, Path temporary) {
        assertThat(line)
                .startsWith(
                        "[NativeLibrary] The SQLite driver could not load its native library, which it unpacks into "
                                + temporary + ": ")
                .endsWith("-Djava.io.tmpdir=FOLDER (for Maven in MAVEN_OPTS).");
    }

    private static boolean succeeds(List<String> prefix) throws Exception {
        List<String> command = new ArrayList<>(prefix);
        command.add("true");
        try {
            return new ProcessBuilder(command).start().waitFor() == 0;
        } catch (IOException noSuchCommand) {
            return false;
        }
    }

    private List<String> run(List<String> prefix, Path temporary) throws Exception {
        List<String> command = new ArrayList<>(prefix);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Djava.io.tmpdir=" + temporary,
                "-cp",
                System.getProperty("java.class.path"),
                ConnectAgain.class.getName(),
                folder.resolve("test.db").toString()));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        return new String(process.getInputStream().readAllBytes(), UTF_8)
                .lines()
                .toList();
    }
}
