package dev.mhc.migrations.dialect.sqlite;

import static dev.mhc.migrations.schema.ColumnType.bigint;
import static dev.mhc.migrations.schema.ColumnType.decimal;
import static dev.mhc.migrations.schema.ColumnType.integer;
import static dev.mhc.migrations.schema.ColumnType.text;
import static dev.mhc.migrations.schema.ColumnType.timestamp;
import static dev.mhc.migrations.schema.ColumnType.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mhc.migrations.error.MigrationException;
import dev.mhc.migrations.operation.AlterTableEditor;
import dev.mhc.migrations.schema.ColumnType;
import dev.mhc.migrations.schema.ReferentialAction;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What alterTable makes of a populated table: its stored text, its rows, and what it refuses. */
class AlterTableTest {

    @TempDir
    Path folder;

    private Database database;

    @BeforeEach
    void createTables() throws SQLException {
        database = Database.open(folder.resolve("app.db"))
                .execute(
                        "PRAGMA foreign_keys = ON",
                        "CREATE TABLE teams (id INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE)",
                        "INSERT INTO teams VALUES (1, 'a'), (2, 'b')",
                        """
                        CREATE TABLE people ( -- everybody
                          id INTEGER PRIMARY KEY AUTOINCREMENT,
                          name varchar(50) COLLATE NOCASE, -- as they say
                          age TEXT DEFAULT '7',
                          team INTEGER,
                          joined DATETIME,
                          CONSTRAINT grown CHECK (age <> 'x'),
                          CHECK (team <> 99)
                        )""",
                        "INSERT INTO people (id, name, age, team, joined) VALUES"
                                + " (1, 'Ann', '30', 1, '2025-05-01 10:00:00.000'),"
                                + " (2, 'bob', '41', 2, '2025-06-07T00:30:33.401891'),"
                                + " (7, NULL, NULL, NULL, NULL)",
                        "DELETE FROM people WHERE id = 7",
                        "INSERT INTO people (id, name, age, team) VALUES (3, 'Cy', NULL, 2)",
                        "CREATE INDEX ix_people_name ON people (name DESC) WHERE age > 1",
                        "CREATE TABLE notes (id INTEGER PRIMARY KEY, person INTEGER NOT NULL REFERENCES people (id)"
                                + " ON DELETE CASCADE)",
                        "INSERT INTO notes VALUES (1, 1), (2, 1), (3, 3)");
    }

    @AfterEach
    void close() throws SQLException {
        database.close();
    }

    private void alter(Consumer<AlterTableEditor> changes) throws SQLException {
        database.migrate(schema -> schema.alterTable("people", changes));
        assertThat(database.rows("PRAGMA foreign_key_check")).isEmpty();
        assertThat(database.rows("PRAGMA integrity_check")).containsExactly("ok");
        assertThat(database.value("SELECT count(*) FROM notes")).isEqualTo("3");
        assertThat(database.value("SELECT count(*) FROM people")).isEqualTo("3");
    }

    private String sql() throws SQLException {
        return database.value("SELECT sql FROM sqlite_schema WHERE name = 'people'");
    }

    private void refused(Consumer<AlterTableEditor> changes, String... texts) throws SQLException {
        String before = sql();
        assertThatThrownBy(() -> alter(changes))
                .isInstanceOfAny(MigrationException.class, Database.Refused.class)
                .satisfies(e -> assertThat(e.getMessage() + (e instanceof Database.Refused refused ? refused.rows : ""))
                        .contains(texts));
        assertThat(sql()).isEqualTo(before);
        assertThat(database.value("SELECT count(*) FROM people")).isEqualTo("3");
    }

