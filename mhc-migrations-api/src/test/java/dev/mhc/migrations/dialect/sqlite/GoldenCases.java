package dev.mhc.migrations.dialect.sqlite;

import static dev.mhc.migrations.schema.ColumnType.bigint;
import static dev.mhc.migrations.schema.ColumnType.bool;
import static dev.mhc.migrations.schema.ColumnType.decimal;
import static dev.mhc.migrations.schema.ColumnType.integer;
import static dev.mhc.migrations.schema.ColumnType.text;
import static dev.mhc.migrations.schema.ColumnType.timestamp;
import static dev.mhc.migrations.schema.ColumnType.varchar;
import static dev.mhc.migrations.schema.ReferentialAction.SET_NULL;

import dev.mhc.migrations.contract.SharedOperation;
import dev.mhc.migrations.operation.Sql;
import java.math.BigDecimal;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** The golden table: what a migration says, and the database with rows that it meets. */
final class GoldenCases {

    private static final List<String> USERS = List.of(
            "CREATE TABLE users (id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, email VARCHAR(255), name TEXT)",
            "INSERT INTO users (email, name) VALUES ('a@example.com', 'A'), ('b@example.com', NULL)");

    private static final List<String> POSTS = with(
            USERS,
            "CREATE TABLE posts (id INTEGER PRIMARY KEY, user_id BIGINT NOT NULL REFERENCES users (id) ON DELETE"
                    + " CASCADE, title TEXT, score INTEGER CONSTRAINT score_positive CHECK (score > 0),"
                    + " a INTEGER, b INTEGER, CONSTRAINT a_or_b CHECK (a + b > 0), CHECK (b < 100))",
            "CREATE INDEX ix_posts_title ON posts (title)",
            "INSERT INTO posts VALUES (1, 1, 'first', 5, 1, 1), (2, 2, 'second', NULL, 2, 2)");

    private GoldenCases() {}

    private static List<String> with(List<String> first, String... more) {
        List<String> all = new ArrayList<>(first);
        all.addAll(List.of(more));
        return List.copyOf(all);
    }

    static List<GoldenCase> all() {
        List<GoldenCase> cases = new ArrayList<>();
        cases.addAll(tables());
        cases.addAll(indexes());
        cases.addAll(columns());
        cases.addAll(constraints());
        cases.addAll(sql());
        cases.addAll(views());
        cases.addAll(refusals());
        return cases;
    }

    private static List<GoldenCase> tables() {
        return List.of(
                GoldenCase.of(SharedOperation.CREATE_TABLE, USERS)
                        .then(
                                "INSERT INTO messages (user_id, content) VALUES (1, 'x') RETURNING id, is_from_user,"
                                        + " length(created_at), created_at LIKE '2%.___'",
                                "1|0|23|1"),
                GoldenCase.of(SharedOperation.CREATE_TABLE_TYPES, List.of()),
                GoldenCase.of(SharedOperation.CREATE_TABLE_DEFAULTS, List.of())
                        .then(
                                "INSERT INTO defaults DEFAULT VALUES RETURNING key, a, b, c, d, e, f LIKE '2___-__-__',"
                                        + " g LIKE '__:__:__', i, j LIKE '2%.___', k, l, m",
                                "1|1|-1|0.5|0.10|it's; \\n|1|1|x|1|1|0|x"),
                GoldenCase.of(SharedOperation.CREATE_TABLE_CONSTRAINTS, USERS)
                        .then(
                                "INSERT INTO members VALUES (1, 1, 'x', NULL, NULL, 1), (1, 2, 'y', 1, 1, 2)"
                                        + " RETURNING rank",
                                "1",
                                "2"),
                GoldenCase.of(SharedOperation.CREATE_TABLE_NAMES, List.of()),
                GoldenCase.of("create-tables-that-reference-each-other", List.of(), schema -> {
                            schema.createTable("a", t -> {
                                t.id();
                                t.column("b_id", bigint()).references("b", "id");
                                t.column("next_id", bigint()).references("a", "id");
                            });
                            schema.createTable("b", t -> {
                                t.id();
                                t.column("a_id", bigint()).references("a", "id");
                            });
                        })
                        .then("INSERT INTO a (b_id) VALUES (NULL) RETURNING id", "1")
                        .then("INSERT INTO b (a_id) VALUES (1) RETURNING id", "1"),
                GoldenCase.of(SharedOperation.CREATE_TABLE_OF_ITSELF, List.of()),
                GoldenCase.of(
                        "create-table-own-default",
                        List.of(),
                        schema -> schema.createTable(
                                "own", t -> t.column("j", text()).defaultExpression("CURRENT_TIMESTAMP"))),
                GoldenCase.of("drop-table", POSTS, schema -> {
                            schema.dropTable("POSTS");
                            schema.dropTable("users");
                        })
                        .then("SELECT name FROM sqlite_schema WHERE name NOT LIKE 'sqlite%'"),
                GoldenCase.of("rename-table", POSTS, schema -> schema.renameTable("users", "people"))
                        .then("SELECT \"table\" FROM pragma_foreign_key_list('posts')", "people")
                        .then("SELECT count(*) FROM people", "2"),
                GoldenCase.of("rename-table-case", POSTS, schema -> schema.renameTable("users", "Users"))
                        .then("SELECT name FROM sqlite_schema WHERE name = 'Users'", "Users")
                        .then("SELECT \"table\" FROM pragma_foreign_key_list('posts')", "Users"));
    }

