-- create index ix_low on posts
CREATE INDEX "ix_low" ON "posts" ((lower(title) -- folded
), "score" DESC);
-- drop index ix_posts_title
-- routine: look at what depends on the table of index ix_posts_title
DROP INDEX "ix_posts_title";
-- routine: check that all of it still works
