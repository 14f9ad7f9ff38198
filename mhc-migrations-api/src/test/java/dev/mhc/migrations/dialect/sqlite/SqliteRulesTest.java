package dev.mhc.migrations.dialect.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mhc.migrations.schema.ColumnType;
import dev.mhc.migrations.schema.DefaultValue;
import dev.mhc.migrations.schema.DefaultValue.Bool;
import dev.mhc.migrations.schema.DefaultValue.Expression;
import dev.mhc.migrations.schema.DefaultValue.Now;
import dev.mhc.migrations.schema.DefaultValue.Numeric;
import dev.mhc.migrations.schema.DefaultValue.Text;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SqliteRulesTest {

    private final SqliteRules rules = new SqliteRules();

    @Test
    void names_differOnlyInTheCaseOfAsciiLetters() {
        assertThat(rules.canonicalName("Users")).isEqualTo(rules.canonicalName("uSERS"));
        assertThat(rules.canonicalName("ID")).isEqualTo("id");
        assertThat(rules.canonicalName("Größe")).isNotEqualTo(rules.canonicalName("GRÖSSE"));
        assertThat(rules.canonicalName("Ö")).isNotEqualTo(rules.canonicalName("ö"));
    }

    static Stream<Arguments> sameTypes() {
        return Stream.of(
                Arguments.of(ColumnType.varchar(255), "text"),
                Arguments.of(ColumnType.text(), "CHARACTER VARYING(10)"),
                Arguments.of(ColumnType.bigint(), "integer"),
                Arguments.of(ColumnType.smallint(), "INT8"),
                Arguments.of(ColumnType.bool(), "boolean"),
                Arguments.of(ColumnType.timestamp(), "DATETIME"),
                Arguments.of(ColumnType.doublePrecision(), "FLOAT"),
                Arguments.of(ColumnType.binary(), "blob"),
                Arguments.of(ColumnType.clob(), "clob"),
                Arguments.of(ColumnType.blob(), "blob"),
                Arguments.of(ColumnType.declared("integer[]"), "blob"),
                Arguments.of(ColumnType.declared("inet"), "blob"),
                Arguments.of(ColumnType.decimal(10, 2), "NUMERIC(10,2)"),
                Arguments.of(ColumnType.decimal(38, 2), "NUMERIC(38,2)"),
                Arguments.of(ColumnType.decimal(38, 2), "DECIMAL_TEXT(38,2)"),
                Arguments.of(ColumnType.uuid(), "CHAR(36)"));
    }

    @ParameterizedTest
    @MethodSource("sameTypes")
    void spelling_isNoDifference(ColumnType expected, String declared) {
        assertThat(rules.canonicalType(expected)).isEqualTo(rules.canonicalType(ColumnType.declared(declared)));
    }

    @Test
    void uuid_mayBeStoredAsTextOrAsBytes() {
        assertThat(rules.acceptedTypes(ColumnType.uuid())).containsExactly("TEXT", "BLOB");
        assertThat(rules.acceptedTypes(ColumnType.text())).containsExactly("TEXT");
    }

    @Test
    void whatMayBeStoredAsBytes_isLarge() {
        assertThat(List.of(ColumnType.uuid(), ColumnType.binary(), ColumnType.clob(), ColumnType.declared("int[]")))
                .allMatch(rules::isLarge);
        assertThat(List.of(ColumnType.text(), ColumnType.bigint())).noneMatch(rules::isLarge);
    }

    @ParameterizedTest
    @CsvSource({"INTEGER,NUMERIC", "TEXT,NUMERIC", "REAL,NUMERIC", "BLOB,TEXT", "INTEGER,BOOLEAN", "DECIMAL_TEXT,TEXT"})
    void otherAffinity_isADifference(String one, String other) {
        assertThat(rules.canonicalType(ColumnType.declared(one)))
                .isNotEqualTo(rules.canonicalType(ColumnType.declared(other)));
    }

    static Stream<Arguments> sameDefaults() {
        return Stream.of(
                Arguments.of(ColumnType.bool(), new Bool(false), "0"),
                Arguments.of(ColumnType.bool(), new Bool(false), "FALSE"),
                Arguments.of(ColumnType.bool(), new Bool(true), "'1'"),
                Arguments.of(ColumnType.bool(), new Expression("false"), "(0)"),
                Arguments.of(ColumnType.integer(), new Numeric(new BigDecimal("1")), "1.0"),
                Arguments.of(ColumnType.integer(), new Numeric(new BigDecimal("-16")), " ( -16 ) "),
                Arguments.of(ColumnType.integer(), new Numeric(new BigDecimal("16")), "0x10"),
                Arguments.of(ColumnType.integer(), new Numeric(new BigDecimal("16")), "+16"),
                Arguments.of(ColumnType.doublePrecision(), new Numeric(new BigDecimal("0.50")), ".5"),
                Arguments.of(ColumnType.doublePrecision(), new Numeric(new BigDecimal("100")), "1e2"),
                Arguments.of(ColumnType.text(), new Text("x"), "'x'"),
                Arguments.of(ColumnType.text(), new Text("x"), "\"x\""),
                Arguments.of(ColumnType.text(), new Text("it's"), "('it''s')"),
                Arguments.of(ColumnType.text(), new Text("1"), "1"),
                Arguments.of(ColumnType.decimal(30, 2), new Numeric(new BigDecimal("0.10")), "'0.10'"),
                Arguments.of(ColumnType.timestamp(), new Now(), "strftime('%Y-%m-%d %H:%M:%f','now')"),
                Arguments.of(ColumnType.timestamp(), new Now(), "current_timestamp"),
                Arguments.of(ColumnType.date(), new Now(), "CURRENT_DATE"),
                Arguments.of(ColumnType.time(), new Now(), "(time('now'))"),
                Arguments.of(ColumnType.text(), new Expression("LOWER( 'X' )"), "lower('X')"));
    }

    @ParameterizedTest
    @MethodSource("sameDefaults")
    void spellingOfADefault_isNoDifference(ColumnType type, DefaultValue expected, String found) {
        Optional<String> canonical = rules.canonicalDefault(type, Optional.of(expected));

        assertThat(canonical).isPresent();
        assertThat(rules.canonicalDefault(
                        ColumnType.declared(SqliteTypes.declared(type)), Optional.of(new Expression(found))))
                .isEqualTo(canonical);
    }

    @ParameterizedTest
    @CsvSource({
        "INTEGER,0,1",
        "TEXT,'''x''','''X'''",
        "TEXT,lower('X'),lower('x')",
        "BLOB,'''1''',1",
        "TEXT,'''1.0''',1"
    })
    void otherDefault_isADifference(String type, String one, String other) {
        ColumnType declared = ColumnType.declared(type);
        assertThat(rules.canonicalDefault(declared, Optional.of(new Expression(one))))
                .isNotEqualTo(rules.canonicalDefault(declared, Optional.of(new Expression(other))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"NULL", "null", "(NULL)", " ( ( Null ) ) "})
    void nullIsNoDefault(String sql) {
        assertThat(rules.canonicalDefault(ColumnType.text(), Optional.of(new Expression(sql))))
                .isEmpty();
        assertThat(rules.canonicalDefault(ColumnType.text(), Optional.empty())).isEmpty();
    }

    @Test
    void constants_areTheSameForEveryRow() {
        assertThat(Stream.of(
                        new Bool(true),
                        new Text(""),
                        new Numeric(BigDecimal.ONE),
                        new Expression("-1"),
                        new Expression("('x')"),
                        new Expression("x'00'"),
                        new Expression("TRUE"),
                        new Expression("NULL")))
                .allMatch(rules::isConstant);
        assertThat(Stream.of(
                        new Now(),
                        new Expression("CURRENT_TIMESTAMP"),
                        new Expression("1 + 1"),
                        new Expression("lower('x')"),
                        new Expression("1e999999999")))
                .noneMatch(rules::isConstant);
    }

    @Test
    void description_isWhatAUserReadsInSql() {
        assertThat(rules.describe(new Text("it's"))).isEqualTo("'it''s'");
        assertThat(rules.describe(new Bool(false))).isEqualTo("0");
        assertThat(rules.describe(new Numeric(new BigDecimal("0.5")))).isEqualTo("0.5");
        assertThat(rules.describe(new Expression(" lower('X') "))).isEqualTo("lower('X')");
        assertThat(rules.describe(new Now())).isEqualTo("the current time");
    }
}
