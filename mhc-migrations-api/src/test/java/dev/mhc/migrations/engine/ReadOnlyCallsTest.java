package dev.mhc.migrations.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mhc.migrations.EntitySchema;
import dev.mhc.migrations.schema.Schema;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls that look and change nothing: not a byte, and no file beside the database. */
class ReadOnlyCallsTest {

    private static final EntitySchema NO_ENTITIES = new EntitySchema() {
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
            return List.of();
        }
    };

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"DELETE", "WAL"})
    void lookingWritesNothing_andSendsNothingThatWould(String journalMode) throws Exception {
        SqliteFile database = SqliteFile.in(folder);
        TestRegistry registry = TestRegistry.app().table(1, "a").table(2, "b").table(3, "c");
        database.migrator(registry.without(3)).apply();
        database.execute("PRAGMA journal_mode = " + journalMode);
        byte[] before = database.bytes();
        List<String> sent = new ArrayList<>();
        Migrator migrator = Migrator.builder(
                        InterceptedDataSource.of(database::connect, new InterceptedDataSource.Interceptor() {
                            @Override
                            public void before(String sql) {
                                sent.add(sql);
                            }
                        }))
                .registries(List.of(registry))
                .entitySchemas(List.of(NO_ENTITIES))
                .build();

        for (Consumer<Migrator> call : List.<Consumer<Migrator>>of(
                Migrator::plan,
                Migrator::status,
                Migrator::verifySchema,
                it -> it.planTo(3),
                it -> it.planRollbackSteps(2),
                it -> it.planRollbackTo(0),
                it -> it.dryRun(it.plan()),
                it -> it.dryRun(it.planRollbackTo(0)))) {
            call.accept(migrator);
            assertThat(database.bytes()).isEqualTo(before);
            assertThat(Objects.requireNonNull(folder.toFile().listFiles()))
                    .extracting(File::getName)
                    .containsExactly("test.db");
        }

        assertThat(sent)
                .isNotEmpty()
                .allSatisfy(sql -> assertThat(sql.strip()).matches("(?is)(SELECT|WITH)\\b.*|PRAGMA [^=]*"));
    }
}
