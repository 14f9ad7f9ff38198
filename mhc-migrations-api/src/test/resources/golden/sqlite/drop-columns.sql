-- alter table posts: drop column user_id, drop column SCORE
ALTER TABLE "posts" DROP COLUMN "user_id";
ALTER TABLE "posts" DROP COLUMN "score";
