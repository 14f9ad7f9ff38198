package dev.mhc.migrations.engine;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A database of eighteen migrations whose file was damaged in ways that SQLite can and cannot open. */
class DamagedDatabaseTest {

    private static final int PAGE = 4096;

    @TempDir
    Path folder;

    /** What happened to the file. */
    @SuppressWarnings("ImmutableEnumChecker") // The operators keep nothing.
    enum Damage {
        OTHER_MAGIC(bytes -> with(bytes, 3, 'x')),
        OTHER_PAGE_SIZE(bytes -> with(bytes, 16, 7)),
        NEWER_FILE_FORMAT(bytes -> with(with(bytes, 18, 9), 19, 9)),
        CUT_IN_THE_HEADER(bytes -> Arrays.copyOf(bytes, 50)),
        CUT_AFTER_THE_HEADER(bytes -> Arrays.copyOf(bytes, 100)),
        CUT_IN_THE_FIRST_PAGE(bytes -> Arrays.copyOf(bytes, 1000)),
        CUT_AFTER_THE_FIRST_PAGE(bytes -> Arrays.copyOf(bytes, PAGE)),
        CUT_IN_HALF(bytes -> Arrays.copyOf(bytes, bytes.length / 2)),
        ZEROS(bytes -> new byte[PAGE]),
        SCHEMA_OVERWRITTEN(bytes -> overwritten(bytes, 100, PAGE)),
        SCHEMA_MISSPELLED(bytes -> new String(bytes, ISO_8859_1)
                .replace("CREATE TABLE", "CREATE TUBLE")
                .getBytes(ISO_8859_1)),
        ROWS_OVERWRITTEN(bytes -> overwritten(bytes, PAGE, bytes.length));

        private final UnaryOperator<byte[]> doing;

        Damage(UnaryOperator<byte[]> doing) {
            this.doing = doing;
        }

        private static byte[] with(byte[] bytes, int at, int value) {
            bytes[at] = (byte) value;
            return bytes;
        }

        private static byte[] overwritten(byte[] bytes, int from, int to) {
            Arrays.fill(bytes, from, to, (byte) 'Z');
            return bytes;
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyCall_saysSo_andLeavesTheFileAsItIs(Damage damage) throws Exception {
        TestRegistry app = TestRegistry.app();
        IntStream.rangeClosed(1, 19).forEach(version -> app.table(version, "t" + version));
        SqliteFile file = SqliteFile.in(folder);
        file.migrator(app.without(19)).apply();
        byte[] damaged = damage.doing.apply(file.bytes());
        Files.write(file.path(), damaged);
        Migrator migrator = file.builder(app).backup(true).build();

        for (Consumer<Migrator> call : List.<Consumer<Migrator>>of(
                Migrator::plan,
                Migrator::status,
                Migrator::apply,
                Migrator::backup,
                it -> it.rollbackSteps(1),
                it -> it.baseline("app", 3),
                it -> it.repair("app", 3, "why not"))) {
            assertThatThrownBy(() -> call.accept(migrator))
                    .hasMessageMatching("(?s)\\[(NotADatabase|DatabaseDamaged)] .*")
                    .hasMessageContaining(file.path().toString())
                    .hasMessageContaining("mvn mhc:restore");
            assertThat(file.bytes()).isEqualTo(damaged);
            assertThat(folder.toFile().list()).containsExactly("test.db");
        }
    }
}
