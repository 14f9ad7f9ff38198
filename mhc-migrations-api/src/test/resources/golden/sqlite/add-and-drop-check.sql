-- alter table posts: add check short_title, drop check A_or_B, drop column a, drop check short_title
-- routine: look at what depends on table posts
-- probe: Check short_title cannot be added to table posts: rows break it (length(title) < 20). Correct or delete them first.
SELECT count(*) OVER (), 'id ' || coalesce("id", 'NULL') FROM "posts" WHERE NOT (length(title) < 20) LIMIT 5;
ALTER TABLE "posts" ADD CONSTRAINT "short_title" CHECK (length(title) < 20);
ALTER TABLE "posts" DROP CONSTRAINT "A_or_B";
-- routine: check that no view or trigger uses posts.a
ALTER TABLE "posts" DROP COLUMN "a";
ALTER TABLE "posts" DROP CONSTRAINT "short_title";
-- routine: check that all of it still works