    @Test
    void severalChanges_areOneRebuild_andTheRestStaysToTheLetter() throws SQLException {
        String before = sql();
        alter(t -> {
            t.alterColumn("age").type(integer()).notNull().fillNulls("0").defaultValue(18);
            t.addForeignKey("team").references("teams", "id").onDelete(ReferentialAction.SET_NULL);
            t.addColumn("nick", text()).notNull().defaultValue("-");
        });

        assertThat(sql())
                .isEqualTo(before.replace("age TEXT DEFAULT '7'", "age INTEGER NOT NULL DEFAULT 18")
                        .replace("team INTEGER,", "team INTEGER REFERENCES \"teams\" (\"id\") ON DELETE SET NULL,")
                        .replace(
                                "joined DATETIME,\n  CONSTRAINT",
                                "joined DATETIME,\n  \"nick\" TEXT NOT NULL DEFAULT '-',\n  CONSTRAINT"));
        assertThat(database.rows("SELECT id, name, age, typeof(age), team, nick FROM people ORDER BY id"))
                .containsExactly("1|Ann|30|integer|1|-", "2|bob|41|integer|2|-", "3|Cy|0|integer|2|-");
        assertThat(database.value("SELECT seq FROM sqlite_sequence WHERE name = 'people'"))
                .isEqualTo("7");
        assertThat(database.value("SELECT sql FROM sqlite_schema WHERE name = 'ix_people_name'"))
                .isEqualTo("CREATE INDEX ix_people_name ON people (name DESC) WHERE age > 1");
    }

    @Test
    void retypeThatWouldChangeValues_isRefusedWithTheRows() throws SQLException {
        database.execute("UPDATE people SET age = '0030' WHERE id = 1", "UPDATE people SET age = 'w' WHERE id = 3");

        refused(t -> t.alterColumn("age").type(integer()), "people.age", "whole numbers", "2|id 1", "2|id 3");
        refused(
                t -> t.alterColumn("joined").type(timestamp()),
                "people.joined",
                "yyyy-MM-dd HH:mm:ss.SSS",
                "strftime('%Y-%m-%d %H:%M:%f', joined)",
                "1|id 2");
        refused(t -> t.alterColumn("name").type(varchar(2)), "people.name", "2 characters", "2|id 1, 2|id 2");

        alter(t -> {
            t.alterColumn("age").type(integer()).using("CASE age WHEN 'w' THEN NULL ELSE CAST(age AS INTEGER) END");
            t.alterColumn("joined").type(timestamp()).using("strftime('%Y-%m-%d %H:%M:%f', joined)");
        });
        assertThat(database.rows("SELECT age, typeof(age), joined FROM people ORDER BY id"))
                .containsExactly(
                        "30|integer|2025-05-01 10:00:00.000", "41|integer|2025-06-07 00:30:33.402", "null|null|null");
    }

    @Test
    void rowsThatForbidAChange_areNamed_andNothingChanges() throws SQLException {
        refused(t -> t.alterColumn("age").type(integer()).notNull(), "people.age cannot refuse NULL", "1|id 3");
        database.execute("UPDATE people SET team = 5 WHERE id = 2", "UPDATE people SET name = 'ANN' WHERE id = 3");
        refused(t -> t.addForeignKey("team").references("teams", "id"), "(team) to teams", "1|id 2");
        refused(t -> t.addUnique("name"), "unique constraint on (name)", "2|id ");
        refused(t -> t.primaryKey("team", "age"), "people.age cannot refuse NULL", "1|id 3");
        refused(
                t -> {
                    t.alterColumn("age").type(integer());
                    t.addCheck("adult", "age > 35");
                },
                "Check adult",
                "1|id 1");
        refused(t -> t.addForeignKey("team").references("teams", "kode"), "teams has no column kode", "code");
        refused(t -> t.addForeignKey("team").references("notes", "person"), "neither");
        refused(t -> t.addForeignKey("team").references("nowhere", "id"), "no table nowhere");
    }

    @Test
    void constraints_areFoundByTheirColumns() throws SQLException {
        alter(t -> {
            t.addForeignKey("team").references("teams", "id");
            t.addUnique("name", "team");
            t.addUnique("joined");
        });
        String full = sql();
        assertThat(full)
                .contains("team INTEGER REFERENCES \"teams\" (\"id\"),")
                .contains("joined DATETIME UNIQUE,")
                .endsWith("CHECK (team <> 99),\n  UNIQUE (\"name\", \"team\")\n)");
        alter(t -> {
            t.dropForeignKey("team");
            t.dropUnique("name", "team");
            t.dropUnique("joined");
            t.dropCheck("grown");
        });
        assertThat(sql()).doesNotContain("REFERENCES", "UNIQUE", "grown").contains("CHECK (team <> 99)");
        refused(t -> t.dropUnique("name"), "no unique constraint on name");
        refused(t -> t.dropForeignKey("name"), "no foreign key on name");
    }

