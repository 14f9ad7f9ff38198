package dev.mhc.migrations.contract;

import static dev.mhc.migrations.schema.ColumnType.bigint;
import static dev.mhc.migrations.schema.ColumnType.bool;
import static dev.mhc.migrations.schema.ColumnType.decimal;
import static dev.mhc.migrations.schema.ColumnType.integer;
import static dev.mhc.migrations.schema.ColumnType.text;
import static dev.mhc.migrations.schema.ReferentialAction.CASCADE;
import static dev.mhc.migrations.schema.ReferentialAction.NO_ACTION;
import static dev.mhc.migrations.schema.ReferentialAction.RESTRICT;
import static dev.mhc.migrations.schema.ReferentialAction.SET_DEFAULT;
import static dev.mhc.migrations.schema.ReferentialAction.SET_NULL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mhc.migrations.operation.CreateTable;
import dev.mhc.migrations.operation.OperationRecorder;
import dev.mhc.migrations.schema.Table;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole tables. */
@OnBothDatabases
class TablesContractTest extends Contract {

    @ParameterizedTest
    @EnumSource
    void sharedOperation_createsWhatItSays_andIsTakenBack(SharedOperation operation) throws Exception {
        List<Table> tables = OperationRecorder.record(operation.migration()).stream()
                .map(create -> ((CreateTable) create).table())
                .toList();
        changed(operation.migration(), schema -> tables.forEach(table -> schema.dropTable(table.name())), () -> {
            for (Table table : tables) {
                assertThat(database.rows(
                                "SELECT count(*) FROM \"" + table.name().replace("\"", "\"\"") + "\""))
                        .containsExactly("0");
            }
            assertThat(differences(operation.migration()))
                    .filteredOn(difference ->
                            tables.stream().anyMatch(table -> difference.place().startsWith(table.name())))
                    .isEmpty();
        });
    }

    @Test
    void defaults_areStored() throws Exception {
        changed(SharedOperation.CREATE_TABLE_DEFAULTS.migration(), schema -> schema.dropTable("defaults"), () -> {
            database.execute("INSERT INTO defaults DEFAULT VALUES");
            assertThat(database.rows("SELECT key, a, b, c, e, i, k, l, m FROM defaults"))
                    .containsExactly("1|1|-1|0.5|it's; \\n|x|1|0|x");
            assertThat(database.rows("SELECT length(j), j LIKE '2___-__-__ __:__:__.___' FROM defaults"))
                    .containsExactly("23|1");
        });
    }

    @Test
    void constraints_holdFromTheFirstRow() throws Exception {
        changed(SharedOperation.CREATE_TABLE_CONSTRAINTS.migration(), schema -> schema.dropTable("members"), () -> {
            database.execute("INSERT INTO members VALUES (1, 1, 'x', NULL, NULL, 1), (1, 2, 'y', 1, 1, 2)");
            database.refuses("INSERT INTO members VALUES (1, 1, 'z', NULL, NULL, 3)");
            database.refuses("INSERT INTO members VALUES (2, 1, 'x', NULL, NULL, 3)");
            database.refuses("INSERT INTO members VALUES (2, 1, NULL, NULL, NULL, 3)");
            database.refuses("INSERT INTO members VALUES (1, 9, 'z', NULL, NULL, 3)");
            database.refuses("INSERT INTO members VALUES (2, 1, 'z', 7, 7, 3)");
            database.refuses("INSERT INTO members VALUES (2, 1, 'z', NULL, NULL, 0)");
            database.refuses("INSERT INTO members VALUES (1, 2, 'z', NULL, NULL, 1)");
            database.execute("DELETE FROM members WHERE user_id = 1");
            assertThat(database.rows("SELECT user_id, boss_group, boss_user FROM members"))
                    .containsExactly("2|null|null");
        });
    }

    @Test
    void dropAndRename_takeRowsAndReferencesAlong() throws Exception {
        changed(
                schema -> {
                    schema.renameTable("users", "people");
                    schema.renameTable("posts", "articles");
                },
                schema -> {
                    schema.renameTable("articles", "posts");
                    schema.renameTable("people", "users");
                },
                () -> {
                    assertThat(database.rows("SELECT id, name FROM people ORDER BY id"))
                            .containsExactly("1|A", "2|null");
                    database.refuses("INSERT INTO articles VALUES (3, 9, 'x', 1, 1, 1)");
                    database.refuses("SELECT * FROM users");
                });
    }

    @Test
    void droppedTable_isGoneWithItsIndexes() throws Exception {
        changed(schema -> schema.dropTable("posts"), Contract::posts, () -> {
            database.refuses("SELECT * FROM posts");
            assertThat(database.schema().tables()).extracting(Table::name).containsExactly("users");
        });
    }

