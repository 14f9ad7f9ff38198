-- alter table posts: rename column title to headline, rename column a to b2, rename column b to a, rename column score to Score
ALTER TABLE "posts" RENAME COLUMN "title" TO "headline";
ALTER TABLE "posts" RENAME COLUMN "a" TO "b2";
ALTER TABLE "posts" RENAME COLUMN "b" TO "a";
ALTER TABLE "posts" RENAME COLUMN "score" TO "Score";
