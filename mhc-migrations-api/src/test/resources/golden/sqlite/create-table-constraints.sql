-- create table members
CREATE TABLE "members" (
  "group_id" INTEGER NOT NULL,
  "user_id" BIGINT NOT NULL REFERENCES "users" ("id") ON DELETE RESTRICT ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED,
  "code" VARCHAR(10) NOT NULL UNIQUE,
  "boss_group" INTEGER,
  "boss_user" BIGINT,
  "rank" INTEGER,
  PRIMARY KEY ("group_id", "user_id"),
  UNIQUE ("group_id", "rank"),
  FOREIGN KEY ("boss_group", "boss_user") REFERENCES "members" ("group_id", "user_id") ON DELETE SET NULL,
  CONSTRAINT "rank_positive" CHECK (rank > 0)
);
