-- alter table users: alter column active
ALTER TABLE "users" ALTER COLUMN "active" DROP DEFAULT;
ALTER TABLE "users" ALTER COLUMN "active" TYPE boolean USING (active <> 0);
ALTER TABLE "users" ALTER COLUMN "active" SET DEFAULT true;
