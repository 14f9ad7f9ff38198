-- alter table posts: drop column user_id, drop column score, rename column title to headline, rename column a to b2, rename column b to a, drop unique [a, b2]
ALTER TABLE "posts" DROP COLUMN "user_id";
ALTER TABLE "posts" DROP COLUMN "score";
ALTER TABLE "posts" RENAME COLUMN "title" TO "headline";
ALTER TABLE "posts" RENAME COLUMN "a" TO "b2";
ALTER TABLE "posts" RENAME COLUMN "b" TO "a";
ALTER TABLE "posts" DROP CONSTRAINT "a_b";
