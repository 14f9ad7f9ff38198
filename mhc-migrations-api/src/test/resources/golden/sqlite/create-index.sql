-- create index ix_posts_a_b on posts
CREATE INDEX "ix_posts_a_b" ON "posts" ("a", "b");
