-- create view titles
CREATE VIEW "titles" AS SELECT title FROM posts WHERE score > 0;
-- create view se"lect; --
CREATE VIEW "se""lect; --" AS SELECT lower(title) AS "low" FROM titles;
-- drop view se"lect; --
DROP VIEW "se""lect; --";
-- drop view titles
DROP VIEW "titles";
-- create view titles
CREATE VIEW "titles" AS SELECT id, title FROM posts;
