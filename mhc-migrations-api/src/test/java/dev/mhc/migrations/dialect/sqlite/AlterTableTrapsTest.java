package dev.mhc.migrations.dialect.sqlite;

import static dev.mhc.migrations.schema.ColumnType.declared;
import static dev.mhc.migrations.schema.ColumnType.integer;
import static dev.mhc.migrations.schema.ColumnType.text;
import static dev.mhc.migrations.schema.ColumnType.timestamp;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mhc.migrations.operation.AlterTableEditor;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Changes that look harmless, and would lose or break something without a word. */
class AlterTableTrapsTest {

    @TempDir
    Path folder;

    private Database database;

    @BeforeEach
    void open() throws SQLException {
        database = Database.open(folder.resolve("traps.db")).execute("PRAGMA foreign_keys = ON");
    }

    @AfterEach
    void close() throws SQLException {
        database.close();
    }

    private List<String> alter(String table, Consumer<AlterTableEditor> changes) throws SQLException {
        return database.migrate(schema -> schema.alterTable(table, changes));
    }

    private String sql(String name) throws SQLException {
        return database.value("SELECT sql FROM sqlite_schema WHERE name = '" + name + "'");
    }

    @Test
    void constraintThatSharesItsName_isTheOneThatIsDropped() throws SQLException {
        database.execute(
                "CREATE TABLE t (a INT CONSTRAINT c NOT NULL, b INT, CONSTRAINT c CHECK (b > 0))",
                "INSERT INTO t VALUES (1, 1)");
        alter("t", t -> t.dropCheck("c"));
        assertThat(sql("t")).isEqualTo("CREATE TABLE t (a INT CONSTRAINT c NOT NULL, b INT)");
    }

    @Test
    void functionsAndOtherTables_areNotTakenForColumns() throws SQLException {
        database.execute(
                "CREATE TABLE t (id INTEGER PRIMARY KEY, name TEXT CHECK (length(name) > 3), length INT)",
                "INSERT INTO t VALUES (1, 'Anna', 4)",
                "CREATE INDEX i ON t (length(name))",
                "CREATE TABLE teams (id INTEGER PRIMARY KEY, label TEXT, name TEXT)",
                "INSERT INTO teams VALUES (1, 'right', 'wrong')");
        alter("t", t -> t.dropColumn("length"));
        assertThat(sql("t")).contains("CHECK (length(name) > 3)");

        database.execute("ALTER TABLE t ADD COLUMN label TEXT");
        assertThatThrownBy(() -> alter("t", t -> {
                    t.alterColumn("label").notNull().fillNulls("(SELECT x.label FROM teams x WHERE x.id = t.id)");
                    t.renameColumn("label", "title");
                }))
                .hasMessageContaining("an alterTable of its own");
        alter("t", t -> t.alterColumn("label").notNull().fillNulls("(SELECT x.label FROM teams x WHERE x.id = t.id)"));
        assertThat(database.value("SELECT label FROM t")).isEqualTo("right");
    }

    @Test
    void gapsAreFilledFromTheRowsAsTheyWere_andFromColumnsThatAreAdded() throws SQLException {
        database.execute("CREATE TABLE t (a TEXT, b TEXT)", "INSERT INTO t VALUES (NULL, NULL)");
        alter("t", t -> {
            t.alterColumn("a").notNull().fillNulls("'filled'");
            t.alterColumn("b").notNull().fillNulls("coalesce(a, 'none')");
        });
        assertThat(database.rows("SELECT * FROM t")).containsExactly("filled|none");
        database.execute("CREATE TABLE u (a TEXT)", "INSERT INTO u VALUES (NULL)");
        alter("u", t -> {
            t.addColumn("n", integer()).notNull().defaultValue(7);
            t.alterColumn("a").notNull().fillNulls("'x' || n");
            t.addUnique("a");
        });
        assertThat(database.rows("SELECT * FROM u")).containsExactly("x7|7");
    }

    @Test
    void conversionThatTakesValuesAway_isWarnedOf_orRefusedWhereNullIs() throws SQLException {
        database.execute(
                "CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT, b TEXT NOT NULL)",
                "INSERT INTO t VALUES (1, 'last summer', 'x'), (2, '2025-05-01', 'y')");
        List<String> notes =
                alter("t", t -> t.alterColumn("a").type(timestamp()).using("strftime('%Y-%m-%d %H:%M:%f', a)"));
        assertThat(notes).contains("warning: the conversion of t.a makes NULL of 1 values, the first in: id 1");
        assertThatThrownBy(
                        () -> alter("t", t -> t.alterColumn("b").type(integer()).using("nullif(b, 'x')")))
                .isInstanceOf(Database.Refused.class);
    }

    @Test
    void windowInAConversion_isRefused_forRowsAreCopiedInRanges() throws SQLException {
        database.execute("CREATE TABLE t (id INTEGER PRIMARY KEY, n TEXT)");
        assertThatThrownBy(() -> alter(
                        "t", t -> t.alterColumn("n").type(declared("X")).using("row_number() OVER (ORDER BY id)")))
                .hasMessageContaining("OVER");
    }

