-- alter table users: add column a, rename column a to b, add column a, drop column b
-- routine: look at what depends on table users
ALTER TABLE "users" ADD COLUMN "b" INTEGER DEFAULT 1;
ALTER TABLE "users" ADD COLUMN "a" TEXT;
-- routine: check that no view or trigger uses users.b
ALTER TABLE "users" DROP COLUMN "b";
-- routine: check that all of it still works
-- create index ix_users_a on users
CREATE INDEX "ix_users_a" ON "users" ("a");
