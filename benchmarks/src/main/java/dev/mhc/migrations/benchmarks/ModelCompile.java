package dev.mhc.migrations.benchmarks;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles the same sources over and over, with and without processors. */
record ModelCompile(List<Path> sources, Path classes) {

    /** What the compiler runs beside itself. */
    enum Processor {
        NONE,
        IDLE,
        GENERATING,
        OURS;

        private List<String> options() {
            return switch (this) {
                case NONE -> List.of("-proc:none");
                case IDLE -> List.of("-processor", IdleProcessor.class.getName());
                case GENERATING -> List.of("-processor", GeneratingProcessor.class.getName());
                case OURS -> List.of("-processor", "dev.mhc.migrations.processor.MigrationProcessor");
            };
        }
    }

    /** In this process, as Maven does: the compiler is warm, and the processor is loaded anew each time. */
    void here(Processor processor) throws IOException {
        clean();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager manager =
                compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8)) {
            Iterable<? extends JavaFileObject> files = manager.getJavaFileObjectsFromPaths(sources);
            OutputStreamWriter out = new OutputStreamWriter(System.err, StandardCharsets.UTF_8);
            if (!compiler.getTask(out, manager, null, options(processor), null, files)
                    .call()) {
                throw new IllegalStateException("The entities do not compile.");
            }
        }
    }

    /** In a process of its own. */
    void elsewhere(Processor processor) throws IOException, InterruptedException {
        clean();
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "javac").toString());
        command.addAll(options(processor));
        sources.forEach(it -> command.add(it.toString()));
        if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
            throw new IllegalStateException("The entities do not compile.");
        }
    }

    private List<String> options(Processor processor) {
        String path = System.getProperty("java.class.path");
        List<String> options =
                new ArrayList<>(List.of("-d", classes.toString(), "-cp", path, "-nowarn", "-Xlint:none"));
        options.addAll(List.of("-processorpath", path));
        options.addAll(processor.options());
        return options;
    }

    private void clean() throws IOException {
        if (Files.exists(classes)) {
            delete(classes);
        }
        Files.createDirectories(classes);
    }

    static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
