-- sql
UPDATE users SET name = 'a;b' WHERE name IS NULL;
-- why
DELETE FROM users WHERE id = 1;
-- sql
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.name := 'x;'; RETURN NEW; END $$;
CREATE TRIGGER tr BEFORE INSERT ON users FOR EACH ROW EXECUTE FUNCTION f();
-- sql
-- run "Add a user"
-- work: Add a user
