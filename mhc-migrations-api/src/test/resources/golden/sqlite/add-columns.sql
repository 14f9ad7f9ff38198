-- alter table posts: add column is_public, add column note, add column reviewer_id, add column rating, add column shade, add column empty
-- routine: look at what depends on table posts
ALTER TABLE "posts" ADD COLUMN "is_public" BOOLEAN NOT NULL DEFAULT 0;
ALTER TABLE "posts" ADD COLUMN "note" VARCHAR(20) DEFAULT 'none';
ALTER TABLE "posts" ADD COLUMN "reviewer_id" BIGINT REFERENCES "users" ("id") ON DELETE SET NULL;
ALTER TABLE "posts" ADD COLUMN "rating" DECIMAL_TEXT(20,2) DEFAULT '1.50';
ALTER TABLE "posts" ADD COLUMN "shade" TEXT DEFAULT ('red');
ALTER TABLE "posts" ADD COLUMN "empty" TEXT DEFAULT NULL;
-- routine: check that all of it still works
