package dev.mhc.migrations.schema;

import static dev.mhc.migrations.schema.ColumnType.bigint;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Checks that entities declare are asked for; what the database has beside them is its own. */
class CheckDiffTest {

    private static Table table(String column, String... checks) {
        Table.Builder table =
                Table.named("t").column(Column.of(column, bigint())).column(Column.of("other", bigint()));
        for (String check : checks) {
            table.check(new Check(Optional.empty(), check));
        }
        return table.build();
    }

    private static List<String> compare(Table expected, Table found) {
        return SchemaDiff.compare(new Schema(List.of(expected)), new Schema(List.of(found)), new PlainRules()).stream()
                .map(it -> it.severity() + " " + it.place() + ": " + it.expected() + " / " + it.found())
                .toList();
    }

    @Test
    void otherBlanksAndCase_areNoDifference() {
        assertThat(compare(table("a", "a  > 0"), table("a", "A > 0"))).isEmpty();
    }

    @Test
    void checkThatNobodyDeclares_isNoDifference() {
        assertThat(compare(table("a"), table("a", "a > 0"))).isEmpty();
    }

    @Test
    void missingCheck_isAWarning() {
        assertThat(compare(table("a", "a > 0"), table("a")))
                .containsExactly("WARNING t.check: check (a > 0) / nothing");
        assertThat(compare(table("a", "a > 0"), table("a", "other > 0")))
                .as("one of another column is another check")
                .hasSize(1);
    }

    @Test
    void checkOfTheSameColumnsThatIsNotUnderstood_mayBeTheSame() {
        assertThat(compare(table("a", "a > 0"), table("a", "0 < a"))).isEmpty();
    }

    @Test
    void checkOfARenamedColumn_isToldWithTheColumn() {
        assertThat(compare(table("a", "a > 0"), table("b", "b > 0")))
                .containsExactly("ERROR t.a: column a / column b (renamed?)");
    }

    @Test
    void twoEqualChecks_needTwo() {
        assertThat(compare(table("a", "a > 0", "other > 0"), table("a", "a > 0")))
                .hasSize(1);
    }
}
