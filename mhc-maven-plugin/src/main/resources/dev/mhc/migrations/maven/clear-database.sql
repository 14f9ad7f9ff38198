SET LOCAL lock_timeout = '60s';
SET LOCAL client_min_messages = warning;
SET LOCAL search_path = '';
DO $clear$
DECLARE
  drops text[];
  statement text;
BEGIN
  -- What an extension made stays with it. A schema that has such things, and "public", which may belong to somebody else,
  -- are emptied; other schemas go.
  WITH kept AS (
    SELECT d.classid, d.objid FROM pg_catalog.pg_depend d WHERE d.deptype = 'e'
  ), relation AS (
    SELECT c.oid, c.relname AS name, c.relnamespace AS namespace, c.relkind AS kind FROM pg_catalog.pg_class c
    WHERE NOT EXISTS (SELECT FROM kept k WHERE k.classid = 'pg_catalog.pg_class'::regclass AND k.objid = c.oid)
  ), routine AS (
    SELECT p.oid, p.pronamespace AS namespace FROM pg_catalog.pg_proc p
    WHERE NOT EXISTS (SELECT FROM kept k WHERE k.classid = 'pg_catalog.pg_proc'::regclass AND k.objid = p.oid)
  ), type AS (
    SELECT t.oid, t.typnamespace AS namespace, t.typtype AS kind FROM pg_catalog.pg_type t
    WHERE t.typtype IN ('d', 'e', 'r')
      AND NOT EXISTS (SELECT FROM kept k WHERE k.classid = 'pg_catalog.pg_type'::regclass AND k.objid = t.oid)
  ), schema AS (
    SELECT n.oid, n.nspname AS name,
      n.nspname <> 'public'
        AND NOT EXISTS (SELECT FROM kept k WHERE k.classid = 'pg_catalog.pg_namespace'::regclass AND k.objid = n.oid)
        AND NOT EXISTS (SELECT FROM pg_catalog.pg_extension e WHERE e.extnamespace = n.oid) AS goes
    FROM pg_catalog.pg_namespace n
    WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
  ), dropped AS (
    SELECT 1 AS place, format('SCHEMA IF EXISTS %I', s.name) AS what FROM schema s WHERE s.goes
    UNION ALL
    SELECT 2, format('%s IF EXISTS %I.%I',
      CASE r.kind WHEN 'v' THEN 'VIEW' WHEN 'm' THEN 'MATERIALIZED VIEW' WHEN 'f' THEN 'FOREIGN TABLE'
        WHEN 'S' THEN 'SEQUENCE' WHEN 'c' THEN 'TYPE' ELSE 'TABLE' END, s.name, r.name)
    FROM relation r JOIN schema s ON s.oid = r.namespace AND NOT s.goes
    WHERE r.kind IN ('r', 'p', 'v', 'm', 'f', 'c')
      OR (r.kind = 'S' AND NOT EXISTS (
        SELECT FROM pg_catalog.pg_depend d
        WHERE d.classid = 'pg_catalog.pg_class'::regclass AND d.objid = r.oid AND d.deptype IN ('a', 'i')))
    UNION ALL
    SELECT 3, 'ROUTINE IF EXISTS ' || r.oid::regprocedure::text
    FROM routine r JOIN schema s ON s.oid = r.namespace AND NOT s.goes
    UNION ALL
    SELECT 4, format('%s IF EXISTS %s', CASE t.kind WHEN 'd' THEN 'DOMAIN' ELSE 'TYPE' END, t.oid::regtype::text)
    FROM type t JOIN schema s ON s.oid = t.namespace AND NOT s.goes
  )
  SELECT array_agg('DROP ' || d.what || ' CASCADE' ORDER BY d.place) INTO drops FROM dropped d;
  FOREACH statement IN ARRAY coalesce(drops, '{}') LOOP
    EXECUTE statement;
  END LOOP;
END
$clear$;
