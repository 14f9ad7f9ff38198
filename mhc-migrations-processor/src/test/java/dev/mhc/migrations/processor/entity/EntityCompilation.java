package dev.mhc.migrations.processor.entity;

import static com.google.testing.compile.CompilationSubject.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import dev.mhc.migrations.EntitySchema;
import dev.mhc.migrations.processor.MigrationProcessor;
import dev.mhc.migrations.schema.Column;
import dev.mhc.migrations.schema.Table;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaFileObject;
import javax.tools.StandardLocation;

/** A compile of entities by the real compiler with the processor, and what came out of it. */
final class EntityCompilation {

    private static final Pattern PACKAGE = Pattern.compile("^package ([\\w.]+);", Pattern.MULTILINE);
    private static final Pattern CLASS = Pattern.compile("\\b(?:class|interface|record|enum) (\\w+)");

    private final Compilation compilation;

    private EntityCompilation(Compilation compilation) {
        this.compilation = compilation;
    }

    /** Compiles sources, each a whole file, with all warnings as errors. */
    static EntityCompilation of(List<String> sources, String... options) {
        List<String> all = new ArrayList<>(List.of("-Xlint:all,-processing", "-Werror"));
        all.addAll(List.of(options));
        return new EntityCompilation(Compiler.javac()
                .withProcessors(new MigrationProcessor())
                .withOptions(all)
                .compile(sources.stream().map(EntityCompilation::file).toList()));
    }

    static EntityCompilation snakeCase(String... sources) {
        return of(List.of(sources), "-Amhc.naming=snake_case");
    }

    static EntityCompilation of(String... sources) {
        return of(List.of(sources));
    }

    /** A source with the imports that entities need, in the package {@code shop}. */
    static String source(String body) {
        return "package shop;\nimport jakarta.persistence.*;\nimport java.util.*;\n" + body;
    }

    /** A file whose package and class are read from its text. */
    static JavaFileObject file(String source) {
        Matcher type = CLASS.matcher(source);
        Matcher inPackage = PACKAGE.matcher(source);
        if (!type.find() || !inPackage.find()) {
            throw new IllegalArgumentException("No class or package in\n" + source);
        }
        return JavaFileObjects.forSourceString(inPackage.group(1) + '.' + type.group(1), source);
    }

    static String resource(String path) {
        try (InputStream stream = EntityCompilation.class.getResourceAsStream("/entities/" + path)) {
            if (stream == null) {
                throw new IllegalArgumentException("No test resource " + path);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Compilation compilation() {
        return compilation;
    }

    /** The schema, from the generated class that the services file names. */
    EntitySchema schema() {
        assertThat(compilation).succeeded();
        String provider = text(compilation
                        .generatedFile(
                                StandardLocation.CLASS_OUTPUT, "META-INF/services/" + EntitySchema.class.getName())
                        .orElseThrow())
                .strip();
        try {
            return (EntitySchema)
                    loader().loadClass(provider).getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("The generated schema cannot be used", e);
        }
    }

    Table table(String name) {
        return schema().schema()
                .table(name)
                .orElseThrow(() -> new AssertionError("No table " + name + " in "
                        + schema().schema().tables().stream().map(Table::name).toList()));
    }

    Column column(String table, String name) {
        Table found = table(table);
        return found.column(name)
                .orElseThrow(() -> new AssertionError("No column " + name + " in "
                        + found.columns().stream().map(Column::name).toList()));
    }

    String generatedSource(String qualifiedName) {
        return text(compilation.generatedSourceFile(qualifiedName).orElseThrow());
    }

    /** The compiled classes, as a run would load them. */
    ClassLoader loader() {
        Map<String, byte[]> classes = new HashMap<>();
        for (JavaFileObject file : compilation.generatedFiles()) {
            if (file.getKind() == JavaFileObject.Kind.CLASS) {
                String path = file.getName().replaceFirst("^/?CLASS_OUTPUT/", "");
                classes.put(path.replace('/', '.').replaceFirst("\\.class$", ""), bytes(file));
            }
        }
        return new ClassLoader(EntityCompilation.class.getClassLoader()) {
            @Override
            protected Class<?> findClass(String name) throws ClassNotFoundException {
                byte[] code = classes.get(name);
                if (code == null) {
                    throw new ClassNotFoundException(name);
                }
                return defineClass(name, code, 0, code.length);
            }
        };
    }

    private static String text(JavaFileObject file) {
        return new String(bytes(file), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(JavaFileObject file) {
        try (InputStream stream = file.openInputStream()) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
