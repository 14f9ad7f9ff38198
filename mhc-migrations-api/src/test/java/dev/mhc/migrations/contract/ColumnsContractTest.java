package dev.mhc.migrations.contract;

import static dev.mhc.migrations.schema.ColumnType.bigint;
import static dev.mhc.migrations.schema.ColumnType.bool;
import static dev.mhc.migrations.schema.ColumnType.decimal;
import static dev.mhc.migrations.schema.ColumnType.doublePrecision;
import static dev.mhc.migrations.schema.ColumnType.integer;
import static dev.mhc.migrations.schema.ColumnType.text;
import static dev.mhc.migrations.schema.ColumnType.timestamp;
import static dev.mhc.migrations.schema.ColumnType.varchar;
import static dev.mhc.migrations.schema.ReferentialAction.SET_NULL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mhc.migrations.operation.AlterTableEditor;
import java.math.BigDecimal;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Columns of tables that have rows. */
@OnBothDatabases
class ColumnsContractTest extends Contract {

    private void altered(Consumer<AlterTableEditor> up, Consumer<AlterTableEditor> down, Look then) throws Exception {
        changed(schema -> schema.alterTable("posts", up), schema -> schema.alterTable("posts", down), then);
    }

    @Test
    void addedColumns_haveTheirDefaultInEveryRow() throws Exception {
        altered(
                t -> {
                    t.addColumn("is_public", bool()).notNull().defaultValue(false);
                    t.addColumn("note", varchar(20)).defaultValue("it's");
                    t.addColumn("rating", decimal(10, 2)).notNull().defaultValue(new BigDecimal("1.50"));
                    t.addColumn("shade", text()).defaultExpression("upper('red')");
                    t.addColumn("empty", text());
                    t.addColumn("seen_at", timestamp()).notNull().defaultNow();
                },
                t -> {
                    for (String name : new String[] {"is_public", "note", "rating", "shade", "empty", "seen_at"}) {
                        t.dropColumn(name);
                    }
                },
                () -> {
                    assertThat(database.rows("SELECT id, is_public, note, rating, shade, empty FROM posts ORDER BY id"))
                            .containsExactly("1|0|it's|1.5|RED|null", "2|0|it's|1.5|RED|null");
                    assertThat(database.rows("SELECT count(*) FROM posts WHERE seen_at IS NULL"))
                            .containsExactly("0");
                    database.refuses("UPDATE posts SET is_public = NULL");
                    assertThat(database.rows("INSERT INTO posts (id, user_id) VALUES (9, 1) RETURNING note, rating"))
                            .containsExactly("it's|1.5");
                    database.execute("DELETE FROM posts WHERE id = 9");
                });
    }

    @Test
    void addedColumns_haveTheirConstraints() throws Exception {
        altered(
                t -> {
                    t.addColumn("reviewer_id", bigint())
                            .references("users", "id")
                            .onDelete(SET_NULL);
                    t.addColumn("code", text()).unique();
                },
                t -> {
                    t.dropColumn("code");
                    t.dropColumn("reviewer_id");
                },
                () -> {
                    database.execute("UPDATE posts SET reviewer_id = 2, code = 'x' WHERE id = 1");
                    database.refuses("UPDATE posts SET reviewer_id = 99 WHERE id = 2");
                    database.refuses("UPDATE posts SET code = 'x' WHERE id = 2");
                    database.execute("UPDATE posts SET code = 'y' WHERE id = 2");
                });
    }

    @Test
    void notNullColumnWithoutDefault_isRefusedWhereThereAreRows() throws Exception {
        refused(schema ->
                schema.alterTable("posts", t -> t.addColumn("must", text()).notNull()));
    }

    @Test
    void droppedAndRenamedColumns_takeTheirConstraintsAlong() throws Exception {
        altered(
                t -> {
                    t.renameColumn("title", "headline");
                    t.renameColumn("a", "b2");
                    t.renameColumn("b", "a");
                },
                t -> {
                    t.renameColumn("a", "b");
                    t.renameColumn("b2", "a");
                    t.renameColumn("headline", "title");
                },
                () -> {
                    assertThat(database.rows("SELECT id, headline, b2, a FROM posts ORDER BY id"))
                            .containsExactly("1|first|1|1", "2|second|2|2");
                    assertThat(database.schema().table("posts").orElseThrow().indexes())
                            .singleElement()
                            .asString()
                            .contains("headline");
                });
    }

    @Test
    void droppedColumn_takesItsForeignKeyAndCheckAlong() throws Exception {
        database.migrator(start().reversible(
                                3,
                                "Drop",
                                schema -> schema.alterTable("posts", t -> {
                                    t.dropColumn("user_id");
                                    t.dropCheck("score_positive");
                                    t.dropColumn("score");
                                }),
                                schema -> {}))
                .apply();
        assertThat(database.rows("SELECT * FROM posts ORDER BY id")).containsExactly("1|first|1|1", "2|second|2|2");
        database.execute("DELETE FROM users");
        assertThat(database.rows("SELECT count(*) FROM posts")).containsExactly("2");
    }

