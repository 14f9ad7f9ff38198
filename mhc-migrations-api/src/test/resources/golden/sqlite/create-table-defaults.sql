-- create table defaults
CREATE TABLE "defaults" (
  "key" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  "a" BOOLEAN NOT NULL DEFAULT 1,
  "b" INTEGER DEFAULT -1,
  "c" DOUBLE PRECISION DEFAULT 0.5,
  "d" DECIMAL_TEXT(20,2) DEFAULT '0.10',
  "e" TEXT DEFAULT 'it''s; \n',
  "f" DATE DEFAULT CURRENT_DATE,
  "g" TIME DEFAULT CURRENT_TIME,
  "h" TIMESTAMPTZ DEFAULT (strftime('%Y-%m-%d %H:%M:%f', 'now')),
  "i" TEXT DEFAULT (lower('X')),
  "j" TEXT DEFAULT (strftime('%Y-%m-%d %H:%M:%f', 'now')),
  "k" INTEGER DEFAULT 1,
  "l" BOOLEAN DEFAULT 0,
  "m" TEXT DEFAULT 'x'
);
