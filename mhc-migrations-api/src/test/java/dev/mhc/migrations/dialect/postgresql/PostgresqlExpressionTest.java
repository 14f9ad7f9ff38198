package dev.mhc.migrations.dialect.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
}