    @Test
    void referencedTable_isNotDropped() throws Exception {
        refused(schema -> schema.dropTable("users"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"order", "a.b", "it's", "say \"x\"", "Größe", "テーブル", "MixedCase", "with space", "x; --"})
    void anyName_isTakenAsItIs(String name) throws Exception {
        String quoted = "\"" + name.replace("\"", "\"\"") + "\"";
        // A dot in the name of a table says a schema on PostgreSQL; everywhere else it is a letter.
        String table = name.contains(".") ? "dotted" : name;
        String quotedTable = name.contains(".") ? "dotted" : quoted;
        changed(
                schema -> {
                    schema.createTable(table, t -> {
                        t.id();
                        t.column(name, integer()).unique();
                    });
                    schema.alterTable(
                            table,
                            t -> t.addColumn(name + "2", text()).notNull().defaultValue(name));
                    schema.alterTable(table, t -> t.addCheck("check " + name, quoted + " > 0"));
                    schema.createIndex("ix " + name.replace(".", "")).on(table, name + "2");
                    schema.alterTable(table, t -> t.renameColumn(name + "2", name + "3"));
                },
                schema -> schema.dropTable(table),
                () -> {
                    database.execute("INSERT INTO " + quotedTable + " (" + quoted + ") VALUES (1)");
                    database.refuses("INSERT INTO " + quotedTable + " (" + quoted + ") VALUES (1)");
                    database.refuses("INSERT INTO " + quotedTable + " (" + quoted + ") VALUES (0)");
                    assertThat(database.rows("SELECT * FROM " + quotedTable)).containsExactly("1|1|" + name);
                });
    }

    @Test
    void numbers_goOnAfterRows_andAreNeverGivenAgain() throws Exception {
        changed(
                schema -> {
                    schema.alterTable("users", t -> t.alterColumn("email").notNull());
                    schema.alterTable(
                            "users",
                            t -> t.addColumn("active", bool()).notNull().defaultValue(true));
                },
                schema -> schema.alterTable("users", t -> {
                    t.dropColumn("active");
                    t.alterColumn("email").nullable();
                }),
                () -> {
                    assertThat(database.rows("INSERT INTO users (email) VALUES ('c') RETURNING id"))
                            .containsExactly("3");
                    database.execute("DELETE FROM users WHERE id = 3");
                    assertThat(database.rows("INSERT INTO users (email) VALUES ('d') RETURNING id"))
                            .containsExactly("4");
                    database.execute("DELETE FROM users WHERE id = 4");
                });
        assertThat(database.rows("INSERT INTO users (email) VALUES ('e') RETURNING id"))
                .containsExactly("5");
    }

    @Test
    void foreignKeys_doToRowsWhatTheySay() throws Exception {
        changed(
                schema -> {
                    schema.createTable("p", t -> t.column("id", integer()).primaryKey());
                    schema.sql("INSERT INTO p VALUES (0), (1), (2), (3), (4), (5)");
                    for (var action : List.of(CASCADE, SET_NULL, SET_DEFAULT, RESTRICT, NO_ACTION)) {
                        schema.createTable("on_" + action.name().toLowerCase(Locale.ROOT), t -> {
                            t.column("p", integer())
                                    .defaultValue(0)
                                    .references("p", "id")
                                    .onDelete(action)
                                    .onUpdate(CASCADE);
                        });
                    }
                    schema.sql("INSERT INTO on_cascade VALUES (1); INSERT INTO on_set_null VALUES (2);"
                            + " INSERT INTO on_set_default VALUES (3); INSERT INTO on_restrict VALUES (4);"
                            + " INSERT INTO on_no_action VALUES (5)");
                },
                schema -> {
                    for (var action : List.of(CASCADE, SET_NULL, SET_DEFAULT, RESTRICT, NO_ACTION)) {
                        schema.dropTable("on_" + action.name().toLowerCase(Locale.ROOT));
                    }
                    schema.dropTable("p");
                },
                () -> {
                    database.execute("DELETE FROM p WHERE id IN (1, 2, 3)");
                    database.refuses("DELETE FROM p WHERE id = 4");
                    database.refuses("DELETE FROM p WHERE id = 5");
                    database.execute("UPDATE p SET id = id + 10 WHERE id > 3");
                    assertThat(database.rows("SELECT * FROM on_cascade")).isEmpty();
                    assertThat(database.rows("SELECT * FROM on_set_null")).containsExactly("null");
                    assertThat(database.rows("SELECT * FROM on_set_default")).containsExactly("0");
                    assertThat(database.rows("SELECT * FROM on_restrict")).containsExactly("14");
                    assertThat(database.rows("SELECT * FROM on_no_action")).containsExactly("15");
                });
    }

    @Test
    void computedColumns_followTheirRow() throws Exception {
        changed(
                schema -> {
                    schema.createTable("lines", t -> {
                        t.id();
                        t.column("price", decimal(10, 2)).notNull();
                        t.column("amount", integer()).notNull();
                        t.column("total", decimal(10, 2)).computedAs("price * amount");
                    });
                    schema.sql("INSERT INTO lines (price, amount) VALUES (1.50, 2)");
                    schema.alterTable(
                            "lines", t -> t.addColumn("twice", bigint()).computedAs("amount * 2"));
                },
                schema -> schema.dropTable("lines"),
                () -> {
                    assertThat(database.rows("SELECT total, twice FROM lines")).containsExactly("3|4");
                    database.execute("UPDATE lines SET amount = 3");
                    assertThat(database.rows("SELECT total, twice FROM lines")).containsExactly("4.5|6");
                    database.refuses("UPDATE lines SET total = 1");
                });
    }
}
