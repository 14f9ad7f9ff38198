-- alter table posts: add foreign key [a] to users, add check a_positive
ALTER TABLE "posts" ADD FOREIGN KEY ("a") REFERENCES "users" ("id") ON DELETE CASCADE NOT VALID;
ALTER TABLE "posts" ADD CONSTRAINT "a_positive" CHECK (a > 0) NOT VALID;
-- alter table posts: validate foreign key [a], validate check a_positive
ALTER TABLE "posts" VALIDATE CONSTRAINT "posts_a_fkey";
ALTER TABLE "posts" VALIDATE CONSTRAINT "a_positive";
