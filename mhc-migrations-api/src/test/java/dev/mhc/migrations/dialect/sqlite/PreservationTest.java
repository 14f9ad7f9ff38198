package dev.mhc.migrations.dialect.sqlite;

import static dev.mhc.migrations.schema.ColumnType.bigint;
import static dev.mhc.migrations.schema.ColumnType.integer;
import static dev.mhc.migrations.schema.ColumnType.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mhc.migrations.operation.AlterTableEditor;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a rebuild must leave as it was, one test for each thing that other tools were seen to lose. */
class PreservationTest {

    @TempDir
    Path folder;

    private Database database(boolean foreignKeys, String... statements) throws SQLException {
        return Database.open(folder.resolve("app.db"))
                .execute("PRAGMA foreign_keys = " + foreignKeys)
                .execute(statements);
    }

    /** A change that SQLite has no statement for. */
    private static void rebuild(Database database, String table) throws SQLException {
        alter(database, table, t -> t.alterColumn("changed").type(text()).defaultValue("new"));
    }

    private static List<String> alter(Database database, String table, Consumer<AlterTableEditor> changes)
            throws SQLException {
        List<String> notes = database.migrate(schema -> schema.alterTable(table, changes));
        assertThat(notes).first().asString().contains("is rebuilt");
        assertThat(database.rows("PRAGMA integrity_check")).containsExactly("ok");
        return notes;
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void childrenWithRows_areAsTheyWere_andStillCascade(boolean foreignKeys) throws SQLException {
        List<String> actions = List.of("CASCADE", "SET NULL", "RESTRICT", "NO ACTION", "SET DEFAULT");
        List<String> setup = new ArrayList<>(List.of(
                "CREATE TABLE parent (id INTEGER PRIMARY KEY, changed VARCHAR(9))",
                "INSERT INTO parent VALUES (0, 'z'), (1, 'a'), (2, 'b'), (3, 'c')"));
        for (int i = 0; i < actions.size(); i++) {
            setup.add("CREATE TABLE child" + i + " (id INTEGER PRIMARY KEY, p INTEGER DEFAULT 0 REFERENCES parent (id)"
                    + " ON DELETE " + actions.get(i) + " ON UPDATE CASCADE)");
            setup.add("INSERT INTO child" + i + " VALUES (1, " + (i == 2 || i == 3 ? 2 : 1) + "), (2, 3), (3, NULL)");
        }
        try (Database database = database(foreignKeys, setup.toArray(String[]::new))) {
            String children = "SELECT * FROM child0 UNION ALL SELECT * FROM child1 UNION ALL SELECT * FROM child2"
                    + " UNION ALL SELECT * FROM child3 UNION ALL SELECT * FROM child4";
            List<String> before = database.rows(children);

            rebuild(database, "parent");

            assertThat(database.rows(children)).isEqualTo(before);
            assertThat(database.value("PRAGMA foreign_keys")).isEqualTo(foreignKeys ? "1" : "0");
            database.execute("PRAGMA foreign_keys = ON", "DELETE FROM parent WHERE id = 1");
            assertThat(database.rows("SELECT id, p FROM child0 WHERE id = 1")).isEmpty();
            assertThat(database.rows("SELECT id, p FROM child1 WHERE id = 1")).containsExactly("1|null");
            assertThat(database.rows("SELECT id, p FROM child4 WHERE id = 1")).containsExactly("1|0");
            assertThatThrownBy(() -> database.execute("DELETE FROM parent WHERE id = 2"))
                    .hasMessageContaining("FOREIGN KEY");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void indexes_areTheSame(boolean foreignKeys) throws SQLException {
        try (Database database = database(
                foreignKeys,
                "CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT COLLATE NOCASE UNIQUE, b, changed VARCHAR(9))",
                "INSERT INTO t VALUES (1, 'x', 1, 'p'), (2, 'Y', 2, 'q')",
                "CREATE UNIQUE INDEX i1 ON t (b)",
                "create index \"i 2\"   on t(b) where b > 1 -- partial",
                "CREATE INDEX i3 ON t (a || b, abs(b) DESC)",
                "CREATE INDEX i4 ON t (a COLLATE BINARY DESC, b)")) {
            String indexes =
                    "SELECT l.name, l.\"unique\", l.origin, l.partial, x.seqno, x.cid, x.name, x.\"desc\", x.coll"
                            + " FROM pragma_index_list('t') l JOIN pragma_index_xinfo(l.name) x ORDER BY l.name, x.seqno";
            List<String> before = database.rows(indexes);
            List<String> texts =
                    database.rows("SELECT name, sql FROM sqlite_schema WHERE type = 'index' ORDER BY name");

            rebuild(database, "t");

            assertThat(database.rows(indexes)).isEqualTo(before);
            assertThat(database.rows("SELECT name, sql FROM sqlite_schema WHERE type = 'index' ORDER BY name"))
                    .isEqualTo(texts);
            assertThat(database.value("EXPLAIN QUERY PLAN SELECT * FROM t WHERE a || b = 'x1'"))
                    .contains("i3");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "INSERT INTO t VALUES (5, 'a')"})
    void numbersThatWereGivenOnce_areNeverGivenAgain(String row) throws SQLException {
        try (Database database = database(
                true,
                "CREATE TABLE t (id INTEGER PRIMARY KEY AUTOINCREMENT, changed VARCHAR(9))",
                "INSERT INTO t VALUES (1000, 'gone')",
                "DELETE FROM t")) {
            if (!row.isEmpty()) {
                database.execute(row);
            }
            rebuild(database, "t");

            database.execute("INSERT INTO t (changed) VALUES ('next')");
            assertThat(database.value("SELECT max(id) FROM t")).isEqualTo("1001");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE TABLE t (id INTEGER PRIMARY KEY, a ANY, changed INTEGER) STRICT",
                "CREATE TABLE t (a TEXT, id INTEGER NOT NULL, changed VARCHAR(9), PRIMARY KEY (a DESC, id)) WITHOUT ROWID",
                "CREATE TABLE t (id INTEGER, a TEXT GENERATED ALWAYS AS (id + 1) STORED, v AS (id * 2) VIRTUAL, changed VARCHAR(9))",
                "CREATE TABLE t (id INTEGER UNIQUE ON CONFLICT REPLACE, a TEXT COLLATE RTRIM NOT NULL ON CONFLICT IGNORE"
                        + " DEFAULT (lower('A') || ')'), changed VARCHAR(9))"
            })
    void optionsOfTablesAndColumns_areKept(String createTable) throws SQLException {
        try (Database database = database(true, createTable)) {
            boolean computed = createTable.contains("GENERATED");
            boolean strict = createTable.contains("STRICT");
            String columns = computed ? "(id, changed)" : "(id, a, changed)";
            String third = strict ? "7" : "'p'";
            database.execute("INSERT INTO t " + columns + " VALUES (1, " + (computed ? "" : "'x ', ") + third + ")");
            String model = "SELECT name, type, \"notnull\", dflt_value, pk, hidden FROM pragma_table_xinfo('t')"
                    + " WHERE name <> 'changed'";
            List<String> before = database.rows(model);
            List<String> rows = database.rows("SELECT *, typeof(a) FROM t");
            String options = database.value("SELECT wr, strict FROM pragma_table_list WHERE name = 't'");

            alter(database, "t", t -> {
                if (strict) {
                    t.alterColumn("changed").defaultValue(9);
                } else {
                    t.alterColumn("changed").type(text()).defaultValue("new");
                }
            });

            assertThat(database.rows(model)).isEqualTo(before);
            assertThat(database.rows("SELECT *, typeof(a) FROM t")).isEqualTo(rows);
            assertThat(database.value("SELECT wr, strict FROM pragma_table_list WHERE name = 't'"))
                    .isEqualTo(options);
            assertThat(database.value("SELECT sql FROM sqlite_schema WHERE name = 't'"))
                    .isEqualTo(
                            strict
                                    ? createTable.replace("changed INTEGER", "changed INTEGER DEFAULT 9")
                                    : createTable.replace("changed VARCHAR(9)", "changed TEXT DEFAULT 'new'"));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void foreignKeysOfAllKinds_areKept(boolean foreignKeys) throws SQLException {
        try (Database database = database(
                foreignKeys,
                "CREATE TABLE p (x INTEGER, y INTEGER, PRIMARY KEY (x, y))",
                "INSERT INTO p VALUES (1, 2)",
                "CREATE TABLE t (id INTEGER PRIMARY KEY, boss INTEGER REFERENCES t ON DELETE SET NULL, x INTEGER,"
                        + " y INTEGER, late INTEGER REFERENCES t (id) DEFERRABLE INITIALLY DEFERRED, changed VARCHAR(9),"
                        + " FOREIGN KEY (x, y) REFERENCES p (x, y) ON UPDATE CASCADE MATCH FULL)",
                "INSERT INTO t VALUES (1, NULL, 1, 2, 1, 'a'), (2, 1, 1, NULL, 1, 'b'), (3, 2, NULL, NULL, NULL, 'c')")) {
            List<String> before = database.rows("SELECT * FROM pragma_foreign_key_list('t')");
            List<String> rows = database.rows("SELECT * FROM t");

            rebuild(database, "t");

            assertThat(database.rows("SELECT * FROM pragma_foreign_key_list('t')"))
                    .isEqualTo(before);
            assertThat(database.rows("SELECT * FROM t")).isEqualTo(rows);
            database.execute("PRAGMA foreign_keys = ON", "UPDATE p SET y = 5", "DELETE FROM t WHERE id = 2");
            assertThat(database.rows("SELECT id, boss, y FROM t")).containsExactly("1|null|5", "3|null|null");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void valuesOfOddClasses_areIdentical_orListed(boolean foreignKeys) throws SQLException {
        try (Database database = database(
                foreignKeys,
                "CREATE TABLE t (id TEXT PRIMARY KEY, n INTEGER, r REAL, s TEXT, d NUMERIC, changed VARCHAR(9))",
                "INSERT INTO t VALUES (NULL, 9007199254740993, 1, 7, '0010', 'a'), (NULL, 'w', 'v', x'00ff', 1.5, 'b'),"
                        + " ('k', 1.5, x'01', '', 9223372036854775807, NULL), ('', x'', NULL, 'a' || char(0) || 'b', '1e400', '')")) {
            String values = "SELECT rowid, quote(id), typeof(n), quote(n), typeof(r), quote(r), typeof(s), hex(s),"
                    + " typeof(d), quote(d), quote(changed) FROM t ORDER BY rowid";
            List<String> before = database.rows(values);

            rebuild(database, "t");

            assertThat(database.rows(values)).isEqualTo(before);
            assertThatThrownBy(
                            () -> alter(database, "t", t -> t.alterColumn("n").type(bigint())))
                    .isInstanceOf(Database.Refused.class)
                    .satisfies(e -> assertThat(((Database.Refused) e).rows)
                            .containsExactlyInAnyOrder("3|id NULL", "3|id k", "3|id "));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void orphansThatWereThere_stay_andAreWarnedOf(boolean foreignKeys) throws SQLException {
        try (Database database = database(
                false,
                "CREATE TABLE p (id INTEGER PRIMARY KEY, changed VARCHAR(9))",
                "CREATE TABLE c (id INTEGER PRIMARY KEY, p INTEGER REFERENCES p (id) ON DELETE CASCADE)",
                "INSERT INTO p VALUES (1, 'a')",
                "INSERT INTO c VALUES (1, 1), (2, 8), (3, 9)")) {
            database.execute("PRAGMA foreign_keys = " + foreignKeys);
            List<String> before = database.rows("PRAGMA foreign_key_check");

            List<String> notes =
                    alter(database, "p", t -> t.alterColumn("changed").type(text()));

            assertThat(database.rows("PRAGMA foreign_key_check"))
                    .isEqualTo(before)
                    .hasSize(2);
            assertThat(notes)
                    .anySatisfy(note -> assertThat(note).startsWith("warning: ").contains("2 rows", "c"));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void settings_areGivenBack_alsoAfterAFailure(boolean legacy) throws SQLException {
        try (Database database = database(
                true,
                "CREATE TABLE t (id INTEGER PRIMARY KEY, changed VARCHAR(9), n INTEGER)",
                "INSERT INTO t VALUES (1, 'a', 1)",
                "CREATE VIEW v AS SELECT n FROM t")) {
            database.execute("PRAGMA legacy_alter_table = " + legacy);

            rebuild(database, "t");
            assertThatThrownBy(() -> alter(database, "t", t -> {
                        t.dropColumn("n");
                        t.alterColumn("changed").type(integer()).using("1");
                    }))
                    .hasMessageContaining("[ColumnInUse]")
                    .hasMessageContaining("view v");

            assertThat(database.value("PRAGMA foreign_keys")).isEqualTo("1");
            assertThat(database.value("PRAGMA legacy_alter_table")).isEqualTo(legacy ? "1" : "0");
            assertThat(database.rows("SELECT * FROM t JOIN v USING (n)")).containsExactly("1|a|1");
        }
    }
}
