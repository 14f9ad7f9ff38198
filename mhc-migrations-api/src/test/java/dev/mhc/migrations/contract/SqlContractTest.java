package dev.mhc.migrations.contract;

import static dev.mhc.migrations.operation.Sql.none;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mhc.migrations.engine.TestRegistry;
import dev.mhc.migrations.error.ErrorCode;
import dev.mhc.migrations.operation.Sql;
import dev.mhc.migrations.schema.ColumnType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** SQL, JDBC work, views and backfills. */
@OnBothDatabases
class SqlContractTest extends Contract {

    @Test
    void severalStatementsInOneText_runOneAfterTheOther() throws Exception {
        changed(
                schema -> schema.sql("""
                        UPDATE users SET name = 'a;b' WHERE name IS NULL; -- why; and
                        /* not; this */ INSERT INTO users (email, name) VALUES ('c', 'it''s; so');
                        UPDATE users SET name = name || '!' WHERE email = 'c';"""),
                schema -> schema.sql("DELETE FROM users WHERE email = 'c'; UPDATE users SET name = NULL WHERE id = 2"),
                () -> assertThat(database.rows("SELECT name FROM users ORDER BY id"))
                        .containsExactly("A", "a;b", "it's; so!"));
    }

    @Test
    void sqlOfEachDatabase_runsOnItAlone() throws Exception {
        changed(
                schema -> {
                    schema.sql(Sql.sqlite("UPDATE users SET name = 'SQLITE' WHERE id = 2")
                            .postgresql("UPDATE users SET name = 'POSTGRESQL' WHERE id = 2"));
                    schema.sql(Sql.sqlite(none()).postgresql("SELECT pg_backend_pid()"));
                    schema.sql(Sql.sqlite("SELECT sqlite_version()").postgresql(none()));
                },
                schema -> schema.sql("UPDATE users SET name = NULL WHERE id = 2"),
                () -> assertThat(database.rows("SELECT name FROM users WHERE id = 2"))
                        .containsExactly(kind.name()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "COMMIT",
                "rollback",
                "BEGIN",
                "END",
                "/* x */ Savepoint s",
                "RELEASE s",
                "UPDATE users SET name = 'x'; COMMIT; UPDATE users SET name = 'y'"
            })
    void wordsThatEndTheTransaction_areRefused(String sql) throws Exception {
        assertThat(refused(schema -> schema.sql(sql)).getMessage()).contains("[TransactionWord]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"SELECT 'open", "SELECT \"open", "/* open"})
    void textThatDoesNotEnd_isRefused(String sql) throws Exception {
        refused(schema -> schema.sql(sql));
    }

    @Test
    void jdbcWork_isPartOfItsMigration() throws Exception {
        changed(
                schema -> {
                    schema.alterTable("users", t -> t.addColumn("hash", ColumnType.text()));
                    schema.run("Hash", connection -> {
                        try (PreparedStatement update =
                                connection.prepareStatement("UPDATE users SET hash = ? WHERE id = ?")) {
                            for (int id = 1; id <= 2; id++) {
                                update.setString(1, "#" + id);
                                update.setLong(2, id);
                                assertThat(update.executeUpdate()).isEqualTo(1);
                            }
                        }
                    });
                    schema.alterTable("users", t -> t.alterColumn("hash").notNull());
                },
                schema -> schema.alterTable("users", t -> t.dropColumn("hash")),
                () -> assertThat(database.rows("SELECT hash FROM users ORDER BY id"))
                        .containsExactly("#1", "#2"));
    }

    @Test
    void jdbcWorkThatFails_isRolledBackWithItsMigration() throws Exception {
        assertThat(refused(schema -> {
                            schema.sql("UPDATE users SET name = 'x'");
                            schema.run("Fail", connection -> {
                                try (Statement statement = connection.createStatement()) {
                                    statement.execute("DELETE FROM posts");
                                }
                                throw new IllegalStateException("no more");
                            });
                        })
                        .code())
                .isEqualTo(ErrorCode.WORK_FAILED);
    }

    /** What JDBC work may try on its connection. */
    private interface Attempt {
        void on(Connection connection) throws SQLException;
    }

    @Test
    void jdbcWork_cannotEndTheTransaction() throws Exception {
        for (Attempt attempt : new Attempt[] {
            Connection::commit,
            Connection::rollback,
            connection -> connection.setAutoCommit(true),
            connection -> {
                try (Statement statement = connection.createStatement()) {
                    statement.execute("COMMIT");
                }
            }
        }) {
            refused(schema -> {
                schema.sql("UPDATE users SET name = 'x'");
                schema.run("End", attempt::on);
            });
        }
    }

    @Test
    void whatJdbcWorkLeavesOpen_isClosed() throws Exception {
        changed(
                schema -> {
                    schema.sql("CREATE TABLE scrap (id INTEGER)");
                    schema.sql("INSERT INTO scrap VALUES (1), (2)");
                    schema.run(
                            "Leave open",
                            connection -> connection
                                    .createStatement()
                                    .executeQuery("SELECT * FROM scrap")
                                    .next());
                    schema.dropTable("scrap");
                },
                schema -> {},
                () -> database.refuses("SELECT * FROM scrap"));
    }

    @Test
    void views_areCreatedDroppedAndReplaced() throws Exception {
        changed(
                schema -> {
                    schema.createView("titles", "SELECT title FROM posts WHERE score > 0; -- the good ones");
                    schema.createView(
                            "low",
                            Sql.sqlite("SELECT lower(title) AS l FROM titles")
                                    .postgresql("SELECT lower(title) AS l FROM titles"));
                    schema.dropView("low");
                    schema.dropView("titles");
                    schema.createView("titles", "SELECT id, title FROM posts");
                },
                schema -> schema.dropView("titles"),
                () -> assertThat(database.rows("SELECT * FROM titles ORDER BY id"))
                        .containsExactly("1|first", "2|second"));
    }

    @Test
    void viewThatIsReadByAnother_isNotDropped() throws Exception {
        database.migrator(start()).apply();
        refused(schema -> {
            schema.createView("titles", "SELECT title FROM posts");
            schema.createView("more", "SELECT title FROM titles");
            schema.dropView("titles");
        });
        refused(schema -> {
            schema.createView("titles", "SELECT title FROM posts");
            schema.alterTable("posts", t -> t.dropColumn("title"));
        });
    }

    @Test
    void tableThatAViewReads_isChangedWithoutHarmToIt() throws Exception {
        TestRegistry registry = start().reversible(
                        3,
                        "View",
                        schema -> schema.createView("titles", "SELECT id, title FROM posts"),
                        schema -> schema.dropView("titles"))
                .reversible(
                        4,
                        "Change",
                        schema -> schema.alterTable("posts", t -> {
                            t.renameColumn("a", "alpha");
                            t.addColumn("note", ColumnType.text()).unique();
                        }),
                        schema -> schema.alterTable("posts", t -> {
                            t.dropColumn("note");
                            t.renameColumn("alpha", "a");
                        }));
        changed(
                registry,
                () -> assertThat(database.rows("SELECT * FROM titles ORDER BY id"))
                        .containsExactly("1|first", "2|second"));
    }

    @Test
    void backfill_setsEveryRowOnce() throws Exception {
        TestRegistry registry = start().reversible(
                        3,
                        "Rows",
                        schema -> {
                            schema.createTable("numbers", t -> {
                                t.id();
                                t.column("n", ColumnType.integer()).notNull().defaultValue(0);
                                t.column("label", ColumnType.text());
                            });
                            schema.sql("INSERT INTO numbers (n) WITH RECURSIVE s(i) AS (SELECT 1 UNION ALL SELECT i + 1"
                                    + " FROM s WHERE i < 25) SELECT i FROM s");
                        },
                        schema -> schema.dropTable("numbers"))
                .reversible(
                        4,
                        "Backfill",
                        schema -> schema.backfill("numbers")
                                .set("n", "n + 100")
                                .set("label", "'no. ' || n")
                                .where("n > 5")
                                .batchRows(7),
                        schema -> schema.backfill("numbers").set("n", "n - 100").where("n > 100"));
        changed(registry, () -> {
            assertThat(database.rows("SELECT count(*), min(n), max(n) FROM numbers WHERE label IS NOT NULL"))
                    .containsExactly("20|106|125");
            assertThat(database.rows("SELECT count(*), sum(n) FROM numbers WHERE label IS NULL"))
                    .containsExactly("5|15");
            assertThat(database.rows("SELECT label FROM numbers WHERE n = 106")).containsExactly("no. 6");
        });
    }
}
