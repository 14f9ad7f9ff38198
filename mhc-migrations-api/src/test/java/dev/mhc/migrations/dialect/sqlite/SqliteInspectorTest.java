package dev.mhc.migrations.dialect.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mhc.migrations.schema.Check;
import dev.mhc.migrations.schema.Column;
import dev.mhc.migrations.schema.Column.Generation;
import dev.mhc.migrations.schema.DefaultValue;
import dev.mhc.migrations.schema.ForeignKey;
import dev.mhc.migrations.schema.Index;
import dev.mhc.migrations.schema.PrimaryKey;
import dev.mhc.migrations.schema.ReferentialAction;
import dev.mhc.migrations.schema.Schema;
import dev.mhc.migrations.schema.Table;
import dev.mhc.migrations.schema.UniqueKey;
import dev.mhc.migrations.schema.View;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SqliteInspectorTest {

    @TempDir
    Path folder;

    private Database database;

    @BeforeEach
    void open() throws SQLException {
        database = Database.open(folder.resolve("inspected.db"));
    }

    @AfterEach
    void close() throws SQLException {
        database.close();
    }

    @Test
    void namesThatAreBlank_asAnImportOfAFileLeavesThem_areRead() throws Exception {
        database.execute(
                "CREATE TABLE imported (id INTEGER PRIMARY KEY, \"\" TEXT, \" \" REFERENCES \"\" (x))",
                "CREATE TABLE \"\" (x UNIQUE)",
                "CREATE INDEX \" \" ON imported (\"\")",
                "INSERT INTO imported VALUES (1, 'a', NULL)",
                "CREATE VIEW broken AS SELECT * FROM nowhere");
        Schema schema = database.dialect.inspect(database.connection);
        assertThat(schema.tables()).extracting(Table::name).containsExactly("imported", "");
        assertThat(database.table("imported").columns())
                .extracting(Column::name)
                .containsExactly("id", "", " ");
    }

    @Test
    void views_areKnownByName() throws Exception {
        database.execute(
                "CREATE TABLE users (id INTEGER PRIMARY KEY)",
                "INSERT INTO users VALUES (1)",
                "CREATE VIEW broken AS SELECT * FROM nowhere",
                "CREATE VIEW names AS SELECT id FROM users");
        assertThat(database.dialect.inspect(database.connection).views())
                .containsExactly(new View("broken", List.of()), new View("names", List.of()));
        assertThat(database.dialect
                        .inspect(database.connection, Set.of("Names"))
                        .views())
                .containsExactly(new View("names", List.of()));
    }

    @Test
    void legacyDatabase_isReadAsItGrew() throws Exception {
        try (Database legacy = Database.legacy(folder)) {
            Schema schema = legacy.dialect.inspect(legacy.connection);

            assertThat(schema.tables())
                    .extracting(Table::name)
                    .containsExactly(
                            "users",
                            "user_profiles",
                            "session_schedules",
                            "conversations",
                            "messages",
                            "homework_assignments",
                            "important_memories",
                            "homework_progress_notes",
                            "assessments",
                            "session_mood_ratings",
                            "emergency_contacts");
            Table users = schema.table("users").orElseThrow();
            assertThat(users.primaryKey()).contains(PrimaryKey.of("id"));
            assertThat(column(users, "id"))
                    .returns(Generation.IDENTITY, Column::generation)
                    .returns(false, Column::nullable);
            assertThat(column(users, "is_verified"))
                    .returns(false, Column::nullable)
                    .returns(Optional.of(new DefaultValue.Expression("0")), Column::defaultValue);
            assertThat(users.indexes())
                    .containsExactly(
                            Index.of("ix_users_id", "id"),
                            new Index(
                                    Optional.of("ix_users_email"),
                                    List.of(Index.Part.column("email")),
                                    true,
                                    Optional.empty()));
            Table messages = schema.table("messages").orElseThrow();
            assertThat(messages.foreignKeys())
                    .containsExactly(
                            ForeignKey.of("user_id", "users", "id"),
                            ForeignKey.of("conversation_id", "conversations", "id"));
            assertThat(column(messages, "updated_at").defaultValue())
                    .contains(new DefaultValue.Expression("'2025-06-07T00:30:33.400613'"));
            assertThat(column(schema.table("assessments").orElseThrow(), "type").type())
                    .hasToString("varchar(10)");
        }
    }

    @Test
    void numberOfQueries_doesNotGrowWithTheTables() throws SQLException {
        for (int i = 0; i < 40; i++) {
            database.execute(
                    "CREATE TABLE t" + i + " (id INTEGER PRIMARY KEY, a TEXT UNIQUE, b INT REFERENCES t0)",
                    "CREATE INDEX i" + i + " ON t" + i + " (b)");
        }
        AtomicInteger queries = new AtomicInteger();

        Schema all = SqliteInspector.inspect(counting(queries));

        assertThat(all.tables()).hasSize(40);
        assertThat(queries).hasValue(4);
        assertThat(SqliteInspector.inspect(counting(queries), Set.of("T7", "t8", "nope"))
                        .tables())
                .extracting(Table::name)
                .containsExactly("t7", "t8");
        assertThat(queries).hasValue(8);
    }

    private Connection counting(AtomicInteger queries) {
        return (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    queries.incrementAndGet();
                    try {
                        return method.invoke(database.connection, arguments);
                    } catch (InvocationTargetException failure) {
                        throw failure.getCause();
                    }
                });
    }

    @Test
    void whatIsNoTableOfTheUser_isLeftOut() throws SQLException {
        database.execute(
                "CREATE TABLE t (id INTEGER PRIMARY KEY AUTOINCREMENT)",
                "INSERT INTO t DEFAULT VALUES",
                "ANALYZE",
                "CREATE VIEW v AS SELECT gone FROM nowhere",
                "CREATE VIRTUAL TABLE search USING fts5(a)",
                "CREATE TEMP TABLE t (hidden TEXT)",
                "CREATE TABLE sqlitelike (a)");

        assertThat(database.dialect.inspect(database.connection).tables())
                .extracting(Table::name)
                .containsExactly("t", "sqlitelike");
        assertThat(database.table("t").columns()).extracting(Column::name).containsExactly("id");
        assertThat(database.dialect
                        .inspect(database.connection, Set.of("v", "search", "search_data", "sqlite_sequence"))
                        .tables())
                .isEmpty();
        assertThat(database.dialect.inspect(database.connection, Set.of()).tables())
                .isEmpty();
    }

    @Test
    void keys_areNullableOnlyWhereSqliteAllowsNull() throws SQLException {
        database.execute(
                "CREATE TABLE rowid_key (id INTEGER PRIMARY KEY)",
                "CREATE TABLE rowid_key_apart (id integer, x, PRIMARY KEY (id))",
                "CREATE TABLE no_rowid_key (id INTEGER PRIMARY KEY DESC)",
                "CREATE TABLE int_key (id INT PRIMARY KEY)",
                "CREATE TABLE text_key (a TEXT, b TEXT, c TEXT, PRIMARY KEY (c, a))",
                "CREATE TABLE without_rowid (a TEXT, id INTEGER PRIMARY KEY) WITHOUT ROWID",
                "CREATE TABLE strict_key (id TEXT PRIMARY KEY) STRICT");

        assertThat(column(database.table("rowid_key"), "id"))
                .returns(false, Column::nullable)
                .returns(Generation.IDENTITY, Column::generation);
        assertThat(column(database.table("rowid_key_apart"), "id"))
                .returns(false, Column::nullable)
                .returns(Generation.IDENTITY, Column::generation);
        assertThat(column(database.table("no_rowid_key"), "id"))
                .returns(true, Column::nullable)
                .returns(Generation.NONE, Column::generation);
        assertThat(column(database.table("int_key"), "id"))
                .returns(true, Column::nullable)
                .returns(Generation.NONE, Column::generation);
        assertThat(database.table("text_key").primaryKey()).contains(PrimaryKey.of("c", "a"));
        assertThat(column(database.table("without_rowid"), "id"))
                .returns(false, Column::nullable)
                .returns(Generation.NONE, Column::generation);
        assertThat(column(database.table("strict_key"), "id").nullable()).isEqualTo(acceptsNull("strict_key"));
    }

    private boolean acceptsNull(String table) {
        try {
            database.execute("INSERT INTO " + table + " VALUES (NULL)");
            return true;
        } catch (SQLException refused) {
            return false;
        }
    }

    @Test
    void foreignKeys_haveTheirColumnsActionsNamesAndDeferral() throws SQLException {
        database.execute(
                "CREATE TABLE parent (a INT, b INT, c INT UNIQUE, PRIMARY KEY (b, a))",
                "CREATE TABLE child (x INT CONSTRAINT x_fk REFERENCES parent (c) ON DELETE SET NULL DEFERRABLE"
                        + " INITIALLY DEFERRED, y INT, z INT REFERENCES parent(c) NOT DEFERRABLE INITIALLY DEFERRED"
                        + " REFERENCES gone, CONSTRAINT \"y z\" FOREIGN KEY (y, z) REFERENCES Parent ON UPDATE CASCADE"
                        + " MATCH FULL ON DELETE SET DEFAULT DEFERRABLE)");

        assertThat(database.table("child").foreignKeys())
                .containsExactly(
                        new ForeignKey(
                                Optional.of("x_fk"),
                                List.of("x"),
                                "parent",
                                List.of("c"),
                                ReferentialAction.SET_NULL,
                                ReferentialAction.NO_ACTION,
                                true),
                        ForeignKey.of("z", "parent", "c"),
                        ForeignKey.of("z", "gone", "?"),
                        new ForeignKey(
                                Optional.of("y z"),
                                List.of("y", "z"),
                                "Parent",
                                List.of("b", "a"),
                                ReferentialAction.SET_DEFAULT,
                                ReferentialAction.CASCADE,
                                false));
    }

    @Test
    void indexes_haveTheirPartsAndConditions_andConstraintsAreNoIndexes() throws SQLException {
        database.execute(
                "CREATE TABLE t (a TEXT PRIMARY KEY, b TEXT UNIQUE, c INT, d INT, CONSTRAINT cd UNIQUE (d, c))",
                "CREATE INDEX plain ON t (c DESC, d)",
                "CREATE UNIQUE INDEX \"odd \"\"name\" ON t(lower(b) COLLATE NOCASE DESC, c, (a || ',' || ')'))"
                        + " /* ( */ WHERE b <> ')' AND c > 0 ");

        Table table = database.table("t");

        assertThat(table.uniqueKeys())
                .containsExactlyInAnyOrder(UniqueKey.of("b"), new UniqueKey(Optional.of("cd"), List.of("d", "c")));
        assertThat(table.indexes())
                .containsExactly(
                        new Index(
                                Optional.of("plain"),
                                List.of(new Index.Part("c", false, true), Index.Part.column("d")),
                                false,
                                Optional.empty()),
                        new Index(
                                Optional.of("odd \"name"),
                                List.of(
                                        new Index.Part("lower(b) COLLATE NOCASE", true, true),
                                        Index.Part.column("c"),
                                        new Index.Part("(a || ',' || ')')", true, false)),
                                true,
                                Optional.of("b <> ')' AND c > 0")));
    }

    @Test
    void checks_haveTheirNamesAndText() throws SQLException {
        database.execute("CREATE TABLE t (a INT CONSTRAINT positive CHECK (a > 0) CHECK(a<9),"
                + " \"check\" TEXT DEFAULT 'CHECK (x)' CHECK (\"check\" <> ')' -- a ) comment\n),"
                + " CONSTRAINT both CHECK ((a) <> length(\"check\")) CHECK (a <> 7))");

        assertThat(database.table("t").checks())
                .containsExactly(
                        new Check(Optional.of("positive"), "a > 0"),
                        new Check(Optional.empty(), "a<9"),
                        new Check(Optional.empty(), "\"check\" <> ')' -- a ) comment"),
                        new Check(Optional.of("both"), "(a) <> length(\"check\")"),
                        new Check(Optional.empty(), "a <> 7"));
    }

    @Test
    void computedColumnsDefaultsAndOddTypes_areRead() throws SQLException {
        database.execute("CREATE TABLE t (a, b INT AS (a + 1) STORED, c TEXT GENERATED ALWAYS AS (b) VIRTUAL,"
                + " d UNSIGNED BIG INT DEFAULT (1 + 1), e LONG TYPE (3, -4) DEFAULT -1.5, f TEXT DEFAULT \"x\")");

        Table table = database.table("t");

        assertThat(table.columns()).extracting(Column::name).containsExactly("a", "b", "c", "d", "e", "f");
        assertThat(table.columns())
                .extracting(column -> column.type().declaration())
                .containsExactly("", "INT", "TEXT", "UNSIGNED BIG INT", "LONG TYPE (3, -4)", "TEXT");
        assertThat(table.columns())
                .extracting(Column::generation)
                .containsExactly(
                        Generation.NONE,
                        Generation.COMPUTED,
                        Generation.COMPUTED,
                        Generation.NONE,
                        Generation.NONE,
                        Generation.NONE);
        assertThat(Canonical.defaultOf(table, "d")).contains("1 + 1");
        assertThat(Canonical.defaultOf(table, "e")).contains("-1.5");
        assertThat(Canonical.defaultOf(table, "f")).contains("'x'");
    }

    @Test
    void tableWithOddNamesAndComments_isRead() throws SQLException {
        database.execute(
                "CREATE TABLE [my table] (-- first\n `a b` INTEGER /* , */ PRIMARY KEY, 'c)' TEXT, [d,e] INT"
                        + " REFERENCES \"my table\"(`a b`), \"REFERENCES\" INT)",
                "CREATE TABLE copy AS SELECT 1 AS one, 'x' AS \"two words\"",
                "CREATE TRIGGER [my table] AFTER INSERT ON [my table] BEGIN SELECT 1; END");

        Table table = database.table("MY TABLE");

        assertThat(table.columns()).extracting(Column::name).containsExactly("a b", "c)", "d,e", "REFERENCES");
        assertThat(table.foreignKeys()).containsExactly(ForeignKey.of("d,e", "my table", "a b"));
        assertThat(table.definition()).hasSize(2).last().asString().startsWith("CREATE TRIGGER [my");
        assertThat(database.table("copy").columns()).extracting(Column::name).containsExactly("one", "two words");
    }

    @Test
    void definition_buildsTheSameSchemaAgain() throws Exception {
        try (Database legacy = Database.legacy(folder);
                Database again = Database.open(folder.resolve("again.db"))) {
            legacy.execute(
                    "CREATE VIEW names AS SELECT first_name FROM users",
                    "CREATE TRIGGER tr INSTEAD OF INSERT ON names BEGIN SELECT 1; END",
                    "CREATE VIRTUAL TABLE search USING fts5(a)",
                    "CREATE TABLE counted (id INTEGER PRIMARY KEY AUTOINCREMENT)",
                    "ANALYZE");

            again.execute(legacy.dialect.definition(legacy.connection).toArray(String[]::new));

            String all = "SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite_stat%'"
                    + " ORDER BY type, name";
            assertThat(again.rows(all)).isEqualTo(legacy.rows(all));
        }
    }

    @Test
    void oldestSqlite_readsTheSame() throws Exception {
        try (Database legacy = Database.legacy(folder);
                OldestSqlite oldest = OldestSqlite.load();
                Database same = Database.of(oldest.connect(folder.resolve("legacy.db")))) {
            assertThat(same.dialect.inspect(same.connection)).isEqualTo(legacy.dialect.inspect(legacy.connection));
        }
    }

    private static Column column(Table table, String name) {
        return table.column(name).orElseThrow();
    }
}
