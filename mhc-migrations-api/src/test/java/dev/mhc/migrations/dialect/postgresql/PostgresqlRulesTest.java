package dev.mhc.migrations.dialect.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.mhc.migrations.error.ErrorCode;
import dev.mhc.migrations.error.MigrationException;
import dev.mhc.migrations.schema.ColumnType;
import dev.mhc.migrations.schema.DefaultValue;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostgresqlRulesTest {

    private final PostgresqlRules rules = new PostgresqlRules();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "varchar(255) | character varying(255)",
                "VARCHAR | text",
                "int4 | integer",
                "INT | int4",
                "int8 | bigint",
                "numeric(10,2) | DECIMAL(10, 2)",
                "numeric(5) | numeric(5, 0)",
                "float8 | double precision",
                "float(10) | real",
                "timestamp | timestamp without time zone",
                "timestamp(3) | timestamp(3) without time zone",
                "timestamptz | timestamp with time zone",
                "char | character(1)",
                "bool | boolean",
                "timestamp(9) | timestamp",
                "timestamp(3) with time zone | timestamptz(3)",
                "varchar(20)[] | character varying(20)[]",
                "my  Type | my type"
            })
    void spellingsOfOneType_areEqual(String one, String other) {
        assertThat(rules.canonicalType(ColumnType.declared(one)))
                .isEqualTo(rules.canonicalType(ColumnType.declared(other)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "varchar(255) | varchar(254)",
                "varchar(255) | text",
                "integer | bigint",
                "numeric(10,2) | numeric(10,3)",
                "timestamp | timestamptz",
                "timestamp(3) | timestamp",
                "json | jsonb",
                "real | double precision"
            })
    void differentTypes_differ(String one, String other) {
        assertThat(rules.canonicalType(ColumnType.declared(one)))
                .isNotEqualTo(rules.canonicalType(ColumnType.declared(other)));
    }

    @Test
    void types_areEqualToTheirSpelling() {
        assertThat(rules.canonicalType(ColumnType.varchar(20)))
                .isEqualTo(rules.canonicalType(ColumnType.declared("character varying(20)")));
        assertThat(rules.canonicalType(ColumnType.json())).isEqualTo("jsonb");
        assertThat(rules.canonicalType(ColumnType.timestampTz()))
                .isEqualTo(rules.canonicalType(ColumnType.declared("timestamp with time zone")));
    }

    @Test
    void largeObjects_areReferences() {
        assertThat(rules.canonicalType(ColumnType.clob())).isEqualTo("oid");
        assertThat(rules.canonicalType(ColumnType.blob())).isEqualTo(rules.canonicalType(ColumnType.declared("oid")));
    }

    /** The server does so with a notice; the source is its NAMEDATALEN of 64. */
    @Test
    void names_endAfter63Bytes() {
        String ascii = "N".repeat(70);
        assertThat(rules.canonicalName(ascii)).isEqualTo("n".repeat(63)).isEqualTo(rules.canonicalName("n".repeat(63)));
        assertThat(rules.canonicalName("ä".repeat(40)))
                .as("63 bytes would cut the 32nd character")
                .isEqualTo("ä".repeat(31));
    }

    @Test
    void defaultOfATypeAsItIsWritten_isReadByWhatItMeans() {
        assertThat(canonical(ColumnType.declared("integer"), "5")).isEqualTo(canonical(ColumnType.integer(), "5"));
    }

    private Optional<String> canonical(ColumnType type, String sql) {
        return rules.canonicalDefault(type, Optional.of(new DefaultValue.Expression(sql)));
    }

    private Optional<String> canonical(ColumnType type, DefaultValue value) {
        return rules.canonicalDefault(type, Optional.of(value));
    }

    @Test
    void castsAndParentheses_areNoDifference() {
        assertThat(canonical(ColumnType.varchar(9), "'te(x''t'::character varying(9)"))
                .isEqualTo(canonical(ColumnType.varchar(9), new DefaultValue.Text("te(x't")));
        assertThat(canonical(ColumnType.integer(), "('-1'::integer)"))
                .isEqualTo(canonical(ColumnType.integer(), new DefaultValue.Numeric(BigDecimal.ONE.negate())));
        assertThat(canonical(ColumnType.doublePrecision(), "0.50::double precision"))
                .isEqualTo(canonical(ColumnType.doublePrecision(), new DefaultValue.Numeric(new BigDecimal("0.5"))));
        assertThat(canonical(ColumnType.bool(), "'t'"))
                .isEqualTo(canonical(ColumnType.bool(), new DefaultValue.Bool(true)));
        assertThat(canonical(ColumnType.timestamp(), "(now() AT TIME ZONE 'UTC'::text)"))
                .isEqualTo(canonical(ColumnType.timestamp(), new DefaultValue.Now()));
        assertThat(canonical(ColumnType.text(), "NULL::character varying")).isEmpty();
        assertThat(rules.canonicalDefault(ColumnType.text(), Optional.empty())).isEmpty();
        assertThat(canonical(ColumnType.text(), "lower('A') || upper('b')"))
                .isNotEqualTo(canonical(ColumnType.text(), "lower('A')"));
    }

    @Test
    void pointsInTime_areEqualInAnyZone() {
        assertThat(canonical(ColumnType.timestampTz(), "'2025-06-07 09:30:33.4+09'::timestamp with time zone"))
                .isEqualTo(canonical(ColumnType.timestampTz(), new DefaultValue.Text("2025-06-07T00:30:33.400")))
                .isNotEqualTo(canonical(ColumnType.timestampTz(), new DefaultValue.Text("2025-06-07T09:30:33.4")));
        assertThat(canonical(ColumnType.timestamp(), "'2025-06-07 00:00:00'::timestamp without time zone"))
                .isEqualTo(canonical(ColumnType.timestamp(), new DefaultValue.Text("2025-06-07")));
        assertThat(canonical(ColumnType.date(), "'infinity'::date"))
                .isNotEqualTo(canonical(ColumnType.date(), "'2025-06-07'::date"));
    }

    @Test
    void onlyConstants_areConstant() {
        assertThat(rules.isConstant(new DefaultValue.Expression("'2025-06-07'::timestamp")))
                .isTrue();
        assertThat(rules.isConstant(new DefaultValue.Expression("1"))).isTrue();
        assertThat(rules.isConstant(new DefaultValue.Expression("CURRENT_TIMESTAMP")))
                .isFalse();
        assertThat(rules.isConstant(new DefaultValue.Expression("gen_random_uuid()")))
                .isFalse();
        assertThat(rules.isConstant(new DefaultValue.Now())).isFalse();
    }

    @Test
    void oldServer_isRefused() {
        assertThat(PostgresqlDialect.of("14.20 (Debian 14.20-1)").name()).isEqualTo("PostgreSQL");
        assertThatExceptionOfType(MigrationException.class)
                .isThrownBy(() -> PostgresqlDialect.of("13.9"))
                .extracting(MigrationException::code)
                .isEqualTo(ErrorCode.UNSUPPORTED_DATABASE);
    }

    @Test
    void failures_haveAdvice() {
        PostgresqlDialect dialect = PostgresqlDialect.of("17.11");
        assertThat(dialect.isMissingTable(new SQLException("x", "42P01"))).isTrue();
        assertThat(dialect.isMissingTable(new SQLException("x", "42703"))).isFalse();
        assertThat(dialect.adviceFor(new SQLException("x", "42804")))
                .hasValueSatisfying(it -> assertThat(it).contains("using("));
        assertThat(dialect.adviceFor(new SQLException("x"))).isEmpty();
    }
}
