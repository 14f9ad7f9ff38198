package dev.mhc.migrations.contract;

import static dev.mhc.migrations.schema.ReferentialAction.CASCADE;
import static dev.mhc.migrations.schema.ReferentialAction.SET_NULL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mhc.migrations.engine.TestRegistry;
import dev.mhc.migrations.operation.AlterTableEditor;
import dev.mhc.migrations.schema.ColumnType;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Constraints and indexes of tables that have rows. */
@OnBothDatabases
class ConstraintsContractTest extends Contract {

    private void altered(Consumer<AlterTableEditor> up, Consumer<AlterTableEditor> down, Look then) throws Exception {
        changed(schema -> schema.alterTable("posts", up), schema -> schema.alterTable("posts", down), then);
    }

    @Test
    void primaryKey_isReplaced() throws Exception {
        altered(t -> t.primaryKey("id", "user_id"), t -> t.primaryKey("id"), () -> {
            database.execute("INSERT INTO posts (id, user_id) VALUES (1, 2)");
            database.refuses("INSERT INTO posts (id, user_id) VALUES (1, 2)");
            database.execute("DELETE FROM posts WHERE id = 1 AND user_id = 2");
        });
    }

    @Test
    void foreignKey_isAddedAndDropped() throws Exception {
        altered(
                t -> t.addForeignKey("a").references("users", "id").onDelete(SET_NULL),
                t -> t.dropForeignKey("a"),
                () -> {
                    database.refuses("UPDATE posts SET a = 99");
                    database.execute(
                            "INSERT INTO users (id, email) VALUES (50, 'x')", "UPDATE posts SET a = 50 WHERE id = 1");
                    database.execute("DELETE FROM users WHERE id = 50");
                    assertThat(database.rows("SELECT a FROM posts WHERE id = 1"))
                            .containsExactly("null");
                    database.execute("UPDATE posts SET a = 1 WHERE id = 1");
                });
        database.execute("UPDATE posts SET a = NULL");
    }

    @Test
    void rowsThatReferenceNothing_refuseAForeignKey() throws Exception {
        database.migrator(start()).apply();
        database.execute("UPDATE posts SET a = 99 WHERE id = 1");
        refused(schema -> schema.alterTable("posts", t -> t.addForeignKey("a").references("users", "id")));
    }

    @Test
    void cascade_isDroppedWithItsForeignKey() throws Exception {
        altered(
                t -> t.dropForeignKey("user_id"),
                t -> t.addForeignKey("user_id").references("users", "id").onDelete(CASCADE),
                () -> {
                    database.execute(
                            "INSERT INTO posts (id, user_id) VALUES (9, 99)", "DELETE FROM posts WHERE id = 9");
                });
    }

    @Test
    void unique_isAddedAndDropped_andRefusedOverDuplicates() throws Exception {
        altered(t -> t.addUnique("a", "b"), t -> t.dropUnique("b", "a"), () -> {
            database.refuses("UPDATE posts SET a = 5, b = 5");
            database.execute("INSERT INTO posts (id, user_id, a, b) VALUES (9, 1, NULL, 1), (8, 1, NULL, 1)");
            database.execute("DELETE FROM posts WHERE id > 7");
        });
        database.migrator(start().reversible(
                                3, "Change", s -> {}, s -> s.alterTable("posts", t -> t.dropUnique("a", "b"))))
                .rollbackTo(2);
        database.execute("UPDATE posts SET a = 5, b = 5");
        refused(schema -> schema.alterTable("posts", t -> t.addUnique("a", "b")));
    }

    @Test
    void check_isAddedAndDropped_andRefusedOverRows() throws Exception {
        altered(t -> t.addCheck("short_title", "length(title) < 20"), t -> t.dropCheck("short_title"), () -> {
            database.refuses("UPDATE posts SET title = 'a title that is far too long'");
            database.execute(
                    "UPDATE posts SET title = NULL WHERE id = 1", "UPDATE posts SET title = 'first' WHERE id = 1");
        });
        database.migrator(start().reversible(
                                3, "Change", s -> {}, s -> s.alterTable("posts", t -> t.dropCheck("short_title"))))
                .rollbackTo(2);
        refused(schema -> schema.alterTable("posts", t -> t.addCheck("tiny_title", "length(title) < 2")));
    }

