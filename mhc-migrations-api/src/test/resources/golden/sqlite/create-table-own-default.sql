-- create table own
CREATE TABLE "own" (
  "j" TEXT DEFAULT CURRENT_TIMESTAMP
);