    @Test
    void foreignKeysThatSqliteCannotDrop_areDropped() throws SQLException {
        for (String end : List.of("ON DELETE SET DEFAULT", "NOT DEFERRABLE", "ON UPDATE SET NULL NOT DEFERRABLE")) {
            database.execute(
                    "DROP TABLE IF EXISTS guests",
                    "CREATE TABLE guests (a INT CONSTRAINT k REFERENCES teams (id) " + end + " NOT NULL, b INT,"
                            + " CONSTRAINT l FOREIGN KEY (b) REFERENCES teams (id) " + end + ")",
                    "INSERT INTO guests VALUES (1, 2)");
            database.migrate(schema -> schema.alterTable("guests", t -> {
                t.dropForeignKey("a");
                t.dropForeignKey("b");
            }));
            assertThat(database.value("SELECT sql FROM sqlite_schema WHERE name = 'guests'"))
                    .containsPattern("a INT\\s+NOT NULL")
                    .doesNotContain("DEFAULT", "DEFERRABLE", "REFERENCES");
            assertThat(database.rows("SELECT * FROM guests")).containsExactly("1|2");
        }
    }

    @Test
    void primaryKey_moves_andTheOldOneStaysAColumn() throws SQLException {
        database.execute("DROP TABLE notes", "CREATE TABLE notes (id INTEGER PRIMARY KEY)")
                .execute("INSERT INTO notes VALUES (1), (2), (3)");
        alter(t -> {
            t.alterColumn("name").notNull();
            t.primaryKey("name");
        });
        assertThat(sql())
                .contains(
                        "id INTEGER NOT NULL,", "name varchar(50) NOT NULL COLLATE NOCASE PRIMARY KEY, -- as they say");
        assertThat(database.rows("SELECT rowid, id, name FROM people ORDER BY id"))
                .containsExactly("1|1|Ann", "2|2|bob", "3|3|Cy");
        alter(t -> t.primaryKey("id"));
        assertThat(database.rows("SELECT rowid, id, name FROM people ORDER BY id"))
                .containsExactly("1|1|Ann", "2|2|bob", "3|3|Cy");
    }

    @Test
    void columnInUse_isRefusedByName() throws SQLException {
        refused(t -> t.dropColumn("name"), "ix_people_name");
        database.execute("DROP INDEX ix_people_name");
        refused(t -> t.dropColumn("age"), "check grown", "dropCheck");
        refused(t -> t.dropColumn("id"), "primary key");
        alter(t -> {
            t.dropCheck("grown");
            t.dropColumn("age");
            t.dropColumn("team");
        });
        assertThat(sql()).doesNotContain("age", "team", "CHECK");
    }

    @Test
    void renames_goFirst_andTheOthersAreToldTheNewNames() throws SQLException {
        alter(t -> {
            t.alterColumn("age").type(integer());
            t.renameColumn("age", "years");
            t.addCheck("young", "years < 100");
            t.renameColumn("team", "age");
            t.alterColumn("years").notNull().fillNulls("age * 10");
        });
        assertThat(database.rows("SELECT id, years, typeof(years), age FROM people ORDER BY id"))
                .containsExactly("1|30|integer|1", "2|41|integer|2", "3|20|integer|2");
        assertThat(sql()).contains("CHECK (\"years\" <> 'x')", "CHECK (\"age\" <> 99)", "CHECK (years < 100)");
    }

    @Test
    void renameToTheNameOfADroppedColumn_waitsForTheDrop() throws SQLException {
        database.execute("DROP INDEX ix_people_name");
        alter(t -> {
            t.dropCheck("grown");
            t.dropColumn("age");
            t.renameColumn("team", "age");
            t.alterColumn("age").type(decimal(10, 2));
        });
        assertThat(database.rows("SELECT id, age FROM people ORDER BY id")).containsExactly("1|1", "2|2", "3|2");
        assertThat(sql())
                .contains("NOCASE, -- as they say\n  \"age\" DECIMAL(10,2),\n  joined DATETIME,\n  CHECK")
                .doesNotContain("team");
    }

