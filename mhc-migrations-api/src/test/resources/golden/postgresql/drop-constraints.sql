-- alter table t: drop foreign key [u], drop unique [u, w], drop check own_check, set primary key [w]
ALTER TABLE "t" DROP CONSTRAINT "odd";
ALTER TABLE "t" DROP CONSTRAINT "own_unique";
ALTER TABLE "t" DROP CONSTRAINT "own_check";
ALTER TABLE "t" DROP CONSTRAINT "own_key";
ALTER TABLE "t" ADD PRIMARY KEY ("w");
