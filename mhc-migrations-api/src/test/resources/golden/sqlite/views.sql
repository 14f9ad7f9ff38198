-- create view titles
CREATE VIEW "titles" AS SELECT id, title FROM posts WHERE score > 0;
-- routine: look whether view titles can be read
-- create view billing.se"lect
CREATE VIEW "billing.se""lect" AS SELECT lower(title) AS low FROM titles;
-- routine: look whether view billing.se"lect can be read
-- drop view billing.se"lect
-- routine: look at what depends on view billing.se"lect
DROP VIEW "billing.se""lect";
-- routine: check that all of it still works
