package dev.mhc.migrations.maven;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.maven.plugin.MojoExecutionException;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Source folders on a medium that is full or cannot be written, mounted for a process of their own. */
class SourceMediumTest {

    @TempDir
    Path folder;

    /** Writes a large class, and says how that went and which files are there afterwards. */
    static final class WriteSource {

        private WriteSource() {}

        public static void main(String[] arguments) throws IOException {
            Path root = Path.of(arguments[0]);
            try {
                new SourceFolder(root)
                        .write("org.example", "M1Create", "/* " + "long ".repeat(20_000) + "*/ class M1Create {}");
                System.out.println("written");
            } catch (MojoExecutionException e) {
                System.out.println(e.getMessage());
            }
            try (Stream<Path> files = Files.walk(root)) {
                files.filter(Files::isRegularFile).forEach(System.out::println);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"size=16k", "ro"})
    void mediumThatTakesNoFile_isNamed_andHasNoHalfFile(String option) throws Exception {
        Path file = folder.resolve("org/example/M1Create.java");

        assertThat(run(option)).singleElement().asString().startsWith("[NotWritable] " + file + " cannot be written: ");
    }

    @ParameterizedTest
    @ValueSource(strings = "size=1m")
    void mediumWithRoom_getsTheFileAndNothingElse(String option) throws Exception {
        assertThat(run(option))
                .containsExactly(
                        "written", folder.resolve("org/example/M1Create.java").toString());
    }

    private List<String> run(String option) throws Exception {
        List<String> mounted = List.of(
                "unshare",
                "-m",
                "sh",
                "-c",
                "mount -t tmpfs -o " + option + " tmpfs '" + folder + "' && exec \"$@\"",
                "sh");
        Assumptions.assumeTrue(succeeds(mounted), "this machine lets no test mount a folder");
        List<String> command = new ArrayList<>(mounted);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                WriteSource.class.getName(),
                folder.toString()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        return new String(process.getInputStream().readAllBytes(), UTF_8)
                .lines()
                .toList();
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
}
