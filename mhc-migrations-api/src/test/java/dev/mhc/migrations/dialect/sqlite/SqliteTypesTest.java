package dev.mhc.migrations.dialect.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mhc.migrations.operation.OperationRecorder;
import dev.mhc.migrations.schema.ColumnType;
import dev.mhc.migrations.schema.Schema;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SqliteTypesTest {

    @TempDir
    Path folder;

    private int files;

    static Stream<Arguments> values() {
        long beyondDouble = (1L << 53) + 1;
        return Stream.of(
                Arguments.of(ColumnType.bool(), "BOOLEAN", 1, "integer"),
                Arguments.of(ColumnType.smallint(), "SMALLINT", -32768, "integer"),
                Arguments.of(ColumnType.integer(), "INTEGER", Integer.MIN_VALUE, "integer"),
                Arguments.of(ColumnType.bigint(), "BIGINT", beyondDouble, "integer"),
                Arguments.of(ColumnType.bigint(), "BIGINT", Long.MIN_VALUE, "integer"),
                Arguments.of(ColumnType.decimal(10, 2), "DECIMAL(10,2)", "12345678.25", "real"),
                Arguments.of(
                        ColumnType.decimal(30, 10), "DECIMAL_TEXT(30,10)", "12345678901234567890.1234567890", "text"),
                Arguments.of(ColumnType.decimal(13, 4), "DECIMAL(13,4)", "999999999.9999", "real"),
                Arguments.of(ColumnType.decimal(14, 7), "DECIMAL_TEXT(14,7)", "6805914.2865131", "text"),
                Arguments.of(ColumnType.decimal(16, 0), "DECIMAL_TEXT(16,0)", "0010", "text"),
                Arguments.of(ColumnType.real(), "REAL", 0.5, "real"),
                Arguments.of(ColumnType.doublePrecision(), "DOUBLE PRECISION", 0.1, "real"),
                Arguments.of(ColumnType.character(4), "CHAR(4)", "0010", "text"),
                Arguments.of(ColumnType.varchar(255), "VARCHAR(255)", "1e5", "text"),
                Arguments.of(ColumnType.varchar(255), "VARCHAR(255)", "9007199254740993", "text"),
                Arguments.of(ColumnType.text(), "TEXT", "0x10", "text"),
                Arguments.of(ColumnType.text(), "TEXT", " 12 ", "text"),
                Arguments.of(ColumnType.date(), "DATE", "2025-06-01", "text"),
                Arguments.of(ColumnType.time(), "TIME", "10:00:00", "text"),
                Arguments.of(ColumnType.timestamp(), "TIMESTAMP", "2025-06-01 10:00:00.000", "text"),
                Arguments.of(ColumnType.timestampTz(), "TIMESTAMPTZ", "2025-06-01 10:00:00.000", "text"),
                Arguments.of(ColumnType.uuid(), "UUID_TEXT", "00000000-0000-0000-0000-000000000010", "text"),
                Arguments.of(ColumnType.uuid(), "UUID_TEXT", "00000000000000000000000000001e10", "text"),
                Arguments.of(ColumnType.json(), "JSON_TEXT", "10", "text"),
                Arguments.of(ColumnType.json(), "JSON_TEXT", "1e5", "text"),
                Arguments.of(ColumnType.declared("CLOB"), "CLOB", "0010", "text"),
                Arguments.of(ColumnType.declared(""), "", "0010", "text"));
    }

    @ParameterizedTest(name = "{1} {2}")
    @MethodSource("values")
    void value_comesBackAsItWasStored(ColumnType type, String declared, Object value, String storageClass)
            throws Exception {
        try (Database database = withColumn(type)) {
            try (PreparedStatement insert = database.connection.prepareStatement("INSERT INTO t (v) VALUES (?)")) {
                insert.setObject(1, value);
                insert.execute();
            }
            assertThat(database.value("SELECT typeof(v), v FROM t")).isEqualTo(storageClass + "|" + value);
            assertThat(database.value("SELECT type FROM pragma_table_xinfo('t') WHERE name = 'v'"))
                    .isEqualTo(declared);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"9999999999.999", "999999999.9999", "0.000000000001", "7569088858483.1", "1234567890.120"})
    void decimal_comesBackExactlyAsNumberAndAsText(String text) throws Exception {
        BigDecimal value = new BigDecimal(text);
        try (Database database = withColumn(ColumnType.decimal(13, value.scale()))) {
            try (PreparedStatement insert = database.connection.prepareStatement("INSERT INTO t (v) VALUES (?)")) {
                insert.setBigDecimal(1, value);
                insert.execute();
            }
            try (PreparedStatement select = database.connection.prepareStatement("SELECT v FROM t");
                    ResultSet row = select.executeQuery()) {
                assertThat(row.next()).isTrue();
                assertThat(row.getBigDecimal(1)).isEqualByComparingTo(value);
                assertThat(new BigDecimal(row.getString(1))).isEqualByComparingTo(value);
            }
        }
    }

    @Test
    void bytes_comeBackAsTheyWereStored() throws Exception {
        byte[] bytes = "0010".getBytes(StandardCharsets.US_ASCII);
        try (Database database = withColumn(ColumnType.binary())) {
            try (PreparedStatement insert = database.connection.prepareStatement("INSERT INTO t (v) VALUES (?)")) {
                insert.setBytes(1, bytes);
                insert.execute();
            }
            assertThat(database.value("SELECT typeof(v), hex(v) FROM t")).isEqualTo("blob|30303130");
        }
    }

    @Test
    void affinityOfEveryDeclaredType_isTheOneSqliteUses() throws Exception {
        List<String> declared = List.of(
                "BOOLEAN",
                "SMALLINT",
                "DECIMAL(10,2)",
                "DECIMAL_TEXT(20,2)",
                "REAL",
                "DOUBLE PRECISION",
                "FLOAT",
                "CHAR(3)",
                "VARCHAR",
                "CHARINT",
                "TEXT",
                "BLOB",
                "",
                "DATE",
                "TIMESTAMPTZ",
                "DATETIME",
                "UUID_TEXT",
                "JSON_TEXT",
                "JSON",
                "FLOATING POINT",
                "STRING");
        for (String type : declared) {
            try (Database database = withColumn(ColumnType.declared(type))) {
                // What each affinity makes of a text that looks like a number, and of a number.
                database.execute("INSERT INTO t (v) VALUES ('10'), (10)");
                String stored = String.join(",", database.rows("SELECT typeof(v) FROM t ORDER BY id"));
                assertThat(Affinity.of(type)).as(type).isIn(affinitiesThatStore(stored));
            }
        }
    }

    private static List<Affinity> affinitiesThatStore(String classes) {
        return switch (classes) {
            case "integer,integer" -> List.of(Affinity.INTEGER, Affinity.NUMERIC);
            case "text,text" -> List.of(Affinity.TEXT);
            case "text,integer" -> List.of(Affinity.BLOB);
            case "real,real" -> List.of(Affinity.REAL);
            default -> List.of();
        };
    }

    private Database withColumn(ColumnType type) throws Exception {
        Database database = Database.open(folder.resolve("types" + ++files + ".db"));
        database.run(database.dialect.render(
                OperationRecorder.record(schema -> schema.createTable("t", t -> {
                            t.id();
                            t.column("v", type);
                        }))
                        .get(0),
                Schema.EMPTY));
        return database;
    }
}
