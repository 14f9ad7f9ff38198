package dev.mhc.migrations.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mhc.migrations.dialect.postgresql.PostgresqlDialect;
import dev.mhc.migrations.dialect.sqlite.SqliteDialect;
import dev.mhc.migrations.schema.SchemaRules;
import java.util.Optional;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TablePatternTest {

    private static final SchemaRules SQLITE = SqliteDialect.of("3.54.1").rules();
    private static final SchemaRules POSTGRESQL = PostgresqlDialect.of("17").rules();

    private static boolean matches(String pattern, String table) {
        return new TablePattern(pattern, SQLITE).matches(table, Optional.empty());
    }

    @ParameterizedTest
    @CsvSource({
        "users, users, true",
        "users, user, false",
        "users, users2, false",
        "USERS, users, true",
        "legacy_*, legacy_a, true",
        "legacy_*, legacy_, true",
        "legacy_*, legacy, false",
        "*_log, audit_log, true",
        "*_log, audit_log2, false",
        "a*b*c, aXbXbXc, true",
        "a*b*c, aXcXb, false",
        "**, anything, true",
        "t_?, t_1, true",
        "t_?, t_, false",
        "t_?, t_12, false",
        "t_?, t_😀, true",
        "?*, '', false",
        "*, '', true",
        "'a.c', abc, false",
        "'a.c', a.c, true",
        "'[ab]', a, false",
        "'^a$', a, false",
        "'a+', aa, false",
        "'\\E*', '\\Ex', true",
        "t?t, t*t, true",
        "größe, GRößE, true",
        "größe, GRÖßE, false"
    })
    void starIsAnyCharacters_questionMarkIsOne_theRestIsItself(String pattern, String table, boolean expected) {
        assertThat(matches(pattern, table)).isEqualTo(expected);
    }

    @Test
    void postgresql_takesThePartBeforeTheDotForTheSchema() {
        Optional<String> schema = Optional.of("shop");
        assertThat(new TablePattern("shop.*", POSTGRESQL).matches("orders", schema))
                .isTrue();
        assertThat(new TablePattern("SHOP.ORDERS", POSTGRESQL).matches("orders", schema))
                .isTrue();
        assertThat(new TablePattern("*.orders", POSTGRESQL).matches("orders", schema))
                .isTrue();
        assertThat(new TablePattern("other.*", POSTGRESQL).matches("orders", schema))
                .isFalse();
        assertThat(new TablePattern("s*", POSTGRESQL).matches("orders", schema)).isFalse();
        assertThat(new TablePattern("shop.a.b", POSTGRESQL).matches("a.b", schema))
                .isTrue();
        assertThat(new TablePattern("a.b", POSTGRESQL).matches("a.b", schema)).isTrue();
    }

    @Test
    void manyStars_takeNoTime() {
        assertThat(matches("a*".repeat(200) + "b", "a".repeat(5000))).isFalse();
    }

    @Property
    boolean globAndRegularExpression_agree(
            @ForAll @Chars({'a', 'b', '*', '?', '.'}) @StringLength(max = 8) String pattern,
            @ForAll @Chars({'a', 'b', '.'}) @StringLength(max = 8) String table) {
        StringBuilder regex = new StringBuilder();
        pattern.chars()
                .mapToObj(Character::toString)
                .forEach(c -> regex.append(c.equals("*") ? ".*" : c.equals("?") ? "." : Pattern.quote(c)));
        return matches(pattern, table) == table.matches(regex.toString());
    }
}
