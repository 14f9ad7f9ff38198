-- create table se"lect; --
CREATE TABLE "se""lect; --" (
  "order" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  "gr'oup" TEXT UNIQUE,
  "Größe" INTEGER,
  "[x]" INTEGER
);
