-- sql
UPDATE users SET name = 'a;b' WHERE name IS NULL;
-- why
DELETE FROM users WHERE id = 1;
-- sql
CREATE TRIGGER tr AFTER INSERT ON users BEGIN UPDATE users SET name = 'x'; SELECT 1; END;
-- sql
-- run "Add a user"
-- work: Add a user
