-- create table messages
CREATE TABLE "messages" (
  "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  "user_id" BIGINT NOT NULL REFERENCES "users" ("id") ON DELETE CASCADE,
  "content" TEXT NOT NULL,
  "is_from_user" BOOLEAN NOT NULL DEFAULT 0,
  "created_at" TIMESTAMP NOT NULL DEFAULT (strftime('%Y-%m-%d %H:%M:%f', 'now'))
);
