-- create table a
CREATE TABLE "a" (
  "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  "b_id" BIGINT REFERENCES "b" ("id"),
  "next_id" BIGINT REFERENCES "a" ("id")
);
-- create table b
CREATE TABLE "b" (
  "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  "a_id" BIGINT REFERENCES "a" ("id")
);
