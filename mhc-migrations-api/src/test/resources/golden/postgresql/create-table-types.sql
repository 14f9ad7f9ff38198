-- create table all_types
CREATE TABLE "all_types" (
  "a_bool" boolean PRIMARY KEY,
  "a_smallint" smallint,
  "an_integer" integer,
  "a_bigint" bigint,
  "a_decimal" numeric(10, 2),
  "a_long_decimal" numeric(20, 4),
  "a_real" real,
  "a_double" double precision,
  "a_char" char(3),
  "a_varchar" varchar(40),
  "a_text" text,
  "a_binary" bytea,
  "a_date" date,
  "a_time" time,
  "a_timestamp" timestamp,
  "a_point_in_time" timestamptz,
  "a_uuid" uuid,
  "a_json" jsonb
);
