package dev.mhc.migrations.dialect.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mhc.migrations.dialect.Step;
import dev.mhc.migrations.dialect.sqlite.NewShape.CopiedColumn;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a rebuild keeps, on the driver's SQLite. */
class SqliteRebuildTest {

    private static final String SCHEMA =
            "SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite_stat%' ORDER BY type, name";

    @TempDir
    Path folder;

    private Database database;
    private Rebuilds rebuilds;

    Database open(Path file) throws Exception {
        return Database.open(file);
    }

    @BeforeEach
    void open() throws Exception {
        database = open(folder.resolve("rebuild.db"));
        rebuilds = new Rebuilds(database);
    }

    @AfterEach
    void close() throws SQLException {
        database.close();
    }

    private List<String> schema() throws SQLException {
        return database.rows(SCHEMA);
    }

    /** Every value with its storage class. */
    private List<String> values(String table) throws SQLException {
        List<String> columns = database.rows("SELECT name FROM pragma_table_xinfo('" + table.replace("'", "''") + "')");
        String list = String.join(
                ", ",
                columns.stream()
                        .map(it -> "typeof(\"" + it + "\"), hex(\"" + it + "\")")
                        .toList());
        return database.rows("SELECT " + list + " FROM \"" + table.replace("\"", "\"\"") + "\" ORDER BY 2, 4");
    }

    static Stream<List<String>> tables() {
        return Stream.of(
                List.of(
                        "t",
                        "CREATE TABLE t (id INTEGER PRIMARY KEY AUTOINCREMENT, a INT CHECK (a <> -1) /* kept */,"
                                + " p INT REFERENCES t(id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED, g INT AS (a + 1) STORED,"
                                + " h TEXT AS (a || 'x') VIRTUAL)"),
                List.of("T", "CREATE TABLE T (id INTEGER PRIMARY KEY, a INT CHECK (t.a <> -1), p INT REFERENCES T)"),
                List.of("order", "CREATE TABLE [order] (id INTEGER PRIMARY KEY, a INT, p INT REFERENCES `order`)"),
                List.of(
                        "a \"b",
                        "CREATE TABLE \"a \"\"b\" (id INTEGER PRIMARY KEY, a INT DEFAULT (abs(-3)), p INT REFERENCES"
                                + " \"a \"\"b\" (id), CHECK (a <> 'a \"b'))"),
                List.of(
                        "Käse",
                        "CREATE TABLE `Käse` (id TEXT PRIMARY KEY, a INT UNIQUE ON CONFLICT REPLACE, p INT"
                                + " REFERENCES Käse) WITHOUT ROWID"),
                List.of(
                        "t",
                        "CREATE TABLE t (id INTEGER PRIMARY KEY, a INT NOT NULL ON CONFLICT IGNORE, p INT) STRICT"),
                List.of(
                        "t",
                        "CREATE TABLE t (id TEXT PRIMARY KEY, a INT, p INT, FOREIGN KEY (a, p) REFERENCES u (x, y)"
                                + " MATCH FULL)"),
                List.of("t", "CREATE TABLE t (id BLOB COLLATE NOCASE, a, p, rowid TEXT, oid TEXT, _rowid_ TEXT)"),
                List.of("it's", "CREATE TABLE 'it''s' (id NUMERIC, a REAL, p, rowid TEXT)"));
    }

