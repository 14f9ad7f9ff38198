-- create index ix_posts_a_b on posts
CREATE INDEX "ix_posts_a_b" ON "posts" ("a", "b");
-- create index ux_users_email on users
CREATE UNIQUE INDEX "ux_users_email" ON "users" ("email") WHERE (email <> '');
-- create index ix_posts_b on posts
CREATE INDEX CONCURRENTLY "ix_posts_b" ON "posts" ("b");
-- drop index ix_posts_title
DROP INDEX "ix_posts_title";
