-- alter table t: drop foreign key [u], drop foreign key [v], drop column u
-- routine: look at what depends on table t
ALTER TABLE "t" DROP CONSTRAINT "u_user";
ALTER TABLE "t" DROP CONSTRAINT "v_user";
-- routine: check that no view or trigger uses t.u
ALTER TABLE "t" DROP COLUMN "u";
-- routine: check that all of it still works
