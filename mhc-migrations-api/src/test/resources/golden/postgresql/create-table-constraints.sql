-- create table members
CREATE TABLE "members" (
  "group_id" integer NOT NULL,
  "user_id" bigint NOT NULL REFERENCES "users" ("id") ON DELETE RESTRICT ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED,
  "code" varchar(10) NOT NULL UNIQUE,
  "boss_group" integer,
  "boss_user" bigint,
  "rank" integer,
  PRIMARY KEY ("group_id", "user_id"),
  UNIQUE ("group_id", "rank"),
  FOREIGN KEY ("boss_group", "boss_user") REFERENCES "members" ("group_id", "user_id") ON DELETE SET NULL,
  CONSTRAINT "rank_positive" CHECK (rank > 0)
);