    @ParameterizedTest
    @MethodSource("tables")
    void rebuiltAsItIs_nothingInTheDatabaseChanges(List<String> named) throws SQLException {
        String table = named.get(0);
        String quoted = "\"" + table.replace("\"", "\"\"") + "\"";
        String bracketed = "[" + table.toUpperCase(Locale.ROOT) + "]";
        if (table.equals("Käse")) {
            bracketed = "[KäSE]";
        }
        database.execute(
                "CREATE TABLE u (x, y, UNIQUE (x, y))",
                named.get(1),
                "CREATE TABLE child (id INTEGER PRIMARY KEY, r REFERENCES " + bracketed
                        + " ON DELETE CASCADE, CHECK (child.id > 0))",
                "CREATE INDEX ti ON " + bracketed + " (a DESC, p COLLATE RTRIM)",
                "CREATE UNIQUE INDEX tj ON " + quoted + " (a, p, id) WHERE " + quoted + ".a > 5",
                "CREATE INDEX tk ON " + quoted + " (a + 1, lower(p)) -- an expression",
                "CREATE VIEW v AS SELECT x.a, " + quoted + ".id FROM " + bracketed + " x, " + quoted,
                "CREATE VIEW w AS SELECT * FROM v",
                "CREATE VIEW i AS SELECT a FROM " + quoted + " INDEXED BY ti WHERE a = 3",
                "CREATE TABLE o (b)",
                "CREATE TRIGGER ot AFTER INSERT ON o BEGIN INSERT INTO " + quoted + " (a) SELECT a FROM " + quoted
                        + " WHERE " + quoted + ".a > 3; END",
                "CREATE TRIGGER vt INSTEAD OF INSERT ON v BEGIN UPDATE " + quoted + " SET a = 1; END",
                "INSERT INTO " + quoted + " (id, a, p) VALUES (1, 1, NULL), (2, 9007199254740993, 1), (7, -4, 2)",
                "INSERT INTO child VALUES (1, 1), (2, 7)",
                "CREATE TRIGGER tt AFTER INSERT ON " + bracketed + " BEGIN DELETE FROM " + quoted
                        + " WHERE a < 99; END",
                "ANALYZE");
        List<String> schema = schema();
        List<String> values = values(table);
        List<String> statistics = database.rows("SELECT * FROM sqlite_stat1 ORDER BY 1, 2, 3");

        rebuilds.rebuild(table);

        assertThat(schema()).isEqualTo(schema);
        assertThat(values(table)).isEqualTo(values).hasSize(3);
        assertThat(database.rows("SELECT * FROM child")).containsExactly("1|1", "2|7");
        assertThat(database.rows("SELECT * FROM sqlite_stat1 ORDER BY 1, 2, 3")).isEqualTo(statistics);
        assertThat(database.rows("PRAGMA integrity_check")).containsExactly("ok");
        assertThat(database.rows("SELECT name FROM temp.sqlite_schema")).isEmpty();
        assertThat(rebuilds.notes).singleElement().asString().contains("3 rows, 3 indexes, 1 trigger");
    }