    private static List<GoldenCase> indexes() {
        return List.of(
                GoldenCase.of(
                                "create-index",
                                POSTS,
                                schema -> schema.createIndex("ix_posts_a_b")
                                        .on("posts", "a", "b")
                                        .concurrently())
                        .then("SELECT name FROM pragma_index_info('ix_posts_a_b')", "a", "b"),
                GoldenCase.of(
                                "create-unique-index",
                                USERS,
                                schema -> schema.createIndex("ux_users_email")
                                        .on("users", "email")
                                        .unique()
                                        .where("email <> ''"))
                        .then("SELECT \"unique\", partial FROM pragma_index_list('users')", "1|1"),
                GoldenCase.of("drop-index", POSTS, schema -> schema.dropIndex("ix_posts_title"))
                        .then("SELECT name FROM pragma_index_list('posts')"));
    }

    private static List<GoldenCase> columns() {
        return List.of(
                GoldenCase.of(
                                "add-columns",
                                POSTS,
                                schema -> schema.alterTable("posts", t -> {
                                    t.addColumn("is_public", bool()).notNull().defaultValue(false);
                                    t.addColumn("note", varchar(20)).defaultValue("none");
                                    t.addColumn("reviewer_id", bigint())
                                            .references("users", "id")
                                            .onDelete(SET_NULL);
                                    t.addColumn("rating", decimal(20, 2)).defaultValue(new BigDecimal("1.50"));
                                    t.addColumn("shade", text()).defaultExpression("('red')");
                                    t.addColumn("empty", text()).defaultExpression("NULL");
                                }))
                        .then(
                                "SELECT id, is_public, note, reviewer_id, rating, shade, empty FROM posts",
                                "1|0|none|null|1.50|red|null",
                                "2|0|none|null|1.50|red|null"),
                GoldenCase.of(
                                "add-column-not-null-to-empty-table",
                                List.of("CREATE TABLE empty (id INTEGER PRIMARY KEY)"),
                                schema -> schema.alterTable(
                                        "empty", t -> t.addColumn("x", text()).notNull()))
                        .then("SELECT \"notnull\" FROM pragma_table_xinfo('empty') WHERE name = 'x'", "1"),
                GoldenCase.of(
                                "drop-columns",
                                POSTS,
                                schema -> schema.alterTable("posts", t -> {
                                    t.dropColumn("user_id");
                                    t.dropColumn("SCORE");
                                }))
                        .then("SELECT id, title, a, b FROM posts", "1|first|1|1", "2|second|2|2")
                        .then("SELECT count(*) FROM pragma_foreign_key_list('posts')", "0"),
                GoldenCase.of(
                                "rename-columns",
                                POSTS,
                                schema -> schema.alterTable("posts", t -> {
                                    t.renameColumn("title", "headline");
                                    t.renameColumn("a", "b2");
                                    t.renameColumn("b", "a");
                                    t.renameColumn("score", "Score");
                                }))
                        .then("SELECT id, headline, b2, a, \"Score\" FROM posts", "1|first|1|1|5", "2|second|2|2|null")
                        .then("SELECT name FROM pragma_index_info('ix_posts_title')", "headline"),
                GoldenCase.of("changes-that-build-on-each-other", USERS, schema -> {
                            schema.alterTable("users", t -> {
                                t.addColumn("a", integer()).defaultValue(1);
                                t.renameColumn("a", "b");
                                t.addColumn("a", text());
                                t.dropColumn("b");
                            });
                            schema.createIndex("ix_users_a").on("users", "a");
                        })
                        .then("SELECT a FROM users", "null", "null"),
                GoldenCase.of(
                                "set-and-drop-not-null",
                                POSTS,
                                schema -> schema.alterTable("posts", t -> {
                                    t.renameColumn("title", "headline");
                                    t.alterColumn("headline").notNull();
                                    t.alterColumn("score").notNull().fillNulls("a * 10");
                                    t.alterColumn("user_id").nullable();
                                    t.alterColumn("id").notNull();
                                }))
                        .since353()
                        .then("SELECT score FROM posts", "5", "20")
                        .then(
                                "SELECT name, \"notnull\" FROM pragma_table_xinfo('posts') WHERE name IN ('headline',"
                                        + " 'score', 'user_id')",
                                "user_id|0",
                                "headline|1",
                                "score|1"),
                GoldenCase.of(
                        "alter-column-to-what-it-is",
                        USERS,
                        schema -> schema.alterTable("users", t -> {
                            t.alterColumn("email").type(varchar(255)).nullable().dropDefault();
                            t.alterColumn("id").type(bigint());
                        })));
    }