    @Test
    void blanksAroundANumber_areNoText() throws SQLException {
        database.execute(
                "CREATE TABLE t (id INTEGER PRIMARY KEY, n TEXT)",
                "INSERT INTO t VALUES (1, char(9) || '0012'), (2, 'x'), (3, '12' || char(10))");
        assertThatThrownBy(() -> alter("t", t -> t.alterColumn("n").type(declared("NUMERIC"))))
                .isInstanceOfSatisfying(
                        Database.Refused.class, e -> assertThat(e.rows).containsExactly("2|id 1", "2|id 3"));
    }

    @Test
    void triggerThatAnInPlaceChangeBreaks_isNamed() throws SQLException {
        database.execute(
                "CREATE TABLE audit (uid INT, note TEXT)",
                "CREATE TABLE u (id INTEGER PRIMARY KEY, x INT)",
                "INSERT INTO u VALUES (1, 1)",
                "CREATE TRIGGER tr AFTER INSERT ON u BEGIN INSERT INTO audit VALUES (new.id, 'in'); END",
                "CREATE TRIGGER ux AFTER UPDATE OF x ON u BEGIN SELECT 1; END");
        assertThatThrownBy(() -> alter("audit", t -> t.addColumn("more", text())))
                .hasMessageContaining("[DependentObject]")
                .hasMessageContaining("trigger tr");
        assertThatThrownBy(() -> alter("u", t -> t.dropColumn("x"))).hasMessageContaining("trigger ux");
        database.execute("INSERT INTO u VALUES (2, 2)");
        assertThat(database.value("SELECT count(*) FROM audit")).isEqualTo("1");
    }

    @Test
    void keyThatOthersReference_isNotDroppedWithItsIndex() throws SQLException {
        database.execute(
                "CREATE TABLE p (id INTEGER PRIMARY KEY, code TEXT)",
                "CREATE UNIQUE INDEX p_code ON p (code)",
                "CREATE TABLE c (code TEXT REFERENCES p (code))",
                "INSERT INTO p VALUES (1, 'a')",
                "INSERT INTO c VALUES ('a')");
        assertThatThrownBy(() -> database.migrate(schema -> schema.dropIndex("p_code")))
                .hasMessageContaining("[ReferencedKeyLost]")
                .hasMessageContaining("c references");
        assertThat(sql("p_code")).isNotEmpty();
    }

    @Test
    void newComputedColumns_mayBeUniqueAndChecked() throws SQLException {
        database.execute("CREATE TABLE t (id INTEGER PRIMARY KEY, n INT)", "INSERT INTO t VALUES (1, 1), (2, 2)");
        alter("t", t -> {
            t.addColumn("g", integer()).computedAs("n * 2");
            t.addUnique("g");
            t.addCheck("even", "g % 2 = 0");
        });
        assertThat(database.rows("SELECT g FROM t ORDER BY id")).containsExactly("2", "4");
        alter("t", t -> {
            t.addCheck("small", "g < 100");
            t.alterColumn("n").defaultValue(1);
        });
        assertThatThrownBy(() -> alter("t", t -> {
                    t.addCheck("tiny", "g < 3");
                    t.alterColumn("n").defaultValue(2);
                }))
                .isInstanceOf(Database.Refused.class);
    }

    @Test
    void columnThatReplacesAnother_takesItsName() throws SQLException {
        database.execute("CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT)", "INSERT INTO t VALUES (1, '5')");
        alter("t", t -> {
            t.addColumn("a2", integer());
            t.dropColumn("a");
            t.renameColumn("a2", "a");
        });
        assertThat(database.rows("SELECT name, type FROM pragma_table_info('t')"))
                .containsExactly("id|INTEGER", "a|INTEGER");
    }

    @Test
    void aColumnThatTakesTheNameOfADroppedOne_canBeDroppedToo() throws SQLException {
        database.execute(
                "CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT, b TEXT, c TEXT)",
                "INSERT INTO t VALUES (1, 'a', 'b', 'c')");

        alter("t", t -> {
            t.dropColumn("a");
            t.renameColumn("b", "a");
            t.dropColumn("a");
        });

        assertThat(database.rows("SELECT * FROM t")).containsExactly("1|c");
    }

    @Test
    void rowsThatWouldBreakACheckAfterAConversion_areNamed() throws SQLException {
        database.execute(
                "CREATE TABLE t (id INTEGER PRIMARY KEY, n TEXT CHECK (length(n) < 3))",
                "INSERT INTO t VALUES (1, '5')");
        assertThatThrownBy(
                        () -> alter("t", t -> t.alterColumn("n").type(integer()).using("CAST(n AS INTEGER) * 100")))
                .isInstanceOfSatisfying(
                        Database.Refused.class, e -> assertThat(e.rows).containsExactly("1|id 1"));
    }

    @Test
    void whatALaterChangeTakesBack_isDemandedOfNoRow() throws SQLException {
        database.execute(
                "CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT, b INT)",
                "INSERT INTO t VALUES (1, NULL, 1), (2, 'x', 1)");
        alter("t", t -> {
            t.alterColumn("a").notNull().defaultValue("y");
            t.addUnique("b");
            t.addCheck("big", "b > 5");
            t.alterColumn("a").nullable();
            t.dropUnique("b");
            t.dropCheck("big");
        });
        assertThat(sql("t")).isEqualTo("CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT DEFAULT 'y', b INT)");
    }
}
