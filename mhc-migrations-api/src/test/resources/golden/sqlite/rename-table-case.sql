-- rename table users to Users
-- SQLite cannot change the case of a name in one step
ALTER TABLE "users" RENAME TO "Users_renamed";
ALTER TABLE "Users_renamed" RENAME TO "Users";
