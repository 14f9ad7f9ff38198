package dev.mhc.migrations.dialect.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.mhc.migrations.dialect.sqlite.TableText.CheckClause;
import dev.mhc.migrations.dialect.sqlite.TableText.ComputedClause;
import dev.mhc.migrations.dialect.sqlite.TableText.ForeignKeyClause;
import dev.mhc.migrations.dialect.sqlite.TableText.UniqueClause;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class TableTextTest {

    private static final String TEXT = "CREATE TABLE t (a INT CONSTRAINT pos CHECK (a > 0) CONSTRAINT nn NOT NULL"
            + " REFERENCES p (id) ON DELETE CASCADE, b TEXT DEFAULT (')') COLLATE NOCASE UNIQUE, c AS (a || ','),"
            + " CONSTRAINT pk PRIMARY KEY (a, b), FOREIGN KEY (a, b) REFERENCES q DEFERRABLE INITIALLY DEFERRED"
            + " CONSTRAINT u UNIQUE (b COLLATE BINARY DESC, a) ON CONFLICT IGNORE, CHECK (a <> b)) STRICT";

    @Test
    void constraintsOfColumnsAndOfTheTable_areToldApart() {
        assertThat(TableText.read(TEXT))
                .isEqualTo(new TableText(
                        List.of(
                                new ForeignKeyClause(Optional.empty(), Optional.of("a"), List.of("a"), false, false),
                                new ForeignKeyClause(
                                        Optional.empty(), Optional.empty(), List.of("a", "b"), true, false)),
                        List.of(
                                new UniqueClause(Optional.empty(), List.of("b")),
                                new UniqueClause(Optional.of("u"), List.of("b", "a"))),
                        List.of(
                                new CheckClause(Optional.of("pos"), Optional.of("a"), "a > 0"),
                                new CheckClause(Optional.empty(), Optional.empty(), "a <> b")),
                        List.of(new ComputedClause("c", "a || ','")),
                        Optional.of("pk")));
    }

    @Test
    void textCutAnywhere_isReadWithoutFailing() {
        for (int end = 0; end <= TEXT.length(); end++) {
            String cut = TEXT.substring(0, end);
            assertThatCode(() -> TableText.read(cut)).as(cut).doesNotThrowAnyException();
            String rest = TEXT.substring(end);
            assertThatCode(() -> TableText.read(rest)).as(rest).doesNotThrowAnyException();
            assertThatCode(() -> IndexText.read(rest)).as(rest).doesNotThrowAnyException();
        }
    }

    @Test
    void renamedColumn_isRenamedInExpressionsButNotInTexts() {
        assertThat(Expressions.rename("a + \"A\" <> 'a' AND ab > [a]", "a", "x y"))
                .isEqualTo("\"x y\" + \"x y\" <> 'a' AND ab > \"x y\"");
        assertThat(Expressions.mention("ab > 'a'", "a")).isFalse();
        assertThat(Expressions.mention("length(`A`)", "a")).isTrue();
    }
}
