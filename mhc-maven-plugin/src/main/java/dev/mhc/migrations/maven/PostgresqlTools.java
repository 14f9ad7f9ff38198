package dev.mhc.migrations.maven;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.maven.plugin.MojoExecutionException;

/**
 * The programs of PostgreSQL that back up and restore.
 *
 * @param folder where they are; on the path of the build's environment if empty
 * @param environment what they get; where and as whom to connect is in it, the command line has no word of it
 */
record PostgresqlTools(Optional<Path> folder, Map<String, String> environment) {

    static final String DUMP = "pg_dump";
    static final String RESTORE = "pg_restore";
    static final String SHELL = "psql";

    private static final Pattern MAJOR = Pattern.compile("\\b(\\d+)(\\.\\d+)?");
    private static final int MOST_OUTPUT = 4_000;

    PostgresqlTools {
        environment = Map.copyOf(environment);
    }

    /** What a tool said, and how it ended. */
    record Outcome(int exit, String said) {
        boolean succeeded() {
            return exit == 0;
        }
    }

    @Override
    public String toString() {
        return "tools " + folder.map(Path::toString).orElse("on the path");
    }

    /**
     * Sees that the tools are there and know the server.
     *
     * @param server the server's version, for example {@code 17.4}
     */
    void require(List<String> names, String server) throws MojoExecutionException {
        for (String name : names) {
            Outcome version = run(List.of(name, "--version"));
            Matcher tool = MAJOR.matcher(version.said());
            Matcher wanted = MAJOR.matcher(server);
            if (!version.succeeded() || !tool.find()) {
                throw GoalError.MISSING_TOOL.with(name, place(), version.said());
            }
            if (wanted.find() && Integer.parseInt(tool.group(1)) < Integer.parseInt(wanted.group(1))) {
                throw GoalError.OLD_TOOL.with(server, name, tool.group(), wanted.group(1));
            }
        }
    }

    /** Runs a tool to its end; the first word is its name. */
    Outcome run(List<String> command) throws MojoExecutionException {
        return finish(start(command, ProcessBuilder.Redirect.PIPE, true));
    }

    /** Runs a tool to its end and drops what it writes, but for its complaints. */
    Outcome runDiscarding(List<String> command) throws MojoExecutionException {
        return finish(start(command, ProcessBuilder.Redirect.DISCARD, false));
    }

    /**
     * Runs a tool that writes into another one. Should the writer fail, the reader gets all that was written and its end.
     *
     * @param before what the reader gets first
     * @return how they ended, the writer first
     */
    List<Outcome> pipe(List<String> writer, String before, List<String> reader) throws MojoExecutionException {
        Process to = start(reader, ProcessBuilder.Redirect.DISCARD, false);
        Process from = start(writer, ProcessBuilder.Redirect.PIPE, false);
        Complaints ofReader = new Complaints(to.getErrorStream());
        Complaints ofWriter = new Complaints(from.getErrorStream());
        try {
            to.getOutputStream().write(before.getBytes(StandardCharsets.UTF_8));
            from.getInputStream().transferTo(to.getOutputStream());
            to.getOutputStream().close();
        } catch (IOException gaveUp) {
            // The reader's exit tells why.
            from.destroy();
        }
        return List.of(ended(from, ofWriter), ended(to, ofReader));
    }

    private Process start(List<String> command, ProcessBuilder.Redirect output, boolean merged)
            throws MojoExecutionException {
        String name = command.get(0);
        List<String> words = new ArrayList<>(command);
        words.set(
                0,
                find(name)
                        .orElseThrow(() -> GoalError.MISSING_TOOL.with(name, place(), "it is not there"))
                        .toString());
        ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(merged);
        builder.redirectOutput(output);
        builder.environment().keySet().removeIf(key -> ToolEnvironment.isForeign(key));
        builder.environment().putAll(environment);
        try {
            Process process = builder.start();
            if (!command.get(0).equals(SHELL)) {
                process.getOutputStream().close();
            }
            return process;
        } catch (IOException e) {
            throw GoalError.MISSING_TOOL.causedBy(e, name, place(), e);
        }
    }

    private Outcome finish(Process process) {
        InputStream said = process.getInputStream();
        Complaints complaints = new Complaints(process.getErrorStream());
        Complaints output = new Complaints(said);
        Outcome outcome = ended(process, complaints);
        return new Outcome(
                outcome.exit(), redact(output.text() + outcome.said()).strip());
    }

    private Outcome ended(Process process, Complaints complaints) {
        try {
            int exit = process.waitFor();
            return new Outcome(exit, redact(complaints.text()).strip());
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            return new Outcome(-1, "it was interrupted");
        }
    }

    /** PostgreSQL's own tools never show it; what stands in for them in {@code mhc.pgBin} may show its environment. */
    private String redact(String said) {
        String password = environment.getOrDefault(Credentials.TOOL_PASSWORD, "");
        return password.isEmpty() ? said : said.replace(password, "***");
    }

    private Optional<Path> find(String name) {
        Stream<String> folders = folder.isPresent()
                ? Stream.of(folder.get().toString())
                : Stream.of(
                        Optional.ofNullable(System.getenv("PATH")).orElse("").split(File.pathSeparator, -1));
        return folders.filter(it -> !it.isEmpty())
                .flatMap(it -> Stream.of(name, name + ".exe").flatMap(file -> in(it, file)))
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                .findFirst();
    }

    private static Stream<Path> in(String folder, String file) {
        try {
            return Stream.of(Path.of(folder, file));
        } catch (InvalidPathException e) {
            return Stream.empty();
        }
    }

    private String place() {
        return folder.map(it -> "in " + it).orElse("on the PATH");
    }

    /** The beginning of what a process writes, read by a thread of its own so that the process never waits. */
    private static final class Complaints {

        private final StringBuilder read = new StringBuilder();
        private final Thread thread;

        Complaints(InputStream stream) {
            thread = new Thread(() -> read(stream), "mhc-tool-output");
            thread.setDaemon(true);
            thread.start();
        }

        private void read(InputStream stream) {
            byte[] buffer = new byte[4096];
            try (stream) {
                for (int count = stream.read(buffer); count >= 0; count = stream.read(buffer)) {
                    synchronized (read) {
                        if (read.length() < MOST_OUTPUT) {
                            read.append(new String(buffer, 0, count, StandardCharsets.UTF_8));
                        }
                    }
                }
            } catch (IOException closed) {
                // The process is gone, and so is what it would have said.
            }
        }

        String text() {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            synchronized (read) {
                return read.toString();
            }
        }
    }
}
