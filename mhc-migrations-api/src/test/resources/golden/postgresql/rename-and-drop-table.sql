-- rename table posts to articles
ALTER TABLE "posts" RENAME TO "articles";
-- drop table articles
DROP TABLE "articles";
-- rename table users to people
ALTER TABLE "users" RENAME TO "people";