    @Test
    void computedColumns_areAddedAndDropped() throws SQLException {
        alter(t -> t.addColumn("label", text()).computedAs("name || '!'"));
        assertThat(database.rows("SELECT label FROM people ORDER BY id")).containsExactly("Ann!", "bob!", "Cy!");
        alter(t -> t.alterColumn("team").type(bigint()).defaultValue(1));
        assertThat(database.rows("SELECT label, team FROM people ORDER BY id"))
                .containsExactly("Ann!|1", "bob!|2", "Cy!|2");
        refused(t -> t.alterColumn("label").type(varchar(10)), "computed");
        alter(t -> t.dropColumn("label"));
        assertThat(sql()).doesNotContain("label");
    }

    @Test
    void columnThatIsUniqueOrHasAnExpressionForADefault_isAdded() throws SQLException {
        alter(t -> {
            t.addColumn("token", text()).unique();
            t.addColumn("made", timestamp()).notNull().defaultNow();
            t.addColumn("boss", bigint()).references("people", "id");
        });
        assertThat(database.rows("SELECT token, made LIKE '20__-__-__ __:__:__.___', boss FROM people"))
                .containsOnly("null|1|null");
        refused(t -> t.addColumn("x", text()).unique().defaultValue("same"), "unique", "3|");
        refused(t -> t.addColumn("y", text()).unique().notNull(), "people.y refuses NULL", "3|id 1");
        alter(t -> {
            t.addColumn("slug", text()).unique();
            t.alterColumn("slug").notNull().fillNulls("lower(name)");
        });
        assertThat(database.rows("SELECT slug FROM people ORDER BY id")).containsExactly("ann", "bob", "cy");
    }

    @Test
    void triggerThatSpellsItsTableInOtherLetters_isKept() throws SQLException {
        database.execute(
                "CREATE TABLE log (line TEXT)",
                "CREATE TRIGGER tr AFTER UPDATE ON PeoplE BEGIN INSERT INTO log VALUES (NEW.name); END");
        alter(t -> t.addUnique("joined"));
        assertThat(database.value("SELECT sql FROM sqlite_schema WHERE name = 'tr'"))
                .isEqualTo("CREATE TRIGGER tr AFTER UPDATE ON PeoplE BEGIN INSERT INTO log VALUES (NEW.name); END");
    }

    @Test
    void columnThatAViewQuotes_isNotDropped_thoughTheViewWouldGoOn() throws SQLException {
        database.execute("CREATE VIEW recent AS SELECT id FROM people WHERE \"joined\" IS NOT NULL");
        refused(t -> t.dropColumn("joined"), "view recent mentions it");
        refused(
                t -> {
                    t.dropColumn("joined");
                    t.addUnique("name");
                },
                "view recent mentions it");
        database.execute("DROP VIEW recent");
        alter(t -> t.dropColumn("joined"));
    }

    @Test
    void gapsAreFilled_withoutTriggers_andWithoutLosingTheRowsThatHaveTheValue() throws SQLException {
        database.execute(
                "CREATE TABLE log (line TEXT)",
                "CREATE TRIGGER tr AFTER UPDATE ON people BEGIN INSERT INTO log VALUES (NEW.name); END");
        alter(t -> t.alterColumn("age").notNull().fillNulls("5"));
        assertThat(database.value("SELECT count(*) FROM log")).isEqualTo("0");

        database.execute("CREATE TABLE codes (code TEXT UNIQUE ON CONFLICT REPLACE)")
                .execute("INSERT INTO codes VALUES ('a'), (NULL)");
        assertThatThrownBy(() -> database.migrate(schema -> schema.alterTable(
                        "codes", t -> t.alterColumn("code").notNull().fillNulls("'a'"))))
                .isInstanceOf(Database.Refused.class)
                .hasMessageContaining("rows have the same values");
        assertThat(database.rows("SELECT code FROM codes")).containsExactly("a", "null");
    }

    @Test
    void keyThatMoves_isSeenByTheChildrenThatNameOnlyTheTable() throws SQLException {
        database.execute(
                "CREATE TABLE codes (code TEXT PRIMARY KEY, other TEXT NOT NULL) WITHOUT ROWID",
                "INSERT INTO codes VALUES ('a', 'b'), ('b', 'c')",
                "CREATE TABLE uses (code TEXT REFERENCES codes)",
                "INSERT INTO uses VALUES ('a')");
        assertThatThrownBy(() -> database.migrate(schema -> schema.alterTable("codes", t -> t.primaryKey("other"))))
                .hasMessageContaining("RebuildOrphans");
        database.execute("UPDATE uses SET code = 'b'");
        database.migrate(schema -> schema.alterTable("codes", t -> t.primaryKey("other")));
        assertThat(database.value("SELECT sql FROM sqlite_schema WHERE name = 'codes'"))
                .isEqualTo("CREATE TABLE codes (code TEXT NOT NULL, other TEXT NOT NULL PRIMARY KEY) WITHOUT ROWID");
    }

