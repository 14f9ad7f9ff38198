package dev.mhc.migrations.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mhc.migrations.error.MigrationException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** A history into which somebody, or a fault, wrote anything at all. */
class HistoryFuzzTest {

    private static final TestRegistry FOUR = TestRegistry.app()
            .table(1, "a")
            .table(2, "b")
            .reversible(
                    3,
                    "Backfill",
                    schema -> schema.backfill("b").set("name", "name"),
                    schema -> schema.backfill("b").set("name", "name"))
            .table(4, "d");

    private static final List<String> COLUMNS = List.of(HistoryTable.COLUMNS.split(", ", -1));

    /** The file of three applied migrations, the last of them applied anew. */
    private final byte[] template = template();

    private static byte[] template() {
        try {
            Path folder = Files.createTempDirectory("mhc-history");
            SqliteFile database = SqliteFile.in(folder);
            database.migrator(FOUR.without(4)).apply();
            database.migrator(FOUR.without(4)).rollbackSteps(1);
            database.migrator(FOUR.without(4)).apply();
            byte[] bytes = database.bytes();
            Files.delete(database.path());
            Files.delete(folder);
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Provide
    Arbitrary<Random> random() {
        return Arbitraries.integers().map(Random::new);
    }

    @Property(tries = 100, seed = "41")
    void damagedHistory_isRefusedWithoutAChange_orHarmless(@ForAll("random") Random random)
            throws IOException, SQLException {
        Path folder = Files.createTempDirectory("mhc-history");
        try {
            SqliteFile database = SqliteFile.in(folder);
            Files.write(database.path(), template);
            List<String> damage = damage(database, random);

            boolean readable =
                    answers(database, damage, () -> database.migrator(FOUR).status());
            answers(database, damage, () -> database.migrator(FOUR).plan());
            if (answers(database, damage, () -> database.migrator(FOUR).apply())) {
                assertThat(readable).as(damage.toString()).isTrue();
                assertThat(database.tables()).as(damage.toString()).contains("a", "b", "d");
                database.migrator(FOUR).apply();
            }
        } finally {
            Files.delete(folder.resolve("test.db"));
            Files.delete(folder);
        }
    }

    /** Whether the call succeeded; a refusal has a code, and has left every byte as it was. */
    private static boolean answers(SqliteFile database, List<String> damage, Runnable call) {
        byte[] before = database.bytes();
        try {
            call.run();
            return true;
        } catch (MigrationException refused) {
            assertThat(refused.getMessage()).startsWith("[");
            assertThat(database.bytes()).as(damage.toString()).isEqualTo(before);
            return false;
        } catch (RuntimeException e) {
            throw new AssertionError(damage.toString(), e);
        }
    }

    private static List<String> damage(SqliteFile database, Random random) throws SQLException {
        List<String> done = new ArrayList<>();
        if (random.nextInt(3) == 0) {
            done.add("CREATE TABLE loose AS SELECT * FROM mhc_history");
            done.add("DROP TABLE mhc_history");
            done.add("ALTER TABLE loose RENAME TO mhc_history");
        }
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            String row = " WHERE seq = " + (1 + random.nextInt(8));
            switch (random.nextInt(6)) {
                case 0 -> done.add("DELETE FROM mhc_history" + row);
                case 1 ->
                    done.add("INSERT INTO mhc_history SELECT seq + " + random.nextInt(9)
                            + HistoryTable.COLUMNS.substring("seq".length()) + " FROM mhc_history" + row);
                case 2 -> done.add("UPDATE mhc_history SET seq = -seq" + row);
                default -> done.add("UPDATE mhc_history SET " + any(COLUMNS, random) + " = ?" + row);
            }
        }
        try (Connection connection = database.connect()) {
            for (String sql : List.copyOf(done)) {
                try (PreparedStatement statement = connection.prepareStatement(sql)) {
                    if (sql.contains("?")) {
                        Object value = value(random);
                        statement.setObject(1, value);
                        done.add(value instanceof byte[] ? "bytes" : String.valueOf(value));
                    }
                    statement.executeUpdate();
                } catch (SQLException refused) {
                    done.add("refused: " + refused.getMessage());
                }
            }
        }
        return done;
    }

    private static @Nullable Object value(Random random) {
        byte[] bytes = new byte[random.nextInt(40)];
        random.nextBytes(bytes);
        return switch (random.nextInt(8)) {
            case 0 -> null;
            case 1 -> bytes;
            case 2 -> new String(bytes, StandardCharsets.ISO_8859_1);
            case 3 -> random.nextLong();
            case 4 -> random.nextInt(6);
            case 5 -> random.nextDouble() * 1e300;
            case 6 ->
                any(
                        List.of("applied", "rolled back", "baselined", "repaired", "backfilled", "", "app", "other"),
                        random);
            default ->
                any(
                        List.of(
                                "2025-01-01 00:00:00.000",
                                "9999-99-99 99:99:99.999",
                                "2",
                                "-1",
                                "1e3",
                                "f".repeat(64),
                                "3 rows of \"a\" by rowid, setting \"n\" (00000000), up to 3",
                                "1 rows of \"b\" by \"a\", \"b\", setting \"n\" (0123abcd), up to (1, 'x')"),
                        random);
        };
    }

    private static String any(List<String> list, Random random) {
        return list.get(random.nextInt(list.size()));
    }
}
