package dev.mhc.migrations.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mhc.migrations.DatabaseMigration;
import dev.mhc.migrations.EntitySchema;
import dev.mhc.migrations.MigrationEntry;
import dev.mhc.migrations.MigrationRegistry;
import dev.mhc.migrations.schema.Schema;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CompletenessCheckTest {

    @TempDir
    private Path folder;

    @Test
    void registryWithEveryCompiledMigration_isComplete() throws Exception {
        compile("app.A", "app.B");

        check().require(List.of(ownRegistry("app.A", "app.B")), List.of(), false);
    }

    @Test
    void compiledMigrationThatTheRegistryLacks_isNamed() throws Exception {
        compile("app.A", "app.B");

        assertThatThrownBy(() -> check().require(List.of(ownRegistry("app.A")), List.of(), false))
                .hasMessageStartingWith("[IncompleteRegistry] The registry of module app lacks app.B")
                .hasMessageContaining("mvn clean process-classes");
    }

    @Test
    void registeredMigrationWithoutAClass_isNamed() throws Exception {
        compile("app.A");

        assertThatThrownBy(() -> check().require(List.of(ownRegistry("app.A", "app.Gone")), List.of(), false))
                .hasMessageStartingWith("[StaleRegistry] The registry of module app lists app.Gone");
    }

    @Test
    void registryOfADependency_isNotComparedWithOwnClasses() throws Exception {
        check().require(List.of(new Registry("library.A")), List.of(), false);
    }

    @Test
    void compiledMigration_thatOnlyRegistriesOfDependenciesCouldHold_isNamed() throws Exception {
        compile("app.A");

        assertThatThrownBy(() -> check().require(List.of(new Registry("library.A")), List.of(), false))
                .hasMessageStartingWith("[UnregisteredMigration] No registry lists app.A")
                .hasMessageContaining("<annotationProcessorPaths>");
    }

    @Test
    void noRegistryAtAll_isNeverUpToDate() {
        assertThatThrownBy(() -> check().require(List.of(), List.of(), false))
                .hasMessageStartingWith("[NoRegistry] No registry of migrations is on the run-time class path of shop.")
                .hasMessageContaining("<artifactId>mhc-migrations-processor</artifactId>")
                .hasMessageContaining("mvn mhc:create");
    }

    @Test
    void compiledEntityThatNoEntitySchemaKnows_isNamed() throws Exception {
        compileText(
                "jakarta.persistence.Entity",
                "package jakarta.persistence; public @interface Entity {}",
                "app.User",
                "package app; @jakarta.persistence.Entity class User {}");

        assertThatThrownBy(() -> check().require(List.of(new Registry()), List.of(new Entities("app.Other")), false))
                .hasMessageStartingWith("[MissingEntity] The entity schema lacks app.User");
        check().require(List.of(new Registry()), List.of(new Entities("app.User")), true);
    }

    @Test
    void goalsThatCompareEntities_needSome() {
        assertThatThrownBy(() -> check().require(List.of(new Registry()), List.of(), true))
                .hasMessageStartingWith("[NoEntitySchema]");
    }

    @Test
    void manyMissingClasses_areCounted() throws Exception {
        compile("app.A", "app.B", "app.C", "app.D", "app.E");

        assertThatThrownBy(() -> check().require(List.of(ownRegistry()), List.of(), false))
                .hasMessageContaining("lacks app.A, app.B, app.C and 2 more, compiled");
    }

    private CompletenessCheck check() throws Exception {
        return new CompletenessCheck("shop", "1.0", folder, CompiledClasses.in(folder));
    }

    private void compile(String... names) throws IOException {
        List<String> sources = new ArrayList<>();
        for (String name : names) {
            String simple = name.substring(4);
            sources.add(name);
            sources.add("package app; @dev.mhc.migrations.Migration(version = 1L, description = \"x\") class " + simple
                    + " {}");
        }
        compileText(sources.toArray(String[]::new));
    }

    private void compileText(String... namesAndSources) throws IOException {
        Path source = Files.createDirectories(folder.resolveSibling(folder.getFileName() + "-src"));
        List<String> arguments = new ArrayList<>(List.of("-proc:none", "-d", folder.toString()));
        for (int i = 0; i < namesAndSources.length; i += 2) {
            String simple = namesAndSources[i].substring(namesAndSources[i].lastIndexOf('.') + 1);
            arguments.add(Files.writeString(source.resolve(simple + ".java"), namesAndSources[i + 1])
                    .toString());
        }
        assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new)))
                .isZero();
    }

    /** A registry whose class lies in the project's own output. */
    private MigrationRegistry ownRegistry(String... classNames) throws Exception {
        String path = Registry.class.getName().replace('.', '/') + ".class";
        Path target = folder.resolve(path);
        Files.createDirectories(target.getParent());
        try (var in = Registry.class.getClassLoader().getResourceAsStream(path)) {
            Files.write(target, in.readAllBytes());
        }
        try (URLClassLoader loader =
                new URLClassLoader(
                        new URL[] {folder.toUri().toURL()}, getClass().getClassLoader()) {
                    @Override
                    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
                        return name.equals(Registry.class.getName()) ? findClass(name) : super.loadClass(name, resolve);
                    }
                }) {
            return (MigrationRegistry) loader.loadClass(Registry.class.getName())
                    .getConstructor(String[].class)
                    .newInstance((Object) classNames);
        }
    }

    public static final class Registry implements MigrationRegistry {

        private final List<String> classNames;

        public Registry(String... classNames) {
            this.classNames = Arrays.asList(classNames);
        }

        @Override
        public String module() {
            return "app";
        }

        @Override
        public String digest() {
            return "0".repeat(64);
        }

        @Override
        public int size() {
            return classNames.size();
        }

        @Override
        public MigrationEntry entry(int index) {
            return new MigrationEntry(index + 1L, "x", "0".repeat(64), classNames.get(index), "");
        }

        @Override
        public DatabaseMigration migration(int index) {
            throw new UnsupportedOperationException();
        }
    }

    private record Entities(String entity) implements EntitySchema {

        @Override
        public String module() {
            return "app";
        }

        @Override
        public Schema schema() {
            return Schema.EMPTY;
        }

        @Override
        public List<String> entities() {
            return List.of(entity);
        }
    }
}
