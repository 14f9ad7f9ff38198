-- drop table POSTS
-- probe: Table posts cannot be dropped: foreign keys of other tables reference it, and SQLite would delete or change their rows as ON DELETE says. Drop those tables, or those columns, first.
SELECT count(*) OVER (), s.name || '.' || group_concat(f."from", ', ') FROM main.sqlite_schema s JOIN pragma_foreign_key_list(s.name, 'main') f WHERE s.type = 'table' AND s.rootpage > 0 AND f."table" = 'posts' COLLATE NOCASE AND s.name <> 'posts' COLLATE NOCASE GROUP BY s.name, f.id LIMIT 5;
DROP TABLE "posts";
-- drop table users
-- probe: Table users cannot be dropped: foreign keys of other tables reference it, and SQLite would delete or change their rows as ON DELETE says. Drop those tables, or those columns, first.
SELECT count(*) OVER (), s.name || '.' || group_concat(f."from", ', ') FROM main.sqlite_schema s JOIN pragma_foreign_key_list(s.name, 'main') f WHERE s.type = 'table' AND s.rootpage > 0 AND f."table" = 'users' COLLATE NOCASE AND s.name <> 'users' COLLATE NOCASE GROUP BY s.name, f.id LIMIT 5;
DROP TABLE "users";
