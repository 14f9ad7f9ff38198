package dev.mhc.migrations.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import dev.mhc.migrations.Digest;
import dev.mhc.migrations.MigrationEntry;
import dev.mhc.migrations.MigrationRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.tools.JavaFileObject;
import javax.tools.StandardLocation;
import org.junit.jupiter.api.Test;

class RegistryTest {

    private static final Path EXPECTED = Path.of("src/test/resources/expected/AppMigrations.java");

    private static Compilation good(Compiler compiler) {
        return compiler.compile(Compile.resourceSources("good"));
    }

    @Test
    void generatedRegistry_isAsExpected() throws IOException {
        Compilation compilation = good(Compile.compiler("-Xlint:all", "-Werror"));

        assertThat(compilation).succeededWithoutWarnings();
        String generated = Compile.text(compilation
                .generatedSourceFile("coach.migrations.AppMigrations")
                .orElseThrow());
        if (Boolean.getBoolean("goldens.update")) {
            Files.writeString(EXPECTED, generated);
        }
        assertThat(generated).isEqualTo(Files.readString(EXPECTED));
    }

    @Test
    void registry_isFoundAsAService() {
        assertThat(good(Compile.compiler()))
                .generatedFile(StandardLocation.CLASS_OUTPUT, "META-INF/services/" + MigrationRegistry.class.getName())
                .contentsAsString(StandardCharsets.UTF_8)
                .isEqualTo("coach.migrations.AppMigrations\n");
    }

    @Test
    void entries_sayWhatTheSourcesSay() throws ReflectiveOperationException {
        MigrationRegistry registry =
                new CompiledClasses(good(Compile.compiler())).registry("coach.migrations.AppMigrations");

        assertThat(registry.module()).isEqualTo("app");
        assertThat(registry.size()).isEqualTo(3);
        MigrationEntry nested = registry.entry(0);
        assertThat(nested.version()).isEqualTo(7);
        assertThat(nested.className()).isEqualTo("coach.migrations.Early$CreateUsers");
        MigrationEntry irreversible = registry.entry(2);
        assertThat(irreversible.description())
                .isEqualTo("Drop \"drafts\" \u2013 gr\u00f6\u00dfer als n\u00f6tig, costs $5 \\ month");
        assertThat(irreversible.irreversible()).isEqualTo("The drafts are gone.\nRestore a backup.");
        assertThat(irreversible.transactional()).isFalse();
        assertThat(nested.transactional()).isTrue();
        assertThat(registry.migration(2).getClass().getName()).isEqualTo(irreversible.className());
        for (int outside : new int[] {-1, 3, Integer.MIN_VALUE, Integer.MAX_VALUE}) {
            assertThatThrownBy(() -> registry.entry(outside)).isInstanceOf(IndexOutOfBoundsException.class);
            assertThatThrownBy(() -> registry.migration(outside)).isInstanceOf(IndexOutOfBoundsException.class);
        }
    }

    @Test
    void digest_foldsAllVersionsAndChecksums() throws ReflectiveOperationException {
        MigrationRegistry registry =
                new CompiledClasses(good(Compile.compiler())).registry("coach.migrations.AppMigrations");

        assertThat(registry.digest()).isEqualTo(digest(registry));
    }

    private static String digest(MigrationRegistry registry) {
        String digest = Digest.EMPTY;
        for (int index = 0; index < registry.size(); index++) {
            MigrationEntry entry = registry.entry(index);
            digest = Digest.extend(digest, entry.version(), entry.checksum());
        }
        return digest;
    }

    @Test
    void reading_loadsNoMigration() throws ReflectiveOperationException {
        for (int count : new int[] {3, 201}) {
            CompiledClasses classes = new CompiledClasses(Compile.of(Compile.migrations(count, 500)));
            MigrationRegistry registry = classes.registry("app.AppMigrations");
            for (int index = 0; index < registry.size(); index++) {
                registry.entry(index);
            }

            assertThat(classes.loaded()).allMatch(name -> name.startsWith("app.AppMigrations"));
            registry.migration(1);
            assertThat(classes.loaded().stream().filter(name -> !name.startsWith("app.AppMigrations")))
                    .containsExactly("app.Group0$M2");
        }
    }

