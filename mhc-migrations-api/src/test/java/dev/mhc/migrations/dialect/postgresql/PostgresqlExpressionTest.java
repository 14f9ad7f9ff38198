package dev.mhc.migrations.dialect.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresqlExpressionTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "lower(email) | lower((email)::text)",
                "status = 'open' | ((status)::text = 'open'::text)",
                "a > 0 AND b < 5 | ((a > 0) AND (b < 5))",
                "a > 0 and (b < 5 or c) | ((a > 0) AND ((b < 5) OR c))",
                "a or b and c | (a OR (b AND c))",
                "status IN ('a', 'b') | ((status)::text = ANY ((ARRAY['a'::character varying, 'b'::character varying])::text[]))",
                "n not in (1, 2) | (n <> ALL (ARRAY[1, 2]))",
                "name LIKE 'A%' | ((name)::text ~~ 'A%'::text)",
                "a != 1 | (a <> 1)",
                "lower(name) = 'x' | (lower((name)::text) = 'x'::text)",
                "deleted_at IS NULL | (deleted_at IS NULL)",
                "\"plain\" is not null | (plain IS NOT NULL)",
                "lower(a) | pg_catalog.lower(a)",
                "a > -1 AND b < -0.5 | ((a > '-1'::integer) AND (b < '-0.5'::numeric))",
                "x = '1 day'::interval day to second(3) | x = '1 day'::interval day to second(3)",
                "at > '2025-01-01' | (at > '2025-01-01 '::timestamp(3) without time zone)"
            })
    void whatTheServerAdds_isNoDifference(String written, String returned) {
        assertThat(PostgresqlExpression.canonical(written))
                .isEqualTo(PostgresqlExpression.canonical(returned.replace("01 '", "01'")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a = 'X' | a = 'x'",
                "(a or b) and c | a or b and c",
                "a and (b or c) | a and b or c",
                "not (a and b) | not a and b",
                "(a + b) * c | a + b * c",
                "lower(a) | upper(a)",
                "\"A\" = 1 | a = 1",
                "a in (1) | a not in (1)",
                "f(a, b) | f(a) + b",
                "(a, b) = (1, 2) | a = 1"
            })
    void differentMeanings_differ(String one, String other) {
        assertThat(PostgresqlExpression.canonical(one)).isNotEqualTo(PostgresqlExpression.canonical(other));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a > -1",
                "lower(a) <> ''",
                "a IN (1, 2)",
                "a NOT LIKE 'x'",
                "a IS NOT NULL OR b = 2",
                "a = '(a + b) between'"
            })
    void whatTheServerLeavesAlone_isUnderstood(String sql) {
        assertThat(PostgresqlExpression.isUnderstood(sql)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a BETWEEN 1 AND 2",
                "a - 1 > 0",
                "a + b * c > 0",
                "a IN (1)",
                "NOT a = b",
                "CAST(a AS integer) = 1",
                "CASE WHEN a THEN 1 END = 1"
            })
    void whatTheServerWritesAnew_isNot(String sql) {
        assertThat(PostgresqlExpression.isUnderstood(sql)).isFalse();
    }
}
