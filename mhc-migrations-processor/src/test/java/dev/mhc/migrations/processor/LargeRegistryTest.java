package dev.mhc.migrations.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import dev.mhc.migrations.MigrationRegistry;
import org.junit.jupiter.api.Test;

class LargeRegistryTest {

    @Test
    void tenThousandMigrations_compileAndAreFound() throws ReflectiveOperationException {
        int count = 10_000;
        Compilation compilation = Compile.of(Compile.migrations(count, 100));

        assertThat(compilation).succeeded();
        MigrationRegistry registry = new CompiledClasses(compilation).registry("app.AppMigrations");
        assertThat(registry.size()).isEqualTo(count);
        for (int index = 0; index < count; index++) {
            assertThat(registry.entry(index).version()).isEqualTo(index + 1);
        }
        assertThat(registry.migration(count - 1).getClass().getName())
                .isEqualTo(registry.entry(count - 1).className())
                .isEqualTo("app.Group9900$M10000");
    }
}
