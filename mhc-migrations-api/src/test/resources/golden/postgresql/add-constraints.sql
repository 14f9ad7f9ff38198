-- alter table posts: add unique [title], add foreign key [a] to users, add check short_title, set primary key [id, user_id]
ALTER TABLE "posts" ADD UNIQUE ("title");
ALTER TABLE "posts" ADD FOREIGN KEY ("a") REFERENCES "users" ("id") ON DELETE CASCADE;
ALTER TABLE "posts" ADD CONSTRAINT "short_title" CHECK (length(title) < 20);
ALTER TABLE "posts" DROP CONSTRAINT "posts_pkey";
ALTER TABLE "posts" ADD PRIMARY KEY ("id", "user_id");
