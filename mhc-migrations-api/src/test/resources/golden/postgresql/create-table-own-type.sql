-- create table own
CREATE TABLE "own" (
  "an_own" int4range
);
