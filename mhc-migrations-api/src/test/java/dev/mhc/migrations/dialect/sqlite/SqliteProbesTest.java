package dev.mhc.migrations.dialect.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.mhc.migrations.operation.Operation;
import dev.mhc.migrations.operation.OperationRecorder;
import dev.mhc.migrations.operation.SchemaEditor;
import dev.mhc.migrations.schema.ColumnType;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SqliteProbesTest {

    @TempDir
    Path folder;

    private Database database;

    @BeforeEach
    void open() throws SQLException {
        database = Database.open(folder.resolve("probes.db"))
                .execute(
                        "PRAGMA foreign_keys = ON",
                        "CREATE TABLE users (id INTEGER PRIMARY KEY, email TEXT, age INTEGER)",
                        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20)"
                                + " INSERT INTO users SELECT i, CASE WHEN i > 12 THEN NULL ELSE 'e' || (i / 4) END, i"
                                + " FROM n",
                        "CREATE TABLE posts (id INTEGER PRIMARY KEY, user_id REFERENCES users (id) ON DELETE CASCADE)",
                        "INSERT INTO posts VALUES (1, 1), (2, 2)",
                        "CREATE TABLE pairs (a TEXT, b INTEGER, v TEXT, PRIMARY KEY (a, b)) WITHOUT ROWID",
                        "INSERT INTO pairs VALUES ('x', 1, NULL), ('y', 2, 'v')",
                        "CREATE TABLE plain (rowid TEXT, v TEXT)",
                        "INSERT INTO plain VALUES ('r', NULL)");
    }

    @AfterEach
    void close() throws SQLException {
        database.close();
    }

    @Test
    void dropOfAReferencedTable_isRefusedBeforeRowsAreCascadedAway() throws SQLException {
        Database.Refused refused = refused(schema -> schema.dropTable("USERS"));

        assertThat(refused).hasMessageContaining("users cannot be dropped");
        assertThat(refused.rows).containsExactly("1|posts.user_id");
        assertThat(database.value("SELECT count(*) FROM posts")).isEqualTo("2");
    }

    @Test
    void dropOfATableThatReferencesItself_isDone() throws SQLException {
        database.execute("CREATE TABLE tree (id INTEGER PRIMARY KEY, up REFERENCES tree (id) ON DELETE CASCADE)")
                .execute("INSERT INTO tree VALUES (1, NULL), (2, 1)");

        run(schema -> schema.dropTable("tree"));

        assertThat(database.rows("SELECT 1 FROM sqlite_schema WHERE name = 'tree'"))
                .isEmpty();
    }

    @Test
    void nulls_areCountedAndTheFirstRowsNamed() {
        assertThat(refused(schema -> schema.alterTable(
                                "users", t -> t.alterColumn("email").notNull()))
                        .rows)
                .hasSize(5)
                .startsWith("8|id 13", "8|id 14");
    }

    @Test
    void nullsThatTheFillLeaves_areFound() {
        Database.Refused refused = refused(schema ->
                schema.alterTable("users", t -> t.alterColumn("email").notNull().fillNulls("nullif(age, 20)")));

        assertThat(refused.rows).containsExactly("1|id 20");
    }

    @Test
    void rowsOfEveryKindOfTable_areNamedByTheirKey() {
        assertThat(refused(schema -> schema.alterTable(
                                "pairs", t -> t.alterColumn("v").notNull()))
                        .rows)
                .containsExactly("1|a x, b 1");
        assertThat(refused(schema -> schema.alterTable(
                                "plain", t -> t.alterColumn("v").notNull()))
                        .rows)
                .containsExactly("1|rowid 1");
    }

    @Test
    void rowsThatBreakANewCheck_areFound_andUnknownIsNotBroken() throws SQLException {
        assertThat(refused(schema -> schema.alterTable("users", t -> t.addCheck("young", "age < 19"))).rows)
                .containsExactly("2|id 19", "2|id 20");
        run(schema -> schema.alterTable("users", t -> t.addCheck("mail", "email LIKE 'e%'")));
    }

    @Test
    void duplicatesUnderANewUniqueIndex_areFound_andNullsAreNone() throws SQLException {
        Database.Refused refused =
                refused(schema -> schema.createIndex("ux").on("users", "email").unique());

        assertThat(refused.rows).hasSize(3).allMatch(row -> row.startsWith("11|id "));
        run(schema -> schema.createIndex("ux").on("users", "email").unique().where("age >= 12"));
    }

    @Test
    void rowsWithoutAValueForANewColumn_areFound() {
        Database.Refused refused = refused(schema -> schema.alterTable(
                "posts", t -> t.addColumn("x", ColumnType.text()).notNull()));

        assertThat(refused).hasMessageContaining("posts.x").hasMessageContaining("fillNulls");
        assertThat(refused.rows).containsExactly("2|id 1", "2|id 2");
    }

    private Database.Refused refused(Consumer<SchemaEditor> migration) {
        return catchThrowableOfType(Database.Refused.class, () -> run(migration));
    }

    private void run(Consumer<SchemaEditor> migration) throws SQLException {
        for (Operation operation : OperationRecorder.record(migration)) {
            database.run(database.dialect.render(
                    operation, database.dialect.inspect(database.connection, database.dialect.reads(operation))));
        }
    }
}
