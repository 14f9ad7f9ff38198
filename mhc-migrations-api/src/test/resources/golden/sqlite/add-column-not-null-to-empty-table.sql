-- alter table empty: add column x
-- routine: look at what depends on table empty
-- probe: Column empty.x refuses NULL and has no default, but the table has rows, which have no value for it. Give it a default; or add it without notNull() and then fill it: alterColumn("x").notNull().fillNulls("…").
SELECT count(*) OVER (), 'id ' || coalesce("id", 'NULL') FROM "empty" LIMIT 5;
ALTER TABLE "empty" ADD COLUMN "x" TEXT NOT NULL;
-- routine: check that all of it still works