    @Test
    void retypedColumn_keepsItsValues() throws Exception {
        altered(
                t -> {
                    t.alterColumn("score").type(doublePrecision());
                    t.alterColumn("a").type(bigint());
                },
                t -> {
                    t.alterColumn("score").type(integer());
                    t.alterColumn("a").type(integer());
                },
                () -> {
                    assertThat(database.rows("SELECT score, a FROM posts ORDER BY id"))
                            .containsExactly("5|1", "null|2");
                    database.execute("UPDATE posts SET score = 0.5 WHERE id = 2");
                    assertThat(database.rows("SELECT score FROM posts WHERE id = 2"))
                            .containsExactly("0.5");
                    database.refuses("UPDATE posts SET score = -1");
                    database.execute("UPDATE posts SET score = NULL WHERE id = 2");
                });
    }

    @Test
    void using_makesTheNewValues() throws Exception {
        altered(
                t -> t.alterColumn("b").type(text()).using("'no. ' || b"),
                t -> t.alterColumn("b").type(integer()).using("CAST(substr(b, 5) AS integer)"),
                () -> assertThat(database.rows("SELECT b FROM posts ORDER BY id"))
                        .containsExactly("no. 1", "no. 2"));
    }

    @Test
    void valuesThatAreNoneOfTheNewType_areRefused() throws Exception {
        refused(schema -> schema.alterTable("posts", t -> t.alterColumn("title").type(integer())));
    }

    @Test
    void nullness_changesBothWays_andFillsNulls() throws Exception {
        altered(
                t -> {
                    t.alterColumn("title").notNull();
                    t.alterColumn("user_id").nullable();
                },
                t -> {
                    t.alterColumn("title").nullable();
                    t.alterColumn("user_id").notNull();
                },
                () -> {
                    database.refuses("UPDATE posts SET title = NULL");
                    database.execute("UPDATE posts SET user_id = NULL WHERE id = 1");
                    database.execute("UPDATE posts SET user_id = 1 WHERE id = 1");
                });
    }

    @Test
    void nulls_areFilledFromTheirRow() throws Exception {
        altered(
                t -> t.alterColumn("score").notNull().fillNulls("a * 10"),
                t -> t.alterColumn("score").nullable(),
                () -> assertThat(database.rows("SELECT score FROM posts ORDER BY id"))
                        .containsExactly("5", "20"),
                "UPDATE posts SET score = NULL WHERE id = 2");
    }

    private void altered(Consumer<AlterTableEditor> up, Consumer<AlterTableEditor> down, Look then, String undo)
            throws Exception {
        changed(
                schema -> schema.alterTable("posts", up),
                schema -> {
                    schema.alterTable("posts", down);
                    schema.sql(undo);
                },
                then);
    }

    @Test
    void nullsUnderANewNotNull_areRefused() throws Exception {
        refused(schema -> schema.alterTable("posts", t -> t.alterColumn("score").notNull()));
    }

    @Test
    void defaults_changeForRowsToCome_andLeaveThoseThatAreThere() throws Exception {
        altered(
                t -> {
                    t.alterColumn("title").defaultValue("none");
                    t.alterColumn("a").defaultValue(7);
                },
                t -> {
                    t.alterColumn("title").dropDefault();
                    t.alterColumn("a").dropDefault();
                },
                () -> {
                    assertThat(database.rows("INSERT INTO posts (id, user_id) VALUES (9, 1) RETURNING title, a, b"))
                            .containsExactly("none|7|null");
                    database.execute("DELETE FROM posts WHERE id = 9");
                });
        database.migrator(start().reversible(3, "Change", schema -> {}, schema -> {
                    schema.alterTable("posts", t -> {
                        t.alterColumn("title").dropDefault();
                        t.alterColumn("a").dropDefault();
                    });
                }))
                .rollbackTo(2);
        assertThat(database.rows("INSERT INTO posts (id, user_id) VALUES (9, 1) RETURNING title, a, b"))
                .containsExactly("null|null|null");
    }

    @Test
    void changesOfOneBlock_buildOnEachOther() throws Exception {
        altered(
                t -> {
                    t.addColumn("x", integer()).defaultValue(1);
                    t.renameColumn("x", "y");
                    t.addColumn("x", text());
                    t.dropColumn("y");
                },
                t -> t.dropColumn("x"),
                () -> assertThat(database.rows("SELECT x FROM posts")).containsExactly("null", "null"));
    }

    @Test
    void missingTablesAndColumns_areRefused() throws Exception {
        refused(schema -> schema.alterTable("psots", t -> t.dropColumn("a")));
        refused(schema -> schema.alterTable("posts", t -> t.dropColumn("nothing")));
        refused(schema -> schema.alterTable("posts", t -> t.renameColumn("nothing", "x")));
        refused(schema ->
                schema.alterTable("posts", t -> t.alterColumn("nothing").nullable()));
        refused(schema -> schema.alterTable("posts", t -> t.addColumn("title", text())));
        refused(schema -> schema.createTable("posts", t -> t.id()));
        refused(schema -> schema.dropTable("nothing"));
        refused(schema -> schema.dropIndex("nothing"));
    }
}
