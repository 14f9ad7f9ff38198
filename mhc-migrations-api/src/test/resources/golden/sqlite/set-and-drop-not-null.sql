-- alter table posts: rename column title to headline, alter column headline, alter column score, alter column user_id, alter column id
ALTER TABLE "posts" RENAME COLUMN "title" TO "headline";
-- probe: Column posts.headline cannot refuse NULL: rows hold NULL. Fill them with fillNulls("…"), or delete the rows first.
SELECT count(*) OVER (), 'id ' || coalesce("id", 'NULL') FROM "posts" WHERE "headline" IS NULL LIMIT 5;
ALTER TABLE "posts" ALTER COLUMN "headline" SET NOT NULL;
-- fills the gaps before the column refuses them
UPDATE OR ABORT "posts" SET "score" = (a * 10) WHERE "score" IS NULL;
-- probe: Column posts.score cannot refuse NULL: rows hold NULL. Let fillNulls("…") give every one of them a value.
SELECT count(*) OVER (), 'id ' || coalesce("id", 'NULL') FROM "posts" WHERE "score" IS NULL LIMIT 5;
ALTER TABLE "posts" ALTER COLUMN "score" SET NOT NULL;
ALTER TABLE "posts" ALTER COLUMN "user_id" DROP NOT NULL;
