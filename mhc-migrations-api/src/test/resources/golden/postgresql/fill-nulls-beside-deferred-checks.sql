-- alter table d: alter column user_id
-- fill what must not be null
UPDATE "d" SET "user_id" = (1) WHERE "user_id" IS NULL;
-- a table with checks that wait for COMMIT cannot be altered
SET CONSTRAINTS "d_user_id_fkey" IMMEDIATE;
SET CONSTRAINTS "d_user_id_fkey" DEFERRED;
ALTER TABLE "d" ALTER COLUMN "user_id" SET NOT NULL;
