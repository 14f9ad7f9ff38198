package dev.mhc.migrations.engine;

import static dev.mhc.migrations.schema.ColumnType.bigint;
import static dev.mhc.migrations.schema.ColumnType.binary;
import static dev.mhc.migrations.schema.ColumnType.bool;
import static dev.mhc.migrations.schema.ColumnType.character;
import static dev.mhc.migrations.schema.ColumnType.date;
import static dev.mhc.migrations.schema.ColumnType.decimal;
import static dev.mhc.migrations.schema.ColumnType.declared;
import static dev.mhc.migrations.schema.ColumnType.doublePrecision;
import static dev.mhc.migrations.schema.ColumnType.integer;
import static dev.mhc.migrations.schema.ColumnType.json;
import static dev.mhc.migrations.schema.ColumnType.real;
import static dev.mhc.migrations.schema.ColumnType.smallint;
import static dev.mhc.migrations.schema.ColumnType.text;
import static dev.mhc.migrations.schema.ColumnType.time;
import static dev.mhc.migrations.schema.ColumnType.timestamp;
import static dev.mhc.migrations.schema.ColumnType.timestampTz;
import static dev.mhc.migrations.schema.ColumnType.uuid;
import static dev.mhc.migrations.schema.ColumnType.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mhc.migrations.engine.ParityDifference.Kind;
import dev.mhc.migrations.error.ErrorCode;
import dev.mhc.migrations.error.MigrationException;
import dev.mhc.migrations.fixture.PostgresqlServer;
import dev.mhc.migrations.fixture.PostgresqlServer.Database;
import dev.mhc.migrations.operation.SchemaEditor;
import dev.mhc.migrations.operation.Sql;
import dev.mhc.migrations.schema.ColumnType;
import dev.mhc.migrations.schema.ReferentialAction;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same migrations on a file of SQLite and on a server of PostgreSQL. */
@ExtendWith(PostgresqlServer.class)
final class SchemaParityTest {

    private SqliteFile sqlite = new SqliteFile(Path.of(""));
    private Database postgresql = new Database("");

    @BeforeEach
    void take(@TempDir Path folder, Database given) {
        sqlite = SqliteFile.in(folder);
        postgresql = given;
    }

    private SchemaParity parity(TestRegistry... registries) {
        return SchemaParity.of(sqlite.dataSource(), postgresql.dataSource()).registries(List.of(registries));
    }

    private static TestRegistry people() {
        return TestRegistry.app()
                .reversible(
                        1,
                        "Create people",
                        schema -> {
                            schema.createTable("teams", t -> {
                                t.id();
                                t.column("name", varchar(50)).notNull().unique();
                            });
                            schema.createTable("people", t -> {
                                t.id();
                                t.column("team_id", bigint())
                                        .references("teams", "id")
                                        .onDelete(ReferentialAction.SET_NULL);
                                t.column("name", varchar(50)).notNull();
                                t.column("age", integer());
                            });
                            schema.sql("INSERT INTO teams (name) VALUES ('red'), ('blue')");
                            schema.sql(
                                    "INSERT INTO people (team_id, name) VALUES (1, 'Ann'), (2, 'Bob'), (NULL, 'Cy')");
                        },
                        schema -> {
                            schema.dropTable("people");
                            schema.dropTable("teams");
                        });
    }

    private static TestRegistry people(String what, Consumer<SchemaEditor> up, Consumer<SchemaEditor> down) {
        return people().reversible(2, what, up, down);
    }

