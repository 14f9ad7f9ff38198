package dev.mhc.migrations.processor;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;

/** Runs javac with the processor. */
final class Compile {

    private static final Path RESOURCES = Path.of("src/test/resources");

    private Compile() {}

    static Compiler compiler(Object... options) {
        return Compiler.javac().withProcessors(new MigrationProcessor()).withOptions(options);
    }

    static Compilation of(JavaFileObject... sources) {
        return compiler().compile(sources);
    }

    static JavaFileObject source(String name, String... lines) {
        return JavaFileObjects.forSourceLines(name, lines);
    }

    /** A migration of the package {@code app} that does nothing. */
    static JavaFileObject migration(String name, String version) {
        return migration("app", name, version);
    }

    static JavaFileObject migration(String packageName, String name, String version) {
        String statement = packageName.isEmpty() ? "" : "package " + packageName + ";";
        return source(
                packageName.isEmpty() ? name : packageName + '.' + name,
                statement,
                "import dev.mhc.migrations.*;",
                "import dev.mhc.migrations.operation.SchemaEditor;",
                "@Migration(version = " + version + ", description = \"" + name + "\")",
                "public class " + name + " implements ReversibleMigration {",
                "    public void up(SchemaEditor schema) {}",
                "    public void down(SchemaEditor schema) {}",
                "}");
    }

    /** As many migrations of the package {@code app}: {@code M1}, {@code M2} and so on, in classes of that size. */
    static JavaFileObject[] migrations(int count, int groupSize) {
        List<JavaFileObject> groups = new ArrayList<>();
        for (int from = 0; from < count; from += groupSize) {
            StringBuilder group = new StringBuilder("package app; import dev.mhc.migrations.*;"
                    + " import dev.mhc.migrations.operation.SchemaEditor; public class Group" + from + " {\n");
            for (int version = from + 1; version <= Math.min(from + groupSize, count); version++) {
                group.append("@Migration(version = %1$d, description = \"Step %1$d\", irreversible = \"no\")"
                                .formatted(version))
                        .append("public static class M%d implements IrreversibleMigration {".formatted(version))
                        .append(" public void up(SchemaEditor schema) { schema.sql(\"SELECT %d\"); } }\n"
                                .formatted(version));
            }
            groups.add(JavaFileObjects.forSourceString(
                    "app.Group" + from, group.append("}").toString()));
        }
        return groups.toArray(new JavaFileObject[0]);
    }

    static String resource(String path) {
        try {
            return Files.readString(RESOURCES.resolve(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JavaFileObject resourceSource(String path) {
        String file = path.substring(path.lastIndexOf('/') + 1);
        return JavaFileObjects.forSourceString(file.substring(0, file.length() - ".java".length()), resource(path));
    }

    /** All sources in a folder, sorted. */
    static List<JavaFileObject> resourceSources(String folder) {
        try (Stream<Path> files = Files.list(RESOURCES.resolve(folder))) {
            return files.map(file -> folder + '/' + file.getFileName())
                    .filter(path -> path.endsWith(".java"))
                    .sorted()
                    .map(Compile::resourceSource)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(JavaFileObject file) {
        try {
            return file.getCharContent(true).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
