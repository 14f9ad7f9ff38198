package dev.mhc.migrations.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** A URL that leads to some other file. */
class NotADatabaseTest {

    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> everyCall_saysThatTheFileIsNoDatabase_andLeavesItAlone() {
        return Stream.<Consumer<Migrator>>of(
                        Migrator::apply,
                        Migrator::plan,
                        Migrator::status,
                        migrator -> migrator.applyTo(1),
                        migrator -> migrator.rollbackTo(0),
                        migrator -> migrator.rollbackSteps(1),
                        migrator -> migrator.dryRun(new MigrationPlan(List.of(), List.of())))
                .map(call -> DynamicTest.dynamicTest("call", () -> {
                    SqliteFile file = SqliteFile.in(folder);
                    Files.writeString(file.path(), "Dear diary. ".repeat(500));
                    byte[] before = file.bytes();
                    Migrator migrator = file.migrator(TestRegistry.app().table(1, "a"));
                    assertThatThrownBy(() -> call.accept(migrator))
                            .hasMessageContaining("[NotADatabase]")
                            .hasMessageContaining(file.path().toString());
                    assertThat(file.bytes()).isEqualTo(before);
                    assertThat(folder.toFile().list()).containsExactly("test.db");
                }));
    }
}
