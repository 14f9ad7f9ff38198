-- create table all_types
CREATE TABLE "all_types" (
  "a_bool" BOOLEAN NOT NULL PRIMARY KEY,
  "a_smallint" SMALLINT,
  "an_integer" INTEGER,
  "a_bigint" BIGINT,
  "a_decimal" DECIMAL(10,2),
  "a_long_decimal" DECIMAL_TEXT(20,4),
  "a_real" REAL,
  "a_double" DOUBLE PRECISION,
  "a_char" CHAR(3),
  "a_varchar" VARCHAR(40),
  "a_text" TEXT,
  "a_binary" BLOB,
  "a_date" DATE,
  "a_time" TIME,
  "a_timestamp" TIMESTAMP,
  "a_point_in_time" TIMESTAMPTZ,
  "a_uuid" UUID_TEXT,
  "a_json" JSON_TEXT
);