    @Test
    void everyType_withItsDefaults_isTheSame() {
        TestRegistry types = TestRegistry.app()
                .reversible(
                        1,
                        "Create all",
                        schema -> schema.createTable("all_types", t -> {
                            t.column("code", integer()).notNull();
                            t.column("b", bool()).notNull().defaultValue(true);
                            t.column("s", smallint()).defaultValue(-1);
                            t.column("i", integer()).defaultValue(42);
                            t.column("l", bigint());
                            t.column("d", decimal(10, 2)).defaultValue(new BigDecimal("1.50"));
                            t.column("long_d", decimal(20, 4)).defaultValue(new BigDecimal("1.50"));
                            t.column("r", real());
                            t.column("dp", doublePrecision()).defaultValue(new BigDecimal("0.5"));
                            t.column("c", character(3)).defaultValue("abc");
                            t.column("v", varchar(255)).defaultValue("it's");
                            t.column("any", ColumnType.of(ColumnType.Kind.VARCHAR));
                            t.column("t", text()).defaultNow();
                            t.column("bin", binary());
                            t.column("day", date()).defaultNow();
                            t.column("clock", time()).defaultNow();
                            t.column("ts", timestamp()).defaultNow();
                            t.column("ts3", ColumnType.of(ColumnType.Kind.TIMESTAMP, 3));
                            t.column("tz", timestampTz()).notNull().defaultNow();
                            t.column("then", timestampTz()).defaultValue("2025-06-07T00:30:33.401891");
                            t.column("birth", date()).defaultValue("2000-02-29");
                            t.column("u", uuid());
                            t.column("j", json());
                            t.column("own", declared("inet"));
                            t.column("int8", declared("int8"));
                            t.primaryKey("code");
                        }),
                        schema -> schema.dropTable("all_types"));
        parity(types).requireSame();
    }

    @Test
    void everyOperation_isTheSame_upAndDown_withRows() throws Exception {
        TestRegistry registry = people().reversible(
                        2,
                        "Alter",
                        schema -> schema.alterTable("people", t -> {
                            t.renameColumn("name", "full_name");
                            t.addColumn("email", varchar(100));
                            t.addColumn("active", bool()).notNull().defaultValue(false);
                            t.alterColumn("age").type(bigint()).notNull().fillNulls("0");
                            t.addUnique("email");
                            t.addCheck("ck_age", "age >= 0 AND age < 200");
                            t.dropForeignKey("team_id");
                            t.addForeignKey("team_id").references("teams", "id").onDelete(ReferentialAction.CASCADE);
                        }),
                        schema -> schema.alterTable("people", t -> {
                            t.dropForeignKey("team_id");
                            t.addForeignKey("team_id").references("teams", "id").onDelete(ReferentialAction.SET_NULL);
                            t.dropCheck("ck_age");
                            t.dropUnique("email");
                            t.alterColumn("age").nullable().type(integer());
                            t.dropColumn("active");
                            t.dropColumn("email");
                            t.renameColumn("full_name", "name");
                        }))
                .reversible(
                        3,
                        "Index",
                        schema -> {
                            schema.createIndex("ix_name").on("people", "full_name", "age");
                            schema.createIndex("ix_active")
                                    .on("people", "email")
                                    .unique()
                                    .where("active AND age > -1");
                            schema.createView("adults", "SELECT id, full_name FROM people WHERE age >= 18");
                        },
                        schema -> {
                            schema.dropView("adults");
                            schema.dropIndex("ix_active");
                            schema.dropIndex("ix_name");
                        })
                .reversible(
                        4,
                        "Fill in",
                        schema -> schema.backfill("people")
                                .set("email", "lower(full_name)")
                                .where("email IS NULL"),
                        schema -> schema.backfill("people").set("email", "NULL").where("email IS NOT NULL"))
                .reversible(
                        5,
                        "Step by step",
                        schema -> schema.createIndex("ix_team")
                                .on("people", "team_id")
                                .concurrently(),
                        schema -> schema.dropIndex("ix_team").concurrently())
                .inSteps(5)
                .reversible(
                        6,
                        "Rename",
                        schema -> schema.renameTable("people", "persons"),
                        schema -> schema.renameTable("persons", "people"))
                .irreversible(7, "Drop for ever", "nobody needs it", schema -> schema.dropIndex("ix_name"))
                .reversible(
                        8,
                        "Work",
                        schema -> schema.run("Insert", connection -> {
                            try (var statement = connection.createStatement()) {
                                statement.execute("INSERT INTO teams (name) VALUES ('green')");
                            }
                        }),
                        schema -> schema.sql("DELETE FROM teams WHERE name = 'green'"));
        SchemaParity parity = parity(registry);

        assertThat(parity.check()).isEmpty();
        assertThat(parity.compare()).isEmpty();
        // The way back ends at the irreversible one.
        assertThat(sqlite.tables()).contains("persons", "teams");
        assertThat(sqlite.query("SELECT email FROM persons ORDER BY id")).containsExactly("ann", "bob", "cy");
    }

