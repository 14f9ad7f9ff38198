package dev.mhc.migrations.processor.oracle;

import dev.mhc.migrations.EntitySchema;
import dev.mhc.migrations.processor.MigrationProcessor;
import jakarta.persistence.Converter;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.MappedSuperclass;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.lang.annotation.Annotation;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Entities as their author wrote them.
 *
 * @param name what they are about
 * @param files the sources, each a whole file
 * @param classpath what they are compiled against, beside the test's own
 */
record EntitySources(String name, List<Path> files, List<Path> classpath) {

    /** What a compile made: classes, and the generated schemas of this and of the modules on the class path. */
    record Compiled(ClassLoader loader, Path output, List<EntitySchema> schemas) {

        /** The classes that Hibernate has to be told of, whatever the processor made of them. */
        List<Class<?>> managed() throws IOException {
            Set<String> names = new TreeSet<>();
            schemas.forEach(it -> names.addAll(it.entities()));
            try (Stream<Path> files = Files.walk(output)) {
                files.map(it -> output.relativize(it).toString())
                        .filter(it -> it.endsWith(".class") && !it.endsWith("package-info.class"))
                        .forEach(it -> names.add(
                                it.substring(0, it.length() - ".class".length()).replace(File.separatorChar, '.')));
            }
            List<Class<?>> managed = new ArrayList<>();
            for (String className : names) {
                Class<?> type = load(className);
                if (MANAGED.stream().anyMatch(type::isAnnotationPresent)) {
                    managed.add(type);
                }
            }
            return managed;
        }

        private Class<?> load(String className) {
            try {
                return Class.forName(className, false, loader);
            } catch (ClassNotFoundException e) {
                throw new LinkageError(className + " was not compiled", e);
            }
        }

        List<String> notes() {
            return schemas.stream().flatMap(it -> it.notes().stream()).toList();
        }
    }

    private static final List<Class<? extends Annotation>> MANAGED =
            List.of(Entity.class, MappedSuperclass.class, Embeddable.class, Converter.class);

    EntitySources {
        files = List.copyOf(files);
        classpath = List.copyOf(classpath);
    }

    /** The sources in a folder. */
    static EntitySources ofFolder(String name, Path folder, List<Path> classpath) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return new EntitySources(
                    name,
                    files.filter(it -> it.toString().endsWith(".java")).sorted().toList(),
                    classpath);
        }
    }

    /** Compiles them with the processor into {@code output}, which is emptied before. */
    Compiled compile(Path output, Naming naming, String module) throws IOException {
        empty(output);
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            JavaCompiler.CompilationTask task = compiler.getTask(
                    messages,
                    manager,
                    null,
                    List.of(
                            "-d",
                            output.toString(),
                            "-classpath",
                            Stream.concat(
                                            classpath.stream().map(Path::toString),
                                            Stream.of(System.getProperty("java.class.path")))
                                    .collect(Collectors.joining(File.pathSeparator)),
                            "-Xlint:none",
                            "-parameters",
                            "-Amhc.module=" + module,
                            "-Amhc.naming=" + naming.option()),
                    null,
                    manager.getJavaFileObjectsFromPaths(files));
            task.setProcessors(List.of(new MigrationProcessor()));
            if (!task.call()) {
                throw new AssertionError(name + " does not compile:\n" + messages);
            }
        }
        ClassLoader loader = loader(output);
        return new Compiled(
                loader,
                output,
                ServiceLoader.load(EntitySchema.class, loader).stream()
                        .map(ServiceLoader.Provider::get)
                        .toList());
    }

    /** Packs what was compiled, as a module that others use. */
    static Path jar(Path output) throws IOException {
        Path jar = output.resolveSibling(output.getFileName() + ".jar");
        try (JarOutputStream entries = new JarOutputStream(Files.newOutputStream(jar));
                Stream<Path> files = Files.walk(output)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                entries.putNextEntry(
                        new JarEntry(output.relativize(file).toString().replace(File.separatorChar, '/')));
                Files.copy(file, entries);
                entries.closeEntry();
            }
        }
        return jar;
    }

    private ClassLoader loader(Path output) throws MalformedURLException {
        List<URL> urls = new ArrayList<>(List.of(output.toUri().toURL()));
        for (Path entry : classpath) {
            urls.add(entry.toUri().toURL());
        }
        return new URLClassLoader(urls.toArray(URL[]::new), EntitySources.class.getClassLoader());
    }

    private static void empty(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
        Files.createDirectories(folder);
    }
}
