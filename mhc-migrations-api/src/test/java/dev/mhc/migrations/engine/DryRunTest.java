package dev.mhc.migrations.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mhc.migrations.dialect.Step;
import dev.mhc.migrations.schema.ColumnType;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.Function;

class DryRunTest {

    @TempDir
    Path folder;

    private SqliteFile database;

    @BeforeEach
    void createFile() {
        database = SqliteFile.in(folder);
    }

    private static TestRegistry registry() {
        return TestRegistry.app()
                .table(1, "a")
                .reversible(
                        2,
                        "Change a",
                        schema -> schema.alterTable("a", t -> {
                            t.renameColumn("name", "title");
                            t.addColumn("score", ColumnType.integer());
                        }),
                        schema -> {})
                .reversible(
                        3,
                        "Index and work",
                        schema -> {
                            schema.createIndex("ix_a_title").on("a", "title");
                            schema.run("think", connection -> {
                                throw new AssertionError("a dry run ran it");
                            });
                        },
                        schema -> {});
    }

    private static List<String> steps(DryRun dryRun) {
        return dryRun.migrations().stream()
                .flatMap(rendered -> rendered.steps().stream())
                .filter(step -> !(step instanceof Step.Routine))
                .map(step -> {
                    if (step instanceof Step.Statement statement) {
                        return statement.sql();
                    }
                    return step instanceof Step.Work work ? "work: " + work.description() : "probe";
                })
                .toList();
    }

    @Test
    void stepsThatDependOnEachOther_areRendered_andNothingChanges() throws Exception {
        database.migrator(registry()).applyTo(1);
        database.execute(
                "CREATE VIEW a_names AS SELECT name FROM a",
                "CREATE TRIGGER a_insert AFTER INSERT ON a BEGIN SELECT 1; END");
        byte[] before = database.bytes();
        Migrator migrator = database.migrator(registry());

        List<String> steps = steps(migrator.dryRun(migrator.plan()));

        assertThat(steps).hasSize(4);
        assertThat(steps.get(0)).contains("RENAME COLUMN");
        assertThat(steps.get(1)).contains("ADD COLUMN");
        assertThat(steps.get(2)).contains("CREATE INDEX");
        assertThat(steps.get(3)).isEqualTo("work: think");
        assertThat(database.bytes()).isEqualTo(before);
        assertThat(folder).isDirectoryContaining(file -> file.endsWith("test.db"));
        assertThat(folder.toFile().list()).containsExactly("test.db");
    }

    @Test
    void rollback_isRenderedToo() {
        Migrator migrator = database.migrator(TestRegistry.app().table(1, "a"));
        migrator.apply();
        assertThat(steps(migrator.dryRun(migrator.planRollbackSteps(1)))).last().isEqualTo("DROP TABLE \"a\"");
    }

    @Test
    void aStatementThatWouldFail_isNamed() {
        TestRegistry registry = registry().reversible(4, "Break", s -> s.sql("DELETE FROM nowhere"), s -> {});
        TestRegistry withoutWork = registry.without(3);
        Migrator migrator = database.migrator(withoutWork);
        assertThatThrownBy(() -> migrator.dryRun(migrator.plan()))
                .hasMessageContaining("[DryRunFailed] Migration 4 (Break) would fail at operation 1 of 1")
                .hasMessageContaining("no such table: nowhere");
    }

    @Test
    void whatFollowsJdbcWork_isShownEvenIfItCannotRunWithoutIt() {
        TestRegistry registry = registry().reversible(4, "Depends", s -> s.sql("DELETE FROM made_by_work"), s -> {});
        Migrator migrator = database.migrator(registry);
        assertThat(steps(migrator.dryRun(migrator.plan()))).last().isEqualTo("DELETE FROM made_by_work");
    }