    @Test
    void modulesOfOneVersion_goTogether() {
        parity(
                        TestRegistry.module("a").table(1, "a"),
                        TestRegistry.module("b").table(1, "b").table(2, "c"))
                .requireSame();
    }

    @Test
    void sqlThatDiffers_isFoundOnce_withMigrationAndBothSides() {
        TestRegistry registry = people(
                        "Add note",
                        schema -> schema.sql(Sql.sqlite("ALTER TABLE people ADD COLUMN note VARCHAR(200)")
                                .postgresql("ALTER TABLE people ADD COLUMN note varchar(20) NOT NULL DEFAULT ''")),
                        schema -> schema.alterTable("people", t -> t.dropColumn("note")))
                .table(3, "more");

        assertThat(parity(registry).check())
                .extracting(ParityDifference::toString)
                .containsExactly(
                        "2 (Add note), up: people.note: SQLite has varchar(200), PostgreSQL has varchar(20)",
                        "2 (Add note), up: people.note: SQLite has nullable, PostgreSQL has not null",
                        "2 (Add note), up: people.note: SQLite has no default, PostgreSQL has default ''");
    }

    @Test
    void requireSame_throwsWithAllOfThem_andWhatIsMeantIsLeftOut() {
        TestRegistry registry = people(
                "Add note",
                schema -> schema.sql(Sql.sqlite("ALTER TABLE people ADD COLUMN note TEXT")
                        .postgresql("ALTER TABLE people ADD COLUMN remark text")),
                schema -> schema.sql(Sql.sqlite("ALTER TABLE people DROP COLUMN note")
                        .postgresql("ALTER TABLE people DROP COLUMN remark")));
        assertThatThrownBy(() -> parity(registry).requireSame())
                .isInstanceOf(MigrationException.class)
                .hasMessageStartingWith("[ParityDiffers] The migrations do not make the same of SQLite and PostgreSQL,"
                        + " in 2 places:\n"
                        + "  2 (Add note), up: people.note: SQLite has text, PostgreSQL has nothing\n"
                        + "  2 (Add note), up: people.remark: SQLite has nothing, PostgreSQL has text\n");
    }

