package dev.mhc.migrations.reliability;

import dev.mhc.migrations.engine.Migrator;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.postgresql.Driver;
import org.sqlite.JDBC;

/** Another Java process, with little memory, and a folder of its own for what it leaves behind when it is killed. */
final class ChildJvm implements AutoCloseable {

    private final Process process;
    private final Path output;

    private ChildJvm(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /** Starts a main class of this package. */
    static ChildJvm start(Path folder, Class<?> main, Object... arguments) throws IOException {
        return start(folder, List.of(), main, arguments);
    }

    /** As {@link #start(Path, Class, Object...)}, under another command. */
    static ChildJvm start(Path folder, List<String> under, Class<?> main, Object... arguments) throws IOException {
        Path temporary = Files.createDirectories(folder.resolve("native"));
        Path output = Files.createTempFile(folder, "child", ".txt");
        List<String> command = new ArrayList<>(under);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(
                "-Xmx64m",
                "-Xshare:auto",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-XX:-UsePerfData",
                "-Dorg.sqlite.tmpdir=" + temporary,
                "-cp",
                classPath()));
        if (Runtime.version().feature() >= 24) {
            command.add("--enable-native-access=ALL-UNNAMED");
        }
        command.add(main.getName());
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        return new ChildJvm(process, output);
    }

    private static String classPath() {
        return Stream.of(Migrator.class, ChildJvm.class, JDBC.class, Driver.class)
                .map(type -> new File(type.getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                                .getPath())
                        .getPath())
                .distinct()
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** Waits for the end, five minutes at most. */
    int exit() throws InterruptedException {
        if (!process.waitFor(5, TimeUnit.MINUTES)) {
            kill();
            throw new IllegalStateException("still running after five minutes: " + output());
        }
        return process.exitValue();
    }

    /** Waits until the process has said this, or has ended. */
    void awaitOutput(String text) throws InterruptedException {
        while (process.isAlive() && !output().contains(text)) {
            Thread.sleep(2);
        }
    }

    String output() {
        try {
            return Files.readString(output, StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "unreadable: " + e;
        }
    }

    /** Asks it to end, as the system does at shutdown. */
    void terminate() {
        process.destroy();
    }

    /** SIGKILL. */
    void kill() {
        process.destroyForcibly();
    }

    @Override
    public void close() {
        kill();
    }
}
