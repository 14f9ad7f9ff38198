package dev.mhc.migrations.dialect.sqlite;

import static dev.mhc.migrations.schema.ColumnType.integer;
import static dev.mhc.migrations.schema.ColumnType.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Views, and the states of constraints that SQLite does not have. */
final class SqliteViewsTest {

    @TempDir
    Path folder;

    private Database database;

    @BeforeEach
    void open() throws Exception {
        database = Database.open(folder.resolve("test.db"));
        database.execute(
                "CREATE TABLE users (id INTEGER PRIMARY KEY, name TEXT)",
                "CREATE TABLE posts (id INTEGER PRIMARY KEY, user_id INTEGER, a INTEGER)",
                "INSERT INTO users VALUES (1, 'A')",
                "INSERT INTO posts VALUES (1, 1, 5)");
    }

    @AfterEach
    void close() throws Exception {
        database.close();
    }

    @Test
    void viewOfAMissingTable_isNotCreated() {
        assertThatThrownBy(() -> database.migrate(schema -> schema.createView("v", "SELECT * FROM nothing")))
                .hasMessageContaining("nothing");
    }

    @Test
    void viewThatAnotherReads_isNotDropped() throws Exception {
        database.migrate(schema -> {
            schema.createView("v", "SELECT name FROM users");
            schema.createView("w", "SELECT upper(name) AS name FROM v");
        });
        assertThatThrownBy(() -> database.migrate(schema -> schema.dropView("v")))
                .hasMessageContaining("View v cannot be dropped")
                .hasMessageContaining("view w");
    }

    @Test
    void tableThatAViewReads_isChangedBetweenDropAndCreate() throws Exception {
        database.migrate(schema -> schema.createView("v", "SELECT name FROM users"));
        database.migrate(schema -> {
            schema.dropView("v");
            schema.alterTable("users", t -> {
                t.dropColumn("name");
                t.addColumn("nick", text()).defaultValue("N");
            });
            schema.createView("v", "SELECT nick AS name FROM users");
        });
        assertThat(database.value("SELECT name FROM v")).isEqualTo("N");
    }

    @Test
    void notValid_looksAtAllRows() {
        assertThatThrownBy(() -> database.migrate(schema -> schema.alterTable(
                        "posts", t -> t.addCheck("few", "a < 5").notValid())))
                .hasMessageContaining("few");
        assertThatThrownBy(() -> database.migrate(schema -> schema.alterTable(
                        "posts",
                        t -> t.addForeignKey("a").references("users", "id").notValid())))
                .hasMessageContaining("users");
    }

    @Test
    void validate_changesNothing() throws Exception {
        database.migrate(schema -> schema.alterTable("posts", t -> {
            t.addForeignKey("user_id").references("users", "id").notValid();
            t.addCheck("few", "a < 10").notValid();
        }));
        String before = database.value("SELECT sql FROM sqlite_schema WHERE name = 'posts'");
        database.migrate(schema -> schema.alterTable("posts", t -> {
            t.validateForeignKey("user_id");
            t.validateCheck("few");
        }));
        assertThat(database.value("SELECT sql FROM sqlite_schema WHERE name = 'posts'"))
                .isEqualTo(before);
        database.migrate(schema -> schema.alterTable("posts", t -> {
            t.renameColumn("user_id", "author");
            t.validateForeignKey("author");
            t.alterColumn("a").type(integer()).notNull().defaultValue(1);
            t.validateCheck("few");
        }));
        assertThat(database.value("SELECT a FROM posts")).isEqualTo("5");
    }

    @Test
    void validateOfWhatIsNotThere_isRefused() {
        assertThatThrownBy(() ->
                        database.migrate(schema -> schema.alterTable("posts", t -> t.validateForeignKey("user_id"))))
                .hasMessageContaining("NoSuchConstraint");
        assertThatThrownBy(() -> database.migrate(schema -> schema.alterTable("posts", t -> t.validateCheck("few"))))
                .hasMessageContaining("NoSuchConstraint");
    }
}
