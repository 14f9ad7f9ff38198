package dev.mhc.migrations.maven;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processes that load the driver as goals do, in a temporary folder of their own. */
class NativeLibrariesTest {

    @TempDir
    Path temporary;

    /** Loads the driver, says so, and waits for a line if it is told to. */
    static final class LoadDriver {

        private LoadDriver() {}

        public static void main(String[] arguments) throws Exception {
            URL driver =
                    org.sqlite.JDBC.class.getProtectionDomain().getCodeSource().getLocation();
            try (ProjectClasses outer = new ProjectClasses(List.of());
                    ProjectClasses classes = new ProjectClasses(List.of(driver));
                    Connection connection = new DriverDataSource(
                                    classes.services(Driver.class).get(0), "jdbc:sqlite::memory:", Credentials.NONE)
                            .getConnection()) {
                assertThat(outer.services(Driver.class)).isEmpty();
                System.out.println(connection.getMetaData().getDatabaseProductName());
                if (arguments[0].equals("wait")) {
                    System.in.read();
                }
            }
            System.out.println(System.getProperty("org.sqlite.tmpdir"));
        }
    }

    @Test
    void aKilledProcess_isCleanedUpAfterByTheNext_whichLeavesNothing() throws Exception {
        for (int i = 0; i < 3; i++) {
            Process killed = start("wait");
            assertThat(firstLine(killed)).isEqualTo("SQLite");
            killed.destroyForcibly().waitFor();
            assertThat(files()).as("left by the kill").hasSize(1);
        }

        Process next = start("go on");

        assertThat(new String(next.getInputStream().readAllBytes(), UTF_8).lines())
                .containsExactly("SQLite", "null");
        assertThat(next.waitFor()).isZero();
        assertThat(files()).isEmpty();
    }

    @Test
    void aRunningProcess_keepsItsLibrary() throws Exception {
        Process running = start("wait");
        assertThat(firstLine(running)).isEqualTo("SQLite");

        assertThat(start("go on").waitFor()).isZero();

        assertThat(files()).hasSize(1);
        running.getOutputStream().write('\n');
        running.getOutputStream().flush();
        assertThat(running.waitFor()).isZero();
        assertThat(files()).isEmpty();
    }

    @Test
    void whatSomebodyElseKeepsUnderSuchAName_isLeftAlone() throws Exception {
        Path file = Files.writeString(temporary.resolve("mhc-native-1-notes"), "a file");
        Path folder = Files.createDirectory(temporary.resolve("mhc-native-mine"));

        assertThat(start("go on").waitFor()).isZero();

        assertThat(files()).containsExactlyInAnyOrder(file, folder);
    }

    private Process start(String what) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xshare:auto",
                        "-XX:TieredStopAtLevel=1",
                        "-Djava.io.tmpdir=" + temporary,
                        "-cp",
                        System.getProperty("java.class.path"),
                        LoadDriver.class.getName(),
                        what)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static String firstLine(Process process) throws IOException {
        return new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8)).readLine();
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> entries = Files.list(temporary)) {
            return entries.filter(entry -> !entry.getFileName().toString().startsWith("hsperfdata"))
                    .toList();
        }
    }
}
