package dev.mhc.migrations.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProcessorOptionsTest {

    @ParameterizedTest
    @CsvSource({"app,AppMigrations", "my-lib,MyLibMigrations", "a_b2-3c,AB23cMigrations", "x,XMigrations"})
    void registry_isNamedAfterTheModule(String module, String registry) {
        Compilation compilation = Compile.compiler("-Amhc.module=" + module).compile(Compile.migration("First", "1"));

        assertThat(compilation)
                .generatedSourceFile("app." + registry)
                .contentsAsUtf8String()
                .contains("return \"" + module + "\";");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "=", "=App", "=1st", "=a.b", "=a b", "=é", "=-a"})
    void moduleOfAnotherForm_isAnError(String value) {
        Compilation compilation = Compile.compiler("-Amhc.module" + value).compile(Compile.migration("First", "1"));

        assertThat(compilation).hadErrorCount(1);
        assertThat(compilation)
                .hadErrorContaining("[ModuleOption] The processor option mhc.module is \"" + value.replace("=", "")
                        + "\". Name the module with 1 to 64 lower-case letters");
    }

    @Test
    void moduleOf65Characters_isAnError() {
        assertThat(ProcessorOptionsTest.compileModule("a".repeat(64))).succeeded();
        assertThat(ProcessorOptionsTest.compileModule("a".repeat(65))).failed();
    }

    private static Compilation compileModule(String module) {
        return Compile.compiler("-Amhc.module=" + module).compile(Compile.migration("First", "1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"standard", "snake_case"})
    void knownNaming_isAccepted(String naming) {
        assertThat(Compile.compiler("-Amhc.naming=" + naming).compile(Compile.migration("First", "1")))
                .succeeded();
    }

    @Test
    void otherNaming_isAnError() {
        assertThat(Compile.compiler("-Amhc.naming=camel").compile(Compile.migration("First", "1")))
                .hadErrorContaining("[NamingOption] The processor option mhc.naming is \"camel\". Choose");
    }

    @Test
    void strictCompile_hasNoWarning() {
        Compilation compilation = Compile.compiler("-Xlint:all", "-Werror", "-Amhc.module=lib", "-Amhc.naming=standard")
                .compile(Compile.migration("First", "1"));

        assertThat(compilation).succeededWithoutWarnings();
    }

    @Test
    void noteOnUncoveredUse_doesNotFailAStrictCompile() {
        Compilation compilation =
                Compile.compiler("-Xlint:all", "-Werror").compile(Compile.resourceSource("bad/UncoveredUse.java"));

        assertThat(compilation).succeededWithoutWarnings();
        assertThat(compilation.notes()).hasSize(1);
    }

    @Test
    void compileWithoutMigrations_generatesNothing() {
        Compilation compilation = Compile.of(Compile.source("Plain", "@Deprecated class Plain {}"));

        assertThat(compilation).succeededWithoutWarnings();
        assertThat(compilation.generatedFiles()).allMatch(file -> file.getName().endsWith(".class"));
    }
}
