-- rename table users to people
ALTER TABLE "users" RENAME TO "people";
