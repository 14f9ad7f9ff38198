-- create index ux_users_email on users
-- probe: Index ux_users_email cannot be unique: rows of table users have the same key. Correct or delete them first.
SELECT sum(count(*)) OVER (), 'id ' || coalesce("id", 'NULL') FROM "users" WHERE "email" IS NOT NULL AND (email <> '') GROUP BY "email" HAVING count(*) > 1 LIMIT 5;
CREATE UNIQUE INDEX "ux_users_email" ON "users" ("email") WHERE email <> '';