    @Test
    void rowids_stayEvenWhereNoColumnHasThem() throws SQLException {
        database.execute(
                "CREATE TABLE t (a, oid)",
                "INSERT INTO t (rowid, a) VALUES (5, 'x'), (-3, 'y'), (9223372036854775807, 'z')",
                "INSERT INTO t (rowid, a) VALUES (-9223372036854775808, 'w')");

        rebuilds.rebuild("t");

        assertThat(database.rows("SELECT rowid, a FROM t"))
                .containsExactly("-9223372036854775808|w", "-3|y", "5|x", "9223372036854775807|z");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE TABLE t (k TEXT COLLATE NOCASE, n, PRIMARY KEY (k, n)) WITHOUT ROWID",
                "CREATE TABLE t (k BLOB, n, PRIMARY KEY (k, n)) WITHOUT ROWID",
                "CREATE TABLE t (k BLOB, n, PRIMARY KEY (k DESC, n)) WITHOUT ROWID",
                "CREATE TABLE t (n, k, PRIMARY KEY (k, n)) WITHOUT ROWID"
            })
    void ranges_meetEveryRowOnce(String create) throws SQLException {
        int count = 2 * RowCopy.RANGE + 3;
        database.execute(
                create,
                "WITH RECURSIVE c(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM c WHERE i < " + count + ")"
                        + " INSERT INTO t (k, n) SELECT CASE i % 7 WHEN 0 THEN 'a' || char(0) || i WHEN 1 THEN x'00ff'"
                        + " WHEN 2 THEN i / 3.0 WHEN 3 THEN 9e999 * (1 - i % 2 * 2) WHEN 4 THEN 'ü''€' || i"
                        + " WHEN 5 THEN '12' ELSE 9007199254740993 END, i FROM c");
        List<String> before = values("t");

        rebuilds.rebuild("t");

        assertThat(values("t")).isEqualTo(before).hasSize(count);
    }

    @Test
    void rangesEndingExactlyAtTheLastRow_loseNothing() throws SQLException {
        int count = 2 * RowCopy.RANGE;
        database.execute(
                "CREATE TABLE t (id INTEGER PRIMARY KEY, v)",
                "WITH RECURSIVE c(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM c WHERE i < " + count + ")"
                        + " INSERT INTO t SELECT i * 3, i FROM c");

        rebuilds.rebuild("t");

        assertThat(database.value("SELECT count(*), sum(v) FROM t")).isEqualTo("20000|200010000");
        assertThat(rebuilds.rows).containsExactly(10_000L, 20_000L);
        assertThat(rebuilds.notes).containsExactly("rebuilt t: 20,000 rows, 0 indexes, 0 triggers kept");
    }

    @Test
    void highWaterMark_staysAboveTheRowsAndInAnEmptyTable() throws SQLException {
        database.execute(
                "CREATE TABLE t (id INTEGER PRIMARY KEY AUTOINCREMENT, v)",
                "CREATE TABLE e (id INTEGER PRIMARY KEY AUTOINCREMENT, v)",
                "CREATE TABLE n (id INTEGER PRIMARY KEY AUTOINCREMENT, v)",
                "INSERT INTO t VALUES (1, 1), (50, 2)",
                "DELETE FROM t WHERE id = 50",
                "INSERT INTO e VALUES (7, 1)",
                "DELETE FROM e");

        for (String table : List.of("t", "e", "n")) {
            rebuilds.rebuild(table);
        }

        assertThat(database.rows("SELECT * FROM sqlite_sequence ORDER BY 1")).containsExactly("e|7", "t|50");
        assertThat(rebuilds.notes.get(0)).isEqualTo("rebuilt t: 1 row, 0 indexes, 0 triggers, next id 51 kept");
        database.execute("INSERT INTO e (v) VALUES (1)");
        assertThat(database.value("SELECT id FROM e")).isEqualTo("8");
    }

    @Test
    void entryInSqliteSequence_goesWithAutoincrement() throws SQLException {
        database.execute(
                "CREATE TABLE t (id INTEGER PRIMARY KEY AUTOINCREMENT, v)", "INSERT INTO t VALUES (1, 1), (50, 2)");

        rebuilds.rebuild(
                Rebuilds.shaped(database.table("t"), sql -> sql.replace(" AUTOINCREMENT", ""), columns -> columns));

        assertThat(database.rows("SELECT * FROM sqlite_sequence")).isEmpty();
    }

    @Test
    void conflictClauses_loseNoRow() throws SQLException {
        database.execute("CREATE TABLE t (id INTEGER PRIMARY KEY, v)", "INSERT INTO t VALUES (1, 5), (2, 5)");
        NewShape shape = Rebuilds.shaped(
                database.table("t"), sql -> sql.replace("v)", "v UNIQUE ON CONFLICT IGNORE)"), columns -> columns);

        assertThatThrownBy(() -> rebuilds.rebuild(shape))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("UNIQUE");

        assertThat(database.rows("SELECT * FROM t")).containsExactly("1|5", "2|5");
    }

    @Test
    void conversionThatQueries_seesTheOldTable() throws SQLException {
        database.execute(
                "CREATE TABLE t (id INTEGER PRIMARY KEY AUTOINCREMENT, v)",
                "INSERT INTO t VALUES (1, 5), (2, 6), (9, 7)",
                "DELETE FROM t WHERE id = 9");

        rebuilds.rebuild(Rebuilds.shaped(
                database.table("t"),
                sql -> sql,
                columns -> List.of(
                        columns.get(0),
                        new CopiedColumn("v", "(SELECT sum(v) FROM t AS all_rows WHERE all_rows.id >= t.id)", false))));

        assertThat(database.rows("SELECT * FROM t")).containsExactly("1|11", "2|6");
        assertThat(database.rows("SELECT * FROM sqlite_sequence")).containsExactly("t|9");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE VIEW broken AS SELECT gone FROM t",
                "CREATE TRIGGER broken AFTER INSERT ON o BEGIN INSERT INTO t (gone) VALUES (1); END",
                "CREATE TRIGGER broken AFTER UPDATE OF b ON o BEGIN UPDATE t SET id = 1 WHERE gone = 1; END",
                "CREATE TRIGGER broken AFTER DELETE ON t BEGIN DELETE FROM o WHERE b = old.gone; END"
            })
    void whatMentionsADroppedColumn_isFoundBeforeTheCopyAndNamed(String sql) throws SQLException {
        database.execute(
                "CREATE TABLE t (id INTEGER PRIMARY KEY, gone)",
                "CREATE TABLE o (b)",
                "INSERT INTO t VALUES (1, 2)",
                sql);
        List<String> schema = schema();
        NewShape shape = Rebuilds.shaped(
                database.table("t"), text -> text.replace(", gone", ""), columns -> columns.subList(0, 1));

        assertThatThrownBy(() -> rebuilds.rebuild(shape))
                .hasMessageStartingWith("[DependentObject] Table t ")
                .hasMessageContaining(" broken ")
                .hasMessageContaining("gone");

        assertThat(rebuilds.rows).isEmpty();
        assertThat(schema()).isEqualTo(schema);
        assertThat(database.rows("SELECT * FROM t")).containsExactly("1|2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE VIEW broken AS SELECT missing FROM t",
                "CREATE TRIGGER broken AFTER INSERT ON t BEGIN INSERT INTO nowhere VALUES (1); END"
            })
    void whatWasBrokenBefore_isRefusedBeforeAnythingIsDone(String sql) throws SQLException {
        database.execute("CREATE TABLE t (id INTEGER PRIMARY KEY)", sql);

        assertThatThrownBy(() -> rebuilds.rebuild("t"))
                .hasMessageStartingWith("[BrokenBeforeRebuild] Table t ")
                .hasMessageContaining(" broken ");

        assertThat(database.rows("SELECT name FROM sqlite_schema")).containsExactly("t", "broken");
    }

    @Test
    void settings_areGivenBackWhereverAStepFails() throws SQLException {
        database.execute(
                "PRAGMA foreign_keys = ON",
                "CREATE TABLE t (id INTEGER PRIMARY KEY AUTOINCREMENT, v)",
                "CREATE INDEX i ON t (v)",
                "CREATE TABLE c (id INTEGER PRIMARY KEY, t REFERENCES t ON DELETE CASCADE)",
                "INSERT INTO t VALUES (1, 2)",
                "INSERT INTO c VALUES (1, 1)");
        List<String> schema = schema();
        int total = SqliteRebuild.steps(Rebuilds.same(database.table("t"))).size();
        for (int k = 0; k <= total; k++) {
            List<Step> steps = new ArrayList<>(
                    SqliteRebuild.steps(Rebuilds.same(database.table("t"))).subList(0, k));
            steps.add(Step.Statement.of("SELECT missing FROM nowhere"));

            assertThatThrownBy(() -> rebuilds.run(steps)).hasMessageContaining("nowhere");

            assertThat(database.value("SELECT * FROM pragma_foreign_keys, pragma_legacy_alter_table"))
                    .isEqualTo("1|0");
            assertThat(schema()).isEqualTo(schema);
            assertThat(database.rows("SELECT * FROM t JOIN c ON c.t = t.id")).containsExactly("1|2|1|1");
        }
    }

    @Test
    void viewsThatNeedWhatOnlyTheApplicationHas_areNotTakenForBroken_andOthersAreStillFound() throws SQLException {
        database.execute(
                "CREATE TABLE t (id INTEGER PRIMARY KEY, gone)",
                "CREATE VIEW a AS SELECT application_function(id) FROM t",
                "INSERT INTO t VALUES (1, 2)");

        rebuilds.rebuild("t");
        assertThat(rebuilds.notes).hasSize(1);

        database.execute("CREATE VIEW broken AS SELECT gone FROM t");
        NewShape shape = Rebuilds.shaped(
                database.table("t"), text -> text.replace(", gone", ""), columns -> columns.subList(0, 1));
        assertThatThrownBy(() -> rebuilds.rebuild(shape))
                .hasMessageStartingWith("[DependentObject]")
                .hasMessageContaining("view broken");
    }

    @Test
    void whatTheShapeForgets_isRefusedByName() throws SQLException {
        database.execute("CREATE TABLE t (id INTEGER PRIMARY KEY, v)", "CREATE INDEX forgotten ON t (v)");
        NewShape same = Rebuilds.same(database.table("t"));
        List<Step> steps = new ArrayList<>(SqliteRebuild.steps(same));
        steps.remove(Step.Statement.of("CREATE INDEX forgotten ON t (v)"));

        assertThatThrownBy(() -> rebuilds.run(steps))
                .hasMessageStartingWith("[NotConserved] Table t ")
                .hasMessageContaining("forgotten");

        List<Step> more = new ArrayList<>(SqliteRebuild.steps(same));
        more.add(more.size() - 1, Step.Statement.of("CREATE VIEW unasked AS SELECT 1"));
        assertThatThrownBy(() -> rebuilds.run(more))
                .hasMessageStartingWith("[NotConserved] Table t ")
                .hasMessageContaining("view unasked");

        List<Step> lossy = new ArrayList<>(SqliteRebuild.steps(same));
        lossy.add(lossy.size() - 1, Step.Statement.of("INSERT INTO t VALUES (4, 4)"));
        assertThatThrownBy(() -> rebuilds.run(lossy)).hasMessageStartingWith("[RowsNotConserved] Table t ");
    }

    @Test
    void objectThatTheShapeWasNotMadeFrom_isNotLostWithoutAWord() throws SQLException {
        database.execute("CREATE TABLE t (id INTEGER PRIMARY KEY, v)");
        NewShape stale = Rebuilds.same(database.table("t"));
        database.execute("CREATE TRIGGER later AFTER INSERT ON T BEGIN SELECT 1; END");

        assertThatThrownBy(() -> rebuilds.rebuild(stale))
                .hasMessageStartingWith("[NotConserved] Table t ")
                .hasMessageContaining("TRIGGER later");
    }

    @ParameterizedTest
    @ValueSource(strings = {"t.a > 0", "a > 0", "\"T\".a IS NOT NULL AND a <> 't'"})
    void partialIndexThatUsesTheNameOfItsTable_isKept(String condition) throws SQLException {
        database.execute(
                "CREATE TABLE t (id INTEGER PRIMARY KEY, a)",
                "CREATE UNIQUE INDEX of_t ON t (a) WHERE " + condition,
                "CREATE INDEX all_of_t ON t (lower(a), a COLLATE NOCASE DESC)",
                "INSERT INTO t (a) VALUES (1), (2)",
                "ANALYZE");
        List<String> before = schema();
        List<String> statistics = database.rows("SELECT * FROM sqlite_stat1 ORDER BY tbl, idx");

        rebuilds.rebuild("t");

        assertThat(schema()).isEqualTo(before);
        assertThat(database.rows("SELECT * FROM sqlite_stat1 ORDER BY tbl, idx"))
                .isEqualTo(statistics);
        assertThat(database.value("PRAGMA integrity_check")).isEqualTo("ok");
    }
}