    @Test
    void referenceToItself_followsARenameInTheSameAlterTable() throws SQLException {
        alter(t -> {
            t.addColumn("boss", bigint()).unique().references("people", "id");
            t.renameColumn("id", "number");
        });
        assertThat(sql()).contains("REFERENCES \"people\" (\"number\")");
    }

    @Test
    void strictTable_getsATypeThatItKnows_alsoWithoutARebuild() throws SQLException {
        database.execute("CREATE TABLE small (id INTEGER PRIMARY KEY) STRICT");
        database.migrate(schema -> schema.alterTable("small", t -> t.addColumn("extra", timestamp())));
        assertThat(database.value("SELECT sql FROM sqlite_schema WHERE name = 'small'"))
                .isEqualTo("CREATE TABLE small (id INTEGER PRIMARY KEY, \"extra\" TEXT) STRICT");
    }

    @Test
    void columnCalledLikeTheRowid_isAddedAndDropped() throws SQLException {
        alter(t -> t.addColumn("oid", text()));
        database.execute("CREATE VIEW ids AS SELECT \"oid\" FROM people");
        refused(t -> t.dropColumn("oid"), "view ids mentions it");
        database.execute("DROP VIEW ids");
        alter(t -> t.dropColumn("oid"));
        assertThat(sql()).doesNotContain("oid");
    }

    @Test
    void columnThatIsAddedAndDroppedAgain_isNotProbed() throws SQLException {
        alter(t -> {
            t.addColumn("token", text()).unique();
            t.addColumn("nick", text()).notNull();
            t.dropColumn("token");
            t.dropColumn("nick");
        });
        assertThat(sql()).doesNotContain("token", "nick");
    }

    @Test
    void tableThatIsCalledLikeItsColumn_isNotTakenForIt() throws SQLException {
        database.execute("CREATE TABLE code (code TEXT, n INTEGER CONSTRAINT few CHECK (code.n < 9))");
        database.migrate(schema -> schema.alterTable("code", t -> t.dropColumn("code")));
        assertThat(database.value("SELECT sql FROM sqlite_schema WHERE name = 'code'"))
                .isEqualTo("CREATE TABLE code (n INTEGER CONSTRAINT few CHECK (code.n < 9))");
    }

    @Test
    void newUniqueColumnWithANumberForADefault_isProbed() throws SQLException {
        refused(t -> t.addColumn("place", bigint()).unique().defaultValue(7), "unique constraint on (place)", "3|");
    }

    @Test
    void uniqueTimes_areComparedAsTheyAreStored() throws SQLException {
        database.execute(
                "UPDATE people SET joined = '2025-05-01 10:00:00.000' WHERE id = 1",
                "UPDATE people SET joined = '2025-05-01 11:00:00.000' WHERE id = 2",
                "CREATE TABLE any_of (v ANY UNIQUE) STRICT",
                "INSERT INTO any_of VALUES (x'00ff'), (x'61'), ('a')");
        alter(t -> {
            t.alterColumn("joined").type(timestamp());
            t.addUnique("joined");
        });
        database.migrate(schema -> schema.alterTable(
                "any_of",
                t -> t.alterColumn("v")
                        .type(ColumnType.declared("ANY"))
                        .notNull()
                        .defaultValue("x")));
        assertThat(database.rows("SELECT quote(v) FROM any_of")).containsExactlyInAnyOrder("X'00FF'", "X'61'", "'a'");
    }

    @Test
    void numberedKeyOfTheTable_becomesAText() throws SQLException {
        database.execute("CREATE TABLE logs (id INTEGER, PRIMARY KEY (id AUTOINCREMENT))");
        database.migrate(
                schema -> schema.alterTable("logs", t -> t.alterColumn("id").type(text())));
        assertThat(database.value("SELECT sql FROM sqlite_schema WHERE name = 'logs'"))
                .isEqualTo("CREATE TABLE logs (id TEXT NOT NULL, PRIMARY KEY (id))");
    }
}
