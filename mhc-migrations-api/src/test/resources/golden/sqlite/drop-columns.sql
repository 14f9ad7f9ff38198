-- alter table posts: drop column user_id, drop column SCORE
-- routine: look at what depends on table posts
-- routine: check that no view or trigger uses posts.user_id
ALTER TABLE "posts" DROP COLUMN "user_id";
-- routine: check that no view or trigger uses posts.score
ALTER TABLE "posts" DROP COLUMN "score";
-- routine: check that all of it still works