    @Test
    void partsOfALongRegistry_holdEveryMigrationInOrder() throws ReflectiveOperationException {
        for (int count : new int[] {200, 401}) {
            MigrationRegistry registry =
                    new CompiledClasses(Compile.of(Compile.migrations(count, 500))).registry("app.AppMigrations");

            assertThat(registry.size()).isEqualTo(count);
            assertThat(registry.digest()).isEqualTo(digest(registry));
            for (int index = 0; index < count; index++) {
                assertThat(registry.entry(index).version()).isEqualTo(index + 1);
                assertThat(registry.migration(index).getClass().getSimpleName()).isEqualTo("M" + (index + 1));
            }
            assertThatThrownBy(() -> registry.entry(count)).isInstanceOf(IndexOutOfBoundsException.class);
            assertThatThrownBy(() -> registry.migration(-1)).isInstanceOf(IndexOutOfBoundsException.class);
        }
    }

    @Test
    void orderOfFiles_doesNotChangeAByte() {
        List<JavaFileObject> files = new ArrayList<>(Compile.resourceSources("good"));
        Compilation one = Compile.compiler().compile(files);
        Collections.reverse(files);
        Compilation other = Compile.compiler().compile(files);

        assertThat(text(one)).isEqualTo(text(other));
    }

    private static String text(Compilation compilation) {
        return Compile.text(compilation
                .generatedSourceFile("coach.migrations.AppMigrations")
                .orElseThrow());
    }

    @Test
    void migrationsOfUnrelatedPackages_areInThePackageOfTheFirst() {
        Compilation compilation =
                Compile.of(Compile.migration("b", "Second", "2"), Compile.migration("c", "First", "1"));

        assertThat(compilation).succeeded();
        assertThat(compilation.generatedSourceFile("c.AppMigrations")).isPresent();
    }

    @Test
    void migrationInTheUnnamedPackage_compiles() {
        Compilation compilation =
                Compile.of(Compile.migration("a", "First", "1"), Compile.migration("", "Second", "2"));

        assertThat(compilation).succeeded();
        assertThat(compilation.generatedSourceFile("AppMigrations")).isPresent();
    }

    @Test
    void migrationsNamedLikeWhatTheRegistryUses_compile() {
        Compilation compilation = Compile.of(
                Compile.migration("a", "MigrationEntry", "1"),
                Compile.migration("a", "String", "2"),
                Compile.migration("a", "IndexOutOfBoundsException", "3"),
                Compile.migration("b", "Override", "4"),
                Compile.migration("a", "Generated", "5"),
                Compile.migration("c", "Generated", "6"),
                Compile.migration("c", "Part0", "7"));

        assertThat(compilation).succeeded();
    }

    @Test
    void deprecatedMigration_doesNotFailAStrictCompile() {
        Compilation compilation = Compile.compiler("-Xlint:all", "-Werror")
                .compile(Compile.source(
                        "app.Old",
                        "package app;",
                        "import dev.mhc.migrations.*;",
                        "import dev.mhc.migrations.operation.SchemaEditor;",
                        "@Deprecated(forRemoval = true) public class Old {",
                        "    @Migration(version = 1, description = \"Old\", irreversible = \"old\")",
                        "    public static class Step implements IrreversibleMigration {",
                        "        @Deprecated public Step() {}",
                        "        public void up(SchemaEditor schema) {}",
                        "    }",
                        "}"));

        assertThat(compilation).succeededWithoutWarnings();
    }

    @Test
    void classOfTheRegistrysName_isAnError() {
        Compilation compilation = Compile.of(
                Compile.migration("First", "1"),
                Compile.source("app.AppMigrations", "package app; class AppMigrations {}"));

        assertThat(compilation).hadErrorContaining("[OutputNotWritten] app.AppMigrations could not be written");
    }

    @Test
    void withoutTheModuleOfTheAnnotation_registryIsNotMarkedAsGenerated() {
        Compilation compilation = good(Compile.compiler("--limit-modules", "java.base,java.sql"));

        assertThat(compilation).succeeded();
        assertThat(text(compilation)).doesNotContain("@Generated");
    }
}