    private static List<GoldenCase> constraints() {
        List<String> named = with(
                USERS,
                "CREATE TABLE t (id INTEGER PRIMARY KEY, u BIGINT, v BIGINT CONSTRAINT v_user REFERENCES users (id),"
                        + " CONSTRAINT u_user FOREIGN KEY (u) REFERENCES users (id) ON DELETE CASCADE)",
                "INSERT INTO t VALUES (1, 1, 2)");
        return List.of(
                GoldenCase.of(
                                "add-and-drop-check",
                                POSTS,
                                schema -> schema.alterTable("posts", t -> {
                                    t.addCheck("short_title", "length(title) < 20");
                                    t.dropCheck("A_or_B");
                                    t.dropColumn("a");
                                    t.dropCheck("short_title");
                                }))
                        .since353()
                        .then(
                                "SELECT sql LIKE '%CHECK (score > 0)%', sql LIKE '%20%', sql LIKE '%a + b%' FROM"
                                        + " sqlite_schema WHERE name = 'posts'",
                                "1|0|0"),
                GoldenCase.of(
                                "drop-named-foreign-key",
                                named,
                                schema -> schema.alterTable("t", t -> {
                                    t.dropForeignKey("u");
                                    t.dropForeignKey("v");
                                    t.dropColumn("u");
                                }))
                        .since353()
                        .then("SELECT * FROM t", "1|2")
                        .then("SELECT count(*) FROM pragma_foreign_key_list('t')", "0"));
    }

    private static List<GoldenCase> sql() {
        return List.of(
                GoldenCase.of("sql", USERS, schema -> {
                            schema.sql("UPDATE users SET name = 'a;b' WHERE name IS NULL; -- why\n"
                                    + "DELETE FROM users WHERE id = 1;");
                            schema.sql(Sql.sqlite("CREATE TRIGGER tr AFTER INSERT ON users BEGIN UPDATE users"
                                            + " SET name = 'x'; SELECT 1; END;")
                                    .postgresql(Sql.none()));
                            schema.sql(Sql.sqlite(Sql.none()).postgresql("CREATE EXTENSION citext"));
                            schema.run("Add a user", connection -> {
                                try (Statement statement = connection.createStatement()) {
                                    statement.execute("INSERT INTO users (email) VALUES ('c')");
                                }
                            });
                        })
                        .then("SELECT id, name FROM users", "2|x", "3|x"),
                GoldenCase.refused("sql-refused", USERS, schema -> {
                            schema.sql("UPDATE users SET name = 'x'; COMMIT");
                            schema.sql("attach 'x.db' AS x");
                            schema.sql("DETACH x");
                            schema.sql("PRAGMA foreign_keys = OFF");
                            schema.sql("PRAGMA main . \"journal_mode\"(WAL)");
                        })
                        .then("SELECT count(*) FROM users WHERE name = 'x'", "0"));
    }

