-- alter table posts: alter column title
-- note: table posts is rebuilt: SQLite has no statement that changes the type of a column
-- probe: Column posts.title cannot become what it should: it would hold texts of at most 10 characters, and rows hold something else. Say how to convert them, for example using("substr(title, 1, 10)"), or correct the rows first.
SELECT count(*) OVER (), 'id ' || coalesce("id", 'NULL') FROM "posts" WHERE ("title") IS NOT NULL AND NOT (typeof(("title")) <> 'text' OR length(("title")) <= 10) LIMIT 5;
-- routine: check the views, triggers, foreign keys and free space before posts is rebuilt
-- renaming must leave the text of all other objects alone
PRAGMA legacy_alter_table = ON;
ALTER TABLE main."posts" RENAME TO "mhc_old_posts";
PRAGMA legacy_alter_table = OFF;
CREATE TABLE posts (id INTEGER PRIMARY KEY, user_id BIGINT NOT NULL REFERENCES users (id) ON DELETE CASCADE, title VARCHAR(10), score INTEGER CONSTRAINT score_positive CHECK (score > 0), a INTEGER, b INTEGER, CONSTRAINT a_or_b CHECK (a + b > 0), CHECK (b < 100));
-- routine: try the indexes and triggers on the empty table
-- routine: INSERT OR ABORT INTO main."posts" ("id", "user_id", "title", "score", "a", "b") SELECT "id", "user_id", "title", "score", "a", "b" FROM main."mhc_old_posts" AS "posts" ORDER BY rowid -- in ranges of 10,000 rows
DROP TABLE main."mhc_old_posts";
CREATE INDEX ix_posts_title ON posts (title);
-- routine: check that posts lost nothing
-- alter table posts: alter column title
-- note: table posts is rebuilt: SQLite has no statement that changes the default of a column
-- routine: check the views, triggers, foreign keys and free space before posts is rebuilt
-- renaming must leave the text of all other objects alone
PRAGMA legacy_alter_table = ON;
ALTER TABLE main."posts" RENAME TO "mhc_old_posts";
PRAGMA legacy_alter_table = OFF;
CREATE TABLE posts (id INTEGER PRIMARY KEY, user_id BIGINT NOT NULL REFERENCES users (id) ON DELETE CASCADE, title VARCHAR(10) DEFAULT 'none', score INTEGER CONSTRAINT score_positive CHECK (score > 0), a INTEGER, b INTEGER, CONSTRAINT a_or_b CHECK (a + b > 0), CHECK (b < 100));
-- routine: try the indexes and triggers on the empty table
-- routine: INSERT OR ABORT INTO main."posts" ("id", "user_id", "title", "score", "a", "b") SELECT "id", "user_id", "title", "score", "a", "b" FROM main."mhc_old_posts" AS "posts" ORDER BY rowid -- in ranges of 10,000 rows
DROP TABLE main."mhc_old_posts";
CREATE INDEX ix_posts_title ON posts (title);
-- routine: check that posts lost nothing
-- alter table posts: set primary key [a, b]
-- note: table posts is rebuilt: SQLite has no statement that changes a primary key
-- probe: Column posts.a cannot refuse NULL: rows hold NULL. Fill them with fillNulls("…"), or delete the rows first.
SELECT count(*) OVER (), 'id ' || coalesce("id", 'NULL') FROM "posts" WHERE ("a") IS NULL LIMIT 5;
-- probe: Column posts.b cannot refuse NULL: rows hold NULL. Fill them with fillNulls("…"), or delete the rows first.
SELECT count(*) OVER (), 'id ' || coalesce("id", 'NULL') FROM "posts" WHERE ("b") IS NULL LIMIT 5;
-- probe: Table posts cannot have the primary key (a, b): rows have the same values there. Correct or delete them first.
SELECT sum(count(*)) OVER (), "row of the table" FROM (SELECT 'id ' || coalesce("id", 'NULL') AS "row of the table", "a" AS k0, "b" AS k1 FROM "posts") WHERE k0 IS NOT NULL AND k1 IS NOT NULL GROUP BY k0, k1 HAVING count(*) > 1 LIMIT 5;
-- routine: check the views, triggers, foreign keys and free space before posts is rebuilt
-- renaming must leave the text of all other objects alone
PRAGMA legacy_alter_table = ON;
ALTER TABLE main."posts" RENAME TO "mhc_old_posts";
PRAGMA legacy_alter_table = OFF;
CREATE TABLE posts (id INTEGER NOT NULL, user_id BIGINT NOT NULL REFERENCES users (id) ON DELETE CASCADE, title VARCHAR(10) DEFAULT 'none', score INTEGER CONSTRAINT score_positive CHECK (score > 0), a INTEGER NOT NULL, b INTEGER NOT NULL, CONSTRAINT a_or_b CHECK (a + b > 0), CHECK (b < 100), PRIMARY KEY ("a", "b"));
-- routine: try the indexes and triggers on the empty table
-- routine: INSERT OR ABORT INTO main."posts" (rowid, "id", "user_id", "title", "score", "a", "b") SELECT rowid, "id", "user_id", "title", "score", "a", "b" FROM main."mhc_old_posts" AS "posts" ORDER BY rowid -- in ranges of 10,000 rows
DROP TABLE main."mhc_old_posts";
CREATE INDEX ix_posts_title ON posts (title);
-- routine: check that posts lost nothing
-- alter table posts: add foreign key [a] to users
-- note: table posts is rebuilt: SQLite has no statement that adds a foreign key
-- probe: Table posts cannot have the foreign key (a) to users: rows reference what is not there. Correct or delete them, or set the reference to NULL, first.
SELECT count(*) OVER (), child."row of the table" FROM (SELECT 'a ' || coalesce("a", 'NULL') || ', ' || 'b ' || coalesce("b", 'NULL') AS "row of the table", "a" AS k0 FROM "posts") AS child WHERE child.k0 IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "users" AS parent WHERE parent."id" = child.k0) LIMIT 5;
-- routine: check the views, triggers, foreign keys and free space before posts is rebuilt
-- renaming must leave the text of all other objects alone
PRAGMA legacy_alter_table = ON;
ALTER TABLE main."posts" RENAME TO "mhc_old_posts";
PRAGMA legacy_alter_table = OFF;
CREATE TABLE posts (id INTEGER NOT NULL, user_id BIGINT NOT NULL REFERENCES users (id) ON DELETE CASCADE, title VARCHAR(10) DEFAULT 'none', score INTEGER CONSTRAINT score_positive CHECK (score > 0), a INTEGER NOT NULL REFERENCES "users" ("id"), b INTEGER NOT NULL, CONSTRAINT a_or_b CHECK (a + b > 0), CHECK (b < 100), PRIMARY KEY ("a", "b"));
-- routine: try the indexes and triggers on the empty table
-- routine: INSERT OR ABORT INTO main."posts" (rowid, "id", "user_id", "title", "score", "a", "b") SELECT rowid, "id", "user_id", "title", "score", "a", "b" FROM main."mhc_old_posts" AS "posts" ORDER BY rowid -- in ranges of 10,000 rows
DROP TABLE main."mhc_old_posts";
CREATE INDEX ix_posts_title ON posts (title);
-- routine: check that posts lost nothing
-- alter table posts: drop foreign key [user_id]
-- note: table posts is rebuilt: SQLite has no statement that drops a foreign key without a name
-- routine: check the views, triggers, foreign keys and free space before posts is rebuilt
-- renaming must leave the text of all other objects alone
PRAGMA legacy_alter_table = ON;
ALTER TABLE main."posts" RENAME TO "mhc_old_posts";
PRAGMA legacy_alter_table = OFF;
CREATE TABLE posts (id INTEGER NOT NULL, user_id BIGINT NOT NULL, title VARCHAR(10) DEFAULT 'none', score INTEGER CONSTRAINT score_positive CHECK (score > 0), a INTEGER NOT NULL REFERENCES "users" ("id"), b INTEGER NOT NULL, CONSTRAINT a_or_b CHECK (a + b > 0), CHECK (b < 100), PRIMARY KEY ("a", "b"));
-- routine: try the indexes and triggers on the empty table
-- routine: INSERT OR ABORT INTO main."posts" (rowid, "id", "user_id", "title", "score", "a", "b") SELECT rowid, "id", "user_id", "title", "score", "a", "b" FROM main."mhc_old_posts" AS "posts" ORDER BY rowid -- in ranges of 10,000 rows
DROP TABLE main."mhc_old_posts";
CREATE INDEX ix_posts_title ON posts (title);
-- routine: check that posts lost nothing
-- alter table posts: add unique [title]
-- note: table posts is rebuilt: SQLite has no statement that adds a unique constraint
-- probe: Table posts cannot have a unique constraint on (title): rows have the same values there. Correct or delete them first.
SELECT sum(count(*)) OVER (), "row of the table" FROM (SELECT 'a ' || coalesce("a", 'NULL') || ', ' || 'b ' || coalesce("b", 'NULL') AS "row of the table", "title" AS k0 FROM "posts") WHERE k0 IS NOT NULL GROUP BY k0 HAVING count(*) > 1 LIMIT 5;
-- routine: check the views, triggers, foreign keys and free space before posts is rebuilt
-- renaming must leave the text of all other objects alone
PRAGMA legacy_alter_table = ON;
ALTER TABLE main."posts" RENAME TO "mhc_old_posts";
PRAGMA legacy_alter_table = OFF;
CREATE TABLE posts (id INTEGER NOT NULL, user_id BIGINT NOT NULL, title VARCHAR(10) DEFAULT 'none' UNIQUE, score INTEGER CONSTRAINT score_positive CHECK (score > 0), a INTEGER NOT NULL REFERENCES "users" ("id"), b INTEGER NOT NULL, CONSTRAINT a_or_b CHECK (a + b > 0), CHECK (b < 100), PRIMARY KEY ("a", "b"));
-- routine: try the indexes and triggers on the empty table
-- routine: INSERT OR ABORT INTO main."posts" (rowid, "id", "user_id", "title", "score", "a", "b") SELECT rowid, "id", "user_id", "title", "score", "a", "b" FROM main."mhc_old_posts" AS "posts" ORDER BY rowid -- in ranges of 10,000 rows
DROP TABLE main."mhc_old_posts";
CREATE INDEX ix_posts_title ON posts (title);
-- routine: check that posts lost nothing
-- alter table posts: drop unique [title]
-- note: table posts is rebuilt: SQLite has no statement that drops a unique constraint
-- routine: check the views, triggers, foreign keys and free space before posts is rebuilt
-- renaming must leave the text of all other objects alone
PRAGMA legacy_alter_table = ON;
ALTER TABLE main."posts" RENAME TO "mhc_old_posts";
PRAGMA legacy_alter_table = OFF;
CREATE TABLE posts (id INTEGER NOT NULL, user_id BIGINT NOT NULL, title VARCHAR(10) DEFAULT 'none', score INTEGER CONSTRAINT score_positive CHECK (score > 0), a INTEGER NOT NULL REFERENCES "users" ("id"), b INTEGER NOT NULL, CONSTRAINT a_or_b CHECK (a + b > 0), CHECK (b < 100), PRIMARY KEY ("a", "b"));
-- routine: try the indexes and triggers on the empty table
-- routine: INSERT OR ABORT INTO main."posts" (rowid, "id", "user_id", "title", "score", "a", "b") SELECT rowid, "id", "user_id", "title", "score", "a", "b" FROM main."mhc_old_posts" AS "posts" ORDER BY rowid -- in ranges of 10,000 rows
DROP TABLE main."mhc_old_posts";
CREATE INDEX ix_posts_title ON posts (title);
-- routine: check that posts lost nothing
-- alter table posts: drop column id
-- routine: look at what depends on table posts
-- routine: check that no view or trigger uses posts.id
ALTER TABLE "posts" DROP COLUMN "id";
-- routine: check that all of it still works
-- alter table posts: drop column b
-- refused: [ColumnInUse] Column posts.b cannot be dropped: it is in the primary key. Give the table another key first: primaryKey(…) in the same alterTable.
-- alter table posts: add column x
-- note: table posts is rebuilt: SQLite adds no column that is UNIQUE
-- probe: Table posts cannot have a unique constraint on (x): rows have the same values there. Correct or delete them first.
SELECT sum(count(*)) OVER (), "row of the table" FROM (SELECT 'a ' || coalesce("a", 'NULL') || ', ' || 'b ' || coalesce("b", 'NULL') AS "row of the table", NULL AS k0 FROM "posts") WHERE k0 IS NOT NULL GROUP BY k0 HAVING count(*) > 1 LIMIT 5;
-- routine: check the views, triggers, foreign keys and free space before posts is rebuilt
-- renaming must leave the text of all other objects alone
PRAGMA legacy_alter_table = ON;
ALTER TABLE main."posts" RENAME TO "mhc_old_posts";
PRAGMA legacy_alter_table = OFF;
CREATE TABLE posts (user_id BIGINT NOT NULL, title VARCHAR(10) DEFAULT 'none', score INTEGER CONSTRAINT score_positive CHECK (score > 0), a INTEGER NOT NULL REFERENCES "users" ("id"), b INTEGER NOT NULL, "x" TEXT UNIQUE, CONSTRAINT a_or_b CHECK (a + b > 0), CHECK (b < 100), PRIMARY KEY ("a", "b"));
-- routine: try the indexes and triggers on the empty table
-- routine: INSERT OR ABORT INTO main."posts" (rowid, "user_id", "title", "score", "a", "b") SELECT rowid, "user_id", "title", "score", "a", "b" FROM main."mhc_old_posts" AS "posts" ORDER BY rowid -- in ranges of 10,000 rows
DROP TABLE main."mhc_old_posts";
CREATE INDEX ix_posts_title ON posts (title);
-- routine: check that posts lost nothing
-- alter table posts: add column x
-- refused: [ColumnExists] Cannot add column x: table posts has a column x already. Choose another name, or drop or rename it first.
-- alter table posts: add column x
-- refused: [ColumnExists] Cannot add column x: table posts has a column x already. Choose another name, or drop or rename it first.