    @Test
    void whatIsMeant_isLeftOut() {
        TestRegistry registry = people(
                "Only there",
                schema -> schema.sql(
                        Sql.sqlite("CREATE TABLE only_here (n INTEGER)").postgresql(Sql.none())),
                schema -> schema.sql(Sql.sqlite("DROP TABLE only_here").postgresql(Sql.none())));
        parity(registry)
                .except(difference -> difference.place().equals("only_here"))
                .requireSame();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CREATE INDEX ix ON people (age) | CREATE INDEX ix ON people (age DESC) | people.ix | index (age) | index (age desc)",
                "CREATE INDEX ix ON people (age) | CREATE UNIQUE INDEX ix ON people (age) | people.ix | index (age) | unique index (age)",
                "CREATE INDEX ix ON people (age) WHERE age > 1 | CREATE INDEX ix ON people (age) WHERE age > 2 | people.ix"
                        + " | index (age) where age > 1 | index (age) where (age > 2)",
                "CREATE INDEX ix ON people (age) | SELECT 1 | people.ix | index (age) | nothing",
                "CREATE VIEW ix AS SELECT 1 AS a | SELECT 1 | ix | view | nothing",
                "CREATE TABLE ix (a TEXT) | CREATE TABLE ix (a text CHECK (a <> '')) | ix.ix_a_check | nothing"
                        + " | check ((a <> ''::text))",
                "CREATE TABLE ix (a TEXT, CONSTRAINT c CHECK (a <> '')) | CREATE TABLE ix (a text CONSTRAINT c CHECK (a <> 'b'))"
                        + " | ix.c | check (a <> '') | check ((a <> 'b'::text))",
                "CREATE TABLE ix (a INT NOT NULL, b INT NOT NULL, PRIMARY KEY (a, b))"
                        + " | CREATE TABLE ix (a int, b int, PRIMARY KEY (b, a)) | ix | primary key (a, b) | primary key (b, a)",
                "CREATE TABLE ix (a INT REFERENCES teams(id)) | CREATE TABLE ix (a int REFERENCES teams(id) ON DELETE CASCADE)"
                        + " | ix.a | on delete no action, on update no action | on delete cascade, on update no action",
                "CREATE TABLE ix (a INT REFERENCES teams(id)) | CREATE TABLE ix (a int REFERENCES teams(id) DEFERRABLE INITIALLY"
                        + " DEFERRED) | ix.a | on delete no action, on update no action"
                        + " | on delete no action, on update no action, deferrable",
                "CREATE TABLE ix (a INT REFERENCES teams(id)) | CREATE TABLE ix (a int) | ix.a | foreign key to teams(id) | nothing",
                "CREATE TABLE ix (a INT UNIQUE) | CREATE TABLE ix (a int) | ix.a | unique (a) | nothing",
                "CREATE TABLE ix (a INT DEFAULT 1) | CREATE TABLE ix (a int DEFAULT 2) | ix.a | default 1 | default 2",
                "CREATE TABLE ix (a INT, b INT AS (a) STORED) | CREATE TABLE ix (a int, b int) | ix.b | computed by the database"
                        + " | a value from the application",
                "CREATE TABLE ix (a TIMESTAMP) | CREATE TABLE ix (a timestamptz) | ix.a | timestamp | timestamp with time zone",
                "CREATE TABLE ix (a DECIMAL(10,2)) | CREATE TABLE ix (a numeric(10,3)) | ix.a | decimal(10,2) | decimal(10, 3)",
                "CREATE TABLE ix (a INTEGER PRIMARY KEY AUTOINCREMENT) | CREATE TABLE ix (a integer PRIMARY KEY) | ix.a"
                        + " | numbered by the database | a value from the application",
            })
    void eachKindOfDifference_isFound(String onSqlite, String onPostgresql, String place, String first, String second)
            throws Exception {
        sqlite.migrator(people()).apply();
        Migrator.builder(postgresql.dataSource())
                .registries(List.of(people()))
                .build()
                .apply();
        sqlite.execute(onSqlite);
        postgresql.execute(onPostgresql);

        assertThat(parity(people()).compare()).singleElement().satisfies(difference -> {
            assertThat(difference.kind()).isEqualTo(Kind.AS_THEY_ARE);
            assertThat(difference.place()).isEqualTo(place);
            assertThat(difference.first()).hasToString("SQLite has " + first);
            assertThat(difference.second()).hasToString("PostgreSQL has " + second);
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CREATE TABLE s (a TEXT, UNIQUE (a)) | CREATE TABLE s (a text); CREATE UNIQUE INDEX other ON s (a)",
                "CREATE TABLE s (b INT, a INT) | CREATE TABLE s (a int4, b integer)",
                "CREATE TABLE s (a INTEGER PRIMARY KEY) | CREATE TABLE s (a integer PRIMARY KEY)",
                "CREATE TABLE s (a INTEGER PRIMARY KEY) | CREATE TABLE s (a bigserial PRIMARY KEY)",
                "CREATE TABLE s (a INT CHECK (a BETWEEN 1 AND 5)) | CREATE TABLE s (a int CHECK (a BETWEEN 1 AND 5))",
                "CREATE TABLE s (a INT CHECK (a + 2 * a > 1)) | CREATE TABLE s (a int CHECK (a + 2 * a > 1))",
                "CREATE TABLE s (a TEXT CHECK (a IN ('x', 'y'))) | CREATE TABLE s (a varchar CHECK (a IN ('x', 'y')))",
                "CREATE TABLE s (a INT CHECK (a > -1)) | CREATE TABLE s (a int CHECK (a > -1))",
                "CREATE TABLE s (a TEXT, b TEXT AS (lower(a)) STORED)"
                        + " | CREATE TABLE s (a text, b text GENERATED ALWAYS AS (lower(a)) STORED)",
            })
    void whatIsOnlySpelledOtherwise_isTheSame(String onSqlite, String onPostgresql) throws Exception {
        sqlite.execute(onSqlite);
        postgresql.execute(onPostgresql.split("; ", -1));
        assertThat(parity(people()).compare()).isEmpty();
    }

    @Test
    void aWayBackThatDoesNotLeadBack_isFound_onEachSide() {
        TestRegistry registry = people(
                "Widen",
                schema -> schema.alterTable("people", t -> t.alterColumn("age").type(bigint())),
                schema -> {});
        assertThat(parity(registry).check())
                .extracting(ParityDifference::toString)
                .containsExactly(
                        "2 (Widen), up and down: people.age: SQLite before has integer, SQLite afterwards has bigint",
                        "2 (Widen), up and down: people.age: PostgreSQL before has integer, PostgreSQL afterwards has"
                                + " bigint");
    }

    @Test
    void aSecondUp_thatMakesSomethingElse_isFound() {
        TestRegistry registry = people(
                "Twice",
                schema -> schema.sql(Sql.sqlite("CREATE TABLE IF NOT EXISTS twice (a TEXT)")
                        .postgresql("CREATE TABLE IF NOT EXISTS twice (a text)")),
                schema -> {
                    schema.dropTable("twice");
                    schema.createTable("twice", t -> t.column("b", text()));
                });
        assertThat(parity(registry).check())
                .extracting(ParityDifference::kind)
                .contains(Kind.WAY_BACK, Kind.UP_AGAIN)
                .doesNotContain(Kind.UP, Kind.DOWN);
    }

    @Test
    void aDatabaseThatIsNotEmpty_isRefused_andLeftAsItIs() throws Exception {
        postgresql.execute("CREATE TABLE precious (a text)");
        assertThatThrownBy(() -> parity(people()).check())
                .hasMessageStartingWith("[ParityNotEmpty] The PostgreSQL database is not empty, it has precious.");
        assertThat(sqlite.tables()).isEmpty();
    }

    @Test
    void aMigrationThatFailsOnOneOfThem_isToldWithTheDatabase() {
        TestRegistry registry = people(
                "Fail",
                schema -> schema.sql(Sql.sqlite("SELECT 1").postgresql("SELECT nothing FROM nowhere")),
                schema -> {});
        assertThatThrownBy(() -> parity(registry).check())
                .isInstanceOfSatisfying(
                        MigrationException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.PARITY_STOPPED))
                .hasMessageContaining("on PostgreSQL one fails:\n[StatementFailed] Migration 2 (Fail)");
    }

    @Test
    void twoDatabasesOfOneKind_areToldApart(@TempDir Path other) throws Exception {
        SqliteFile second = SqliteFile.in(other);
        second.execute("CREATE TABLE a (b TEXT)");
        assertThat(SchemaParity.of(sqlite.dataSource(), second.dataSource()).compare())
                .extracting(ParityDifference::toString)
                .containsExactly("a: the first SQLite has nothing, the second SQLite has table");
    }
}
