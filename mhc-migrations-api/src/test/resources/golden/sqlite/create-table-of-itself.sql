-- create table a
CREATE TABLE "a" (
  "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  "next_id" BIGINT REFERENCES "a" ("id")
);