    @Test
    void constraintsThatAreNotThere_areNotDropped() throws Exception {
        refused(schema -> schema.alterTable("posts", t -> t.dropForeignKey("a")));
        refused(schema -> schema.alterTable("posts", t -> t.dropUnique("title")));
        refused(schema -> schema.alterTable("posts", t -> t.dropCheck("nothing")));
    }

    @Test
    void notValid_thenValidate_holdsForAllRows() throws Exception {
        TestRegistry registry = start().reversible(
                        3,
                        "Not valid",
                        schema -> schema.alterTable("posts", t -> {
                            t.addForeignKey("a").references("users", "id").notValid();
                            t.addCheck("a_positive", "a > 0").notValid();
                        }),
                        schema -> schema.alterTable("posts", t -> {
                            t.dropCheck("a_positive");
                            t.dropForeignKey("a");
                        }))
                .reversible(
                        4,
                        "Validate",
                        schema -> schema.alterTable("posts", t -> {
                            t.validateForeignKey("a");
                            t.validateCheck("a_positive");
                        }),
                        schema -> {});
        changed(registry, () -> {
            database.refuses("UPDATE posts SET a = 99");
            database.refuses("UPDATE posts SET a = 0");
        });
    }

    @Test
    void indexes_ofAllKinds_areCreatedAndDropped() throws Exception {
        changed(
                schema -> {
                    schema.createIndex("ix_posts_a_b").on("posts", "a", "b");
                    schema.createIndex("ux_users_email")
                            .on("users", "email")
                            .unique()
                            .where("email <> ''");
                    schema.createIndex("ux_lower_name")
                            .on("users")
                            .expression("lower(name)")
                            .unique();
                    schema.createIndex("ix_posts_score").on("posts", "a").descending("score");
                    schema.dropIndex("ix_posts_title");
                },
                schema -> {
                    schema.createIndex("ix_posts_title").on("posts", "title");
                    schema.dropIndex("ix_posts_score");
                    schema.dropIndex("ux_lower_name");
                    schema.dropIndex("ux_users_email");
                    schema.dropIndex("ix_posts_a_b");
                },
                () -> {
                    database.refuses("INSERT INTO users (email) VALUES ('a@example.com')");
                    database.refuses("INSERT INTO users (email, name) VALUES ('z', 'a')");
                    database.execute(
                            "INSERT INTO users (email) VALUES (''), ('')", "DELETE FROM users WHERE email = ''");
                    assertThat(database.schema().table("posts").orElseThrow().indexes())
                            .extracting(index -> String.valueOf(index.name().orElse("")))
                            .containsExactlyInAnyOrder("ix_posts_a_b", "ix_posts_score");
                });
    }

    @Test
    void uniqueIndex_isRefusedOverDuplicates() throws Exception {
        database.migrator(start()).apply();
        database.execute("UPDATE users SET email = 'same'");
        refused(schema ->
                schema.createIndex("ux_users_email").on("users", "email").unique());
    }

    @Test
    void concurrentIndex_isBuiltInAStepOfItsOwn() throws Exception {
        TestRegistry registry = start().reversible(
                        3,
                        "Index",
                        schema -> {
                            schema.sql("UPDATE posts SET title = 'changed' WHERE id = 1");
                            schema.createIndex("ux_posts_title_2")
                                    .on("posts", "title")
                                    .unique()
                                    .concurrently();
                            schema.alterTable("posts", t -> t.addColumn("note", ColumnType.text()));
                        },
                        schema -> {
                            schema.alterTable("posts", t -> t.dropColumn("note"));
                            schema.dropIndex("ux_posts_title_2").concurrently();
                            schema.sql("UPDATE posts SET title = 'first' WHERE id = 1");
                        })
                .inSteps(3);
        changed(registry, () -> {
            database.refuses("UPDATE posts SET title = 'changed' WHERE id = 2");
            assertThat(database.rows("SELECT note FROM posts")).containsExactly("null", "null");
        });
    }
}
