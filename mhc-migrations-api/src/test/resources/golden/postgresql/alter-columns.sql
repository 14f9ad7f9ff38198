-- alter table posts: alter column score, alter column title, alter column user_id, alter column a, alter column title, alter column b
ALTER TABLE "posts" ALTER COLUMN "score" TYPE double precision;
-- fill what must not be null
UPDATE "posts" SET "score" = (0.5) WHERE "score" IS NULL;
ALTER TABLE "posts" ALTER COLUMN "score" SET NOT NULL;
ALTER TABLE "posts" ALTER COLUMN "title" TYPE varchar(10) USING (left(title, 5));
ALTER TABLE "posts" ALTER COLUMN "user_id" DROP NOT NULL;
ALTER TABLE "posts" ALTER COLUMN "a" SET DEFAULT 7;
ALTER TABLE "posts" ALTER COLUMN "title" DROP DEFAULT;
ALTER TABLE "posts" ALTER COLUMN "b" TYPE boolean USING (b = 1);
ALTER TABLE "posts" ALTER COLUMN "b" SET DEFAULT false;
