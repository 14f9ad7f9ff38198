package dev.mhc.migrations.dialect.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mhc.migrations.schema.ColumnType;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Which of many odd values a type takes, held against what SQLite then stores. */
class ConversionTest {

    private static final List<String> VALUES = List.of(
            "0",
            "1",
            "2",
            "-32769",
            "2147483648",
            "9007199254740993",
            "9223372036854775807",
            "1.0",
            "1.5",
            "0.1",
            "1e300",
            "9.3e18",
            "'1'",
            "'0010'",
            "' 1'",
            "'1.0'",
            "'12.50'",
            "'9223372036854775807'",
            "'9223372036854775808'",
            "'w'",
            "''",
            "'1e3'",
            "x'31'",
            "x'00'",
            "'2025-05-01'",
            "'2025-05-01 10:00:00'",
            "'2025-05-01 10:00:00.000'",
            "'2025-05-01T10:00:00.000'",
            "'2025-02-30 10:00:00.000'",
            "'10:00:00'",
            "'{\"a\": 1}'",
            "'6f0c6f8e-6b1c-4b7e-9a5e-3f9a5b7c1d2e'",
            "'äöü'");

    @TempDir
    Path folder;

    static Stream<Arguments> fitting() {
        return Stream.of(
                Arguments.of(ColumnType.bool(), List.of("0", "1", "1.0", "'1'")),
                Arguments.of(ColumnType.smallint(), List.of("0", "1", "2", "1.0", "'1'")),
                Arguments.of(ColumnType.integer(), List.of("0", "1", "2", "-32769", "1.0", "'1'")),
                Arguments.of(
                        ColumnType.bigint(),
                        List.of(
                                "0",
                                "1",
                                "2",
                                "-32769",
                                "2147483648",
                                "9007199254740993",
                                "9223372036854775807",
                                "1.0",
                                "'1'",
                                "'9223372036854775807'")),
                Arguments.of(
                        ColumnType.doublePrecision(),
                        List.of(
                                "0",
                                "1",
                                "2",
                                "-32769",
                                "2147483648",
                                "1.0",
                                "1.5",
                                "0.1",
                                "1e300",
                                "9.3e18",
                                "'1'",
                                "'1.0'")),
                Arguments.of(ColumnType.decimal(4, 2), List.of("0", "1", "2", "1.0", "1.5", "0.1", "'1'", "'12.50'")),
                Arguments.of(ColumnType.date(), List.of("'2025-05-01'")),
                Arguments.of(ColumnType.time(), List.of("'10:00:00'")),
                Arguments.of(ColumnType.timestamp(), List.of("'2025-05-01 10:00:00.000'")),
                Arguments.of(ColumnType.binary(), List.of("x'31'", "x'00'")),
                Arguments.of(ColumnType.uuid(), List.of("'6f0c6f8e-6b1c-4b7e-9a5e-3f9a5b7c1d2e'")),
                Arguments.of(
                        ColumnType.varchar(3),
                        List.of(
                                "0", "1", "2", "1.0", "1.5", "0.1", "'1'", "' 1'", "'1.0'", "'w'", "''", "'1e3'",
                                "'äöü'")));
    }

    @ParameterizedTest
    @MethodSource("fitting")
    void onlyValuesThatKeepTheirMeaning_fit(ColumnType type, List<String> expected) throws SQLException {
        try (Database database = Database.open(folder.resolve("values.db"))) {
            Conversion conversion = new Conversion(type, false);
            database.execute("CREATE TABLE t (source TEXT, v BLOB)");
            for (String value : VALUES) {
                database.execute("INSERT INTO t VALUES (" + SqlText.literal(value) + ", " + value + ")");
            }
            String misfit = conversion.misfit("v").orElse("0");

            assertThat(database.rows("SELECT source FROM t WHERE NOT (" + misfit + ")"))
                    .containsExactlyElementsOf(expected);

            database.execute(
                    "CREATE TABLE n (source TEXT, v " + SqliteTypes.declared(type) + ")",
                    "INSERT INTO n SELECT source, v FROM t WHERE NOT (" + misfit + ")");
            assertThat(database.rows("SELECT n.source FROM n JOIN t USING (source) WHERE CASE typeof(t.v)"
                            + " WHEN 'integer' THEN CAST(n.v AS INTEGER) <> t.v WHEN 'real' THEN CAST(n.v AS REAL) <> t.v"
                            + " WHEN 'text' THEN CAST(n.v AS TEXT) <> t.v AND n.v + 0 <> t.v + 0 ELSE n.v <> t.v END"))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("fitting")
    void valuesUnderTheSameAffinity_areMeasuredButNotConverted(ColumnType type, List<String> expected)
            throws SQLException {
        try (Database database = Database.open(folder.resolve("values.db"))) {
            database.execute("CREATE TABLE t (source TEXT, v " + SqliteTypes.declared(type) + ")");
            for (String value : expected) {
                database.execute("INSERT INTO t VALUES (" + SqlText.literal(value) + ", " + value + ")");
            }
            String misfit = new Conversion(type, true).misfit("v").orElse("0");

            assertThat(database.rows("SELECT source FROM t WHERE " + misfit)).isEmpty();
        }
    }

    /** Quoting for this test. */
    private static final class SqlText {
        static String literal(String text) {
            return "'" + text.replace("'", "''") + "'";
        }
    }
}
