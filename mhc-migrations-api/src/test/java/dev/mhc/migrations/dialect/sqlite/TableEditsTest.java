package dev.mhc.migrations.dialect.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an edit is about changes, and not one character more. */
class TableEditsTest {

    private static final String COMMENTED = """
            CREATE TABLE [people]   ( -- all of them
              id  integer PRIMARY KEY autoincrement, -- the key
              "first name" VARCHAR(50)DEFAULT('a)')not null, -- (what, friends say)
              `check` int /* odd */ CHECK (`check` > 0),
              age INT NULL -- at first
            ) -- end""";

    private static String edited(String sql, Consumer<TableEdits> edit) {
        TableEdits edits = new TableEdits(sql);
        edit.accept(edits);
        return edits.parts().sql();
    }

    @Test
    void columnAddedAtTheEnd_leavesTheLastComment_withItsColumn() {
        assertThat(edited(COMMENTED, edits -> edits.addColumn("\"x\" TEXT")))
                .isEqualTo(
                        COMMENTED.replace("age INT NULL -- at first\n", "age INT NULL, -- at first\n  \"x\" TEXT\n"));
    }

    @Test
    void columnDropped_takesItsTextAndOneComma() {
        assertThat(edited(COMMENTED, edits -> edits.dropColumn("AGE")))
                .isEqualTo(COMMENTED.replace("`check` > 0),\n  age INT NULL", "`check` > 0)\n"));
        assertThat(edited(COMMENTED, edits -> edits.dropColumn("id")))
                .isEqualTo(COMMENTED.replace("  id  integer PRIMARY KEY autoincrement,", ""));
    }

    @Test
    void clausesThatTouchTheirNeighbours_areTakenOutCleanly() {
        assertThat(edited(COMMENTED, edits -> edits.dropNotNull("first name")))
                .isEqualTo(COMMENTED.replace("('a)')not null", "('a)')"));
        assertThat(edited(COMMENTED, edits -> edits.setDefault("first name", Optional.empty())))
                .isEqualTo(COMMENTED.replace("DEFAULT('a)')not null", " not null"));
        assertThat(edited(COMMENTED, edits -> edits.setDefault("first name", Optional.of("'b'"))))
                .isEqualTo(COMMENTED.replace("DEFAULT('a)')not null", " not null DEFAULT 'b'"));
    }

    @Test
    void nullability_replacesAnExplicitNull() {
        assertThat(edited(COMMENTED, edits -> edits.setNotNull("age")))
                .isEqualTo(COMMENTED.replace("age INT NULL -- at", "age INT NOT NULL -- at"));
    }

    @Test
    void type_isReplacedWhole_orWrittenWhereThereIsNone() {
        assertThat(edited(COMMENTED, edits -> edits.setType("first name", "TEXT")))
                .isEqualTo(COMMENTED.replace("VARCHAR(50)", "TEXT"));
        assertThat(edited("CREATE TABLE t(a,b)", edits -> edits.setType("a", "INTEGER")))
                .isEqualTo("CREATE TABLE t(a INTEGER,b)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CREATE TABLE t(a, b, UNIQUE (a))|UNIQUE|CREATE TABLE t(a, b)",
                "CREATE TABLE t(a, b, UNIQUE (a) CHECK (a > b))|UNIQUE|CREATE TABLE t(a, b, CHECK (a > b))",
                "CREATE TABLE t(a, b, UNIQUE (a) CHECK (a > b))|CHECK|CREATE TABLE t(a, b, UNIQUE (a))",
                "CREATE TABLE t(a CONSTRAINT u UNIQUE ON CONFLICT REPLACE NOT NULL, b)|UNIQUE"
                        + "|CREATE TABLE t(a NOT NULL, b)",
                "CREATE TABLE t(a REFERENCES p (x) ON DELETE SET NULL MATCH FULL NOT DEFERRABLE INITIALLY IMMEDIATE"
                        + " CHECK (a > 1))|FOREIGN_KEY|CREATE TABLE t(a CHECK (a > 1))",
                "CREATE TABLE t(a, CONSTRAINT f FOREIGN KEY (a) REFERENCES p DEFERRABLE INITIALLY DEFERRED,"
                        + " CHECK (a))|FOREIGN_KEY|CREATE TABLE t(a, CHECK (a))",
                "CREATE TABLE t(a INTEGER PRIMARY KEY ASC ON CONFLICT FAIL AUTOINCREMENT, b)|PRIMARY_KEY"
                        + "|CREATE TABLE t(a INTEGER, b)",
                "CREATE TABLE t(a, b, PRIMARY KEY (a COLLATE nocase DESC) ON CONFLICT ABORT)|PRIMARY_KEY"
                        + "|CREATE TABLE t(a, b)",
                "CREATE TABLE t(a DEFAULT -1, b)|DEFAULT|CREATE TABLE t(a, b)"
            })
    void constraint_isTakenOutWithItsNameAndItsConflictClause(String sql, TableParts.Kind kind, String expected) {
        assertThat(edited(sql, edits -> edits.remove(edits.parts().all(kind).get(0))))
                .isEqualTo(expected);
    }

    @Test
    void constraintAdded_standsBehindAllOthers() {
        assertThat(edited("CREATE TABLE t(a, b)", edits -> edits.addConstraint("CHECK (a > b)")))
                .isEqualTo("CREATE TABLE t(a, b, CHECK (a > b))");
        assertThat(edited("CREATE TABLE t(a, b, UNIQUE (a))", edits -> edits.addColumn("c")))
                .isEqualTo("CREATE TABLE t(a, b, c, UNIQUE (a))");
        assertThat(edited(
                        "CREATE TABLE t(\n  a, -- x\n  UNIQUE (a) -- y\n)WITHOUT ROWID", edits -> edits.addColumn("c")))
                .isEqualTo("CREATE TABLE t(\n  a, -- x\n  c,\n  UNIQUE (a) -- y\n)WITHOUT ROWID");
    }

    @Test
    void rowidUnderAnotherName_isKnownAsSqliteKnowsIt() {
        assertThat(TableParts.read("CREATE TABLE t(a INTEGER PRIMARY KEY)").rowidAlias())
                .contains("a");
        assertThat(TableParts.read("CREATE TABLE t(a integer, PRIMARY KEY(A DESC))")
                        .rowidAlias())
                .contains("a");
        assertThat(TableParts.read("CREATE TABLE t(a INTEGER PRIMARY KEY DESC)").rowidAlias())
                .isEmpty();
        assertThat(TableParts.read("CREATE TABLE t(a INT PRIMARY KEY)").rowidAlias())
                .isEmpty();
        assertThat(TableParts.read("CREATE TABLE t(a INTEGER PRIMARY KEY) WITHOUT ROWID")
                        .rowidAlias())
                .isEmpty();
    }
}
