-- alter table posts: add column is_public, add column note, add column reviewer_id, add column code, add column seen_at
ALTER TABLE "posts" ADD COLUMN "is_public" boolean NOT NULL DEFAULT false;
ALTER TABLE "posts" ADD COLUMN "note" varchar(20) DEFAULT 'none';
ALTER TABLE "posts" ADD COLUMN "reviewer_id" bigint REFERENCES "users" ("id") ON DELETE SET NULL;
ALTER TABLE "posts" ADD COLUMN "code" text UNIQUE;
ALTER TABLE "posts" ADD COLUMN "seen_at" timestamp DEFAULT (now() AT TIME ZONE 'UTC');