    private static List<GoldenCase> views() {
        return List.of(
                GoldenCase.of("views", POSTS, schema -> {
                            schema.createView(
                                    "titles", "SELECT id, title FROM posts WHERE score > 0; -- the good ones");
                            schema.createView(
                                    "billing.se\"lect",
                                    Sql.sqlite("SELECT lower(title) AS low FROM titles")
                                            .postgresql("SELECT 1"));
                            schema.dropView("billing.se\"lect");
                        })
                        .then("SELECT * FROM titles", "1|first"),
                GoldenCase.of("concurrently-and-expressions", POSTS, schema -> {
                            schema.createIndex("ix_low")
                                    .on("posts")
                                    .expression("lower(title) -- folded")
                                    .descending("score")
                                    .concurrently();
                            schema.dropIndex("ix_posts_title").concurrently();
                        })
                        .then("SELECT name FROM sqlite_schema WHERE type = 'index'", "ix_low"));
    }

    private static List<GoldenCase> refusals() {
        return List.of(
                GoldenCase.refused("missing-names", POSTS, schema -> {
                    schema.dropTable("user");
                    schema.renameTable("nothing_like_it", "x");
                    schema.alterTable("psots", t -> t.dropColumn("a"));
                    schema.alterTable("posts", t -> t.dropColumn("titel"));
                    schema.alterTable("posts", t -> t.renameColumn("gone", "x"));
                    schema.alterTable("posts", t -> t.alterColumn("usr_id").nullable());
                    schema.createIndex("ix").on("posts", "title", "authr");
                    schema.createIndex("ix").on("post", "title");
                    schema.createTable("t", t -> {
                        t.column("a", integer());
                        t.primaryKey("b");
                    });
                    schema.createTable("t", t -> {
                        t.column("user_id", integer()).references("users", "ident");
                    });
                }),
                GoldenCase.refused("taken-names", POSTS, schema -> {
                    schema.createTable("Users", t -> t.id());
                    schema.renameTable("posts", "USERS");
                    schema.alterTable("users", t -> t.addColumn("EMAIL", text()));
                    schema.alterTable("users", t -> t.renameColumn("email", "name"));
                }),
                GoldenCase.refused("rebuilds", POSTS, schema -> {
                            schema.alterTable(
                                    "posts", t -> t.alterColumn("title").type(varchar(10)));
                            schema.alterTable(
                                    "posts", t -> t.alterColumn("title").defaultValue("none"));
                            schema.alterTable("posts", t -> t.primaryKey("a", "b"));
                            schema.alterTable("posts", t -> t.addForeignKey("a").references("users", "id"));
                            schema.alterTable("posts", t -> t.dropForeignKey("user_id"));
                            schema.alterTable("posts", t -> t.addUnique("title"));
                            schema.alterTable("posts", t -> t.dropUnique("title"));
                            schema.alterTable("posts", t -> t.dropColumn("id"));
                            schema.alterTable("posts", t -> t.dropColumn("b"));
                            schema.alterTable(
                                    "posts", t -> t.addColumn("x", text()).unique());
                            schema.alterTable(
                                    "posts", t -> t.addColumn("x", timestamp()).defaultNow());
                            schema.alterTable(
                                    "posts",
                                    t -> t.addColumn("x", bigint())
                                            .defaultValue(1)
                                            .references("users", "id"));
                        })
                        .since353(),
                GoldenCase.refused("column-in-use", POSTS, schema -> {
                            schema.alterTable("posts", t -> t.dropColumn("title"));
                            schema.alterTable("posts", t -> t.dropColumn("a"));
                        })
                        .since353(),
                GoldenCase.refused("missing-constraints", POSTS, schema -> {
                            schema.alterTable("posts", t -> t.dropCheck("nope"));
                            schema.alterTable("users", t -> t.dropCheck("nope"));
                            schema.alterTable("posts", t -> t.dropForeignKey("title"));
                            schema.alterTable("posts", t -> t.alterColumn("id").nullable());
                        })
                        .since353());
    }
}