    @Test
    void constraintThatDependsOnLiveRows_isNotForetold_evenWithOrRollback() throws Exception {
        TestRegistry registry = TestRegistry.app().table(1, "a");
        database.migrator(registry).apply();
        registry.reversible(
                2,
                "Seed",
                s -> {
                    s.sql("CREATE TABLE b (a_id INTEGER NOT NULL)");
                    s.sql("INSERT OR ROLLBACK INTO b SELECT (SELECT id FROM a WHERE name = 'first')");
                    s.alterTable("a", t -> t.addColumn("score", ColumnType.integer()));
                },
                s -> {});
        Migrator migrator = database.migrator(registry);
        assertThat(steps(migrator.dryRun(migrator.plan()))).hasSize(3);
        migrator.apply();
        assertThat(database.query("SELECT a_id FROM b")).containsExactly("1");
    }

    @Test
    void constraintThatFailsOnAnEmptyDatabase_isForetold() {
        TestRegistry registry = TestRegistry.app()
                .table(1, "a")
                .reversible(2, "Seed", s -> s.sql("INSERT INTO a (id, name) VALUES (1, 'again')"), s -> {});
        Migrator migrator = database.migrator(registry);
        assertThatThrownBy(() -> migrator.dryRun(migrator.plan())).hasMessageContaining("[DryRunFailed] Migration 2");
    }

    @Test
    void tableWithAFunctionOfTheApplication_doesNotStopADryRun() throws Exception {
        TestRegistry registry = TestRegistry.app().table(1, "a");
        database.migrator(registry).apply();
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            Function.create(
                    connection,
                    "of_application",
                    new Function() {
                        @Override
                        protected void xFunc() throws SQLException {
                            result(1);
                        }
                    },
                    1,
                    Function.FLAG_DETERMINISTIC);
            statement.execute("CREATE TABLE foreign_one (x CHECK (of_application(x)))");
        }
        Migrator migrator = database.migrator(registry.table(2, "b"));
        assertThat(steps(migrator.dryRun(migrator.plan()))).first().asString().contains("CREATE TABLE \"b\"");
        migrator.apply();
        assertThat(database.tables()).contains("b");
    }

    @Test
    void rebuild_isShownWithItsReason_inThePlanToo_andRunsNowhere() throws Exception {
        TestRegistry registry = TestRegistry.app().table(1, "a");
        database.migrator(registry).apply();
        database.execute(
                "CREATE TABLE child (id INTEGER PRIMARY KEY, a_id INTEGER REFERENCES a (id) ON DELETE CASCADE)",
                "INSERT INTO child VALUES (1, 1)",
                "CREATE VIEW a_names AS SELECT name FROM a");
        registry.reversible(
                2,
                "Retype",
                s -> s.alterTable("a", t -> {
                    t.renameColumn("name", "title");
                    t.alterColumn("title").type(ColumnType.text()).defaultValue("none");
                }),
                s -> {});
        byte[] before = database.bytes();
        Migrator migrator = database.migrator(registry);
        String way = "2 (Retype): table a is rebuilt: SQLite has no statement that changes the type of a column";

        MigrationPlan plan = migrator.plan();
        assertThat(plan.ways()).containsExactly(way);
        DryRun dryRun = migrator.dryRun(plan);
        assertThat(dryRun.ways()).containsExactly(way);
        assertThat(dryRun.migrations().get(0).steps())
                .filteredOn(Step.Statement.class::isInstance)
                .extracting(step -> ((Step.Statement) step).sql())
                .contains("ALTER TABLE \"a\" RENAME COLUMN \"name\" TO \"title\"")
                .anySatisfy(sql -> assertThat(sql).startsWith("CREATE TABLE").contains("TEXT DEFAULT 'none'"));
        assertThat(database.bytes()).isEqualTo(before);

        migrator.apply();
        assertThat(database.query("SELECT title FROM a JOIN child ON a_id = a.id"))
                .containsExactly("first");
        assertThat(database.query("SELECT * FROM a_names")).containsExactly("first");
    }
}
