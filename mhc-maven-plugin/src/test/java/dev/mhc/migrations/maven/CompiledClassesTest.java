package dev.mhc.migrations.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CompiledClassesTest {

    @TempDir
    private Path folder;

    @Test
    void annotationsOfClasses_areReadWithoutLoading() throws Exception {
        Path source = Files.writeString(folder.resolve("Outer.java"), """
                package a;
                public class Outer {
                    static final long BIG = 42L;
                    static final double D = 1.5;
                    dev.mhc.migrations.Migration mentions;
                    Runnable lambda = () -> {};
                    @Deprecated @dev.mhc.migrations.Migration(version = 7L, description = "x", irreversible = "y")
                    public static class Nested {}
                    @SuppressWarnings("x") @Deprecated(since = "1", forRemoval = true) void method() {}
                }
                """);
        assertThat(ToolProvider.getSystemJavaCompiler()
                        .run(null, null, null, "-proc:none", "-d", folder.toString(), source.toString()))
                .isZero();
        Files.writeString(folder.resolve("Text.class"), "not a class file");

        CompiledClasses classes = CompiledClasses.in(folder);

        assertThat(classes.annotatedWith("dev.mhc.migrations.Migration")).containsExactly("a.Outer$Nested");
        assertThat(classes.annotatedWith("java.lang.Deprecated")).containsExactly("a.Outer$Nested");
        assertThat(classes.contains("a.Outer")).isTrue();
        assertThat(classes.contains("a.Other")).isFalse();
    }

    @Test
    void missingFolder_hasNoClasses() throws Exception {
        assertThat(CompiledClasses.in(folder.resolve("none")).annotatedWith("a.B"))
                .isEmpty();
    }
}
