-- What clear-database.sql leaves as it is, as the list of a backup names it, with what a user is told of it.
WITH foreign_trigger AS (
  SELECT t.evtname, t.evtfoid FROM pg_catalog.pg_event_trigger t
  WHERE NOT pg_catalog.pg_has_role(t.evtowner, 'USAGE')
), schema AS (
  SELECT n.oid, n.nspname AS name, n.nspowner AS owner, n.nspacl AS acl,
    coalesce(
      (SELECT i.initprivs FROM pg_catalog.pg_init_privs i
       WHERE i.classoid = 'pg_catalog.pg_namespace'::regclass AND i.objoid = n.oid),
      pg_catalog.acldefault('n', n.nspowner)) AS initial_acl
  FROM pg_catalog.pg_namespace n
  WHERE n.nspname = 'public'
    OR EXISTS (SELECT FROM pg_catalog.pg_extension e WHERE e.extnamespace = n.oid AND n.nspname !~ '^pg_')
    OR EXISTS (SELECT FROM pg_catalog.pg_depend d
      WHERE d.classid = 'pg_catalog.pg_namespace'::regclass AND d.objid = n.oid AND d.deptype = 'e')
    OR EXISTS (SELECT FROM foreign_trigger t JOIN pg_catalog.pg_proc p ON p.oid = t.evtfoid WHERE p.pronamespace = n.oid)
), single AS (
  SELECT 'pg_catalog.pg_event_trigger'::regclass AS classid, t.oid, 'EVENT TRIGGER' AS kind, t.evtname AS name,
    pg_catalog.pg_has_role(t.evtowner, 'USAGE') AS own
  FROM pg_catalog.pg_event_trigger t
  UNION ALL
  SELECT 'pg_catalog.pg_publication'::regclass, p.oid, 'PUBLICATION', p.pubname, pg_catalog.pg_has_role(p.pubowner, 'USAGE')
  FROM pg_catalog.pg_publication p
  UNION ALL
  SELECT 'pg_catalog.pg_foreign_server'::regclass, f.oid, 'SERVER', f.srvname, pg_catalog.pg_has_role(f.srvowner, 'USAGE')
  FROM pg_catalog.pg_foreign_server f
  UNION ALL
  SELECT 'pg_catalog.pg_foreign_data_wrapper'::regclass, w.oid, 'FOREIGN DATA WRAPPER', w.fdwname,
    pg_catalog.pg_has_role(w.fdwowner, 'USAGE')
  FROM pg_catalog.pg_foreign_data_wrapper w
  UNION ALL
  SELECT 'pg_catalog.pg_language'::regclass, l.oid, 'PROCEDURAL LANGUAGE', l.lanname,
    pg_catalog.pg_has_role(l.lanowner, 'USAGE')
  FROM pg_catalog.pg_language l WHERE l.oid >= 16384
  UNION ALL
  SELECT 'pg_catalog.pg_subscription'::regclass, 0::oid, 'SUBSCRIPTION', u.subname, false
  FROM pg_catalog.pg_subscription u JOIN pg_catalog.pg_database d ON d.oid = u.subdbid
  WHERE d.datname = pg_catalog.current_database()
  UNION ALL
  SELECT 'pg_catalog.pg_am'::regclass, a.oid, 'ACCESS METHOD', a.amname, false
  FROM pg_catalog.pg_am a WHERE a.oid >= 16384
  UNION ALL
  SELECT 'pg_catalog.pg_cast'::regclass, c.oid, 'CAST',
    format('CAST (%s AS %s)', format_type(c.castsource, NULL), format_type(c.casttarget, NULL)),
    pg_catalog.pg_has_role(s.typowner, 'USAGE') OR pg_catalog.pg_has_role(t.typowner, 'USAGE')
  FROM pg_catalog.pg_cast c
  JOIN pg_catalog.pg_type s ON s.oid = c.castsource
  JOIN pg_catalog.pg_type t ON t.oid = c.casttarget
  WHERE c.oid >= 16384
), foreign_single AS (
  SELECT s.kind, s.name FROM single s
  WHERE NOT s.own AND NOT EXISTS (
    SELECT FROM pg_catalog.pg_depend d WHERE d.classid = s.classid AND d.objid = s.oid AND d.deptype = 'e')
)
SELECT kind || ' - ' || name,
  CASE kind WHEN 'CAST' THEN '' ELSE kind || ' ' END || name || CASE WHEN EXISTS (
      SELECT FROM pg_catalog.pg_publication p JOIN pg_catalog.pg_publication_rel r ON r.prpubid = p.oid
      WHERE kind = 'PUBLICATION' AND p.pubname = foreign_single.name)
    THEN ', whose tables of this user are no longer in it' ELSE '' END
FROM foreign_single
UNION ALL
SELECT note || ' - ' || kind || ' ' || quote_ident(name), NULL FROM foreign_single, unnest(ARRAY['COMMENT', 'ACL']) note
UNION ALL
SELECT 'EXTENSION - ' || extname, NULL FROM pg_catalog.pg_extension
UNION ALL
SELECT 'COMMENT - EXTENSION ' || quote_ident(extname), NULL FROM pg_catalog.pg_extension
UNION ALL
SELECT 'SCHEMA - ' || name, NULL FROM schema WHERE name <> 'public'
UNION ALL
SELECT 'COMMENT - SCHEMA ' || quote_ident(name), NULL FROM schema WHERE NOT pg_catalog.pg_has_role(owner, 'USAGE')
UNION ALL
SELECT 'ACL - SCHEMA ' || quote_ident(name),
  CASE WHEN acl <> initial_acl THEN 'the privileges on schema ' || name END
FROM schema WHERE NOT pg_catalog.pg_has_role(owner, 'USAGE')
UNION ALL
SELECT prefix || p.proname || '()', NULL
FROM foreign_trigger t
JOIN pg_catalog.pg_proc p ON p.oid = t.evtfoid
JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace,
  unnest(ARRAY['FUNCTION ' || n.nspname || ' ', 'ACL ' || n.nspname || ' FUNCTION ', 'COMMENT ' || n.nspname || ' FUNCTION '])
    prefix
UNION ALL
SELECT DISTINCT format('DEFAULT ACL %s DEFAULT PRIVILEGES FOR %s %s', coalesce(n.nspname, '-'),
    CASE d.defaclobjtype WHEN 'r' THEN 'TABLES' WHEN 'S' THEN 'SEQUENCES' WHEN 'f' THEN 'FUNCTIONS'
      WHEN 'T' THEN 'TYPES' WHEN 'n' THEN 'SCHEMAS' ELSE 'LARGE OBJECTS' END, r.rolname),
  'the default privileges of role ' || r.rolname
FROM pg_catalog.pg_default_acl d
JOIN pg_catalog.pg_roles r ON r.oid = d.defaclrole
LEFT JOIN pg_catalog.pg_namespace n ON n.oid = d.defaclnamespace
WHERE NOT pg_catalog.pg_has_role(d.defaclrole, 'USAGE')
UNION ALL
SELECT CASE c.relkind WHEN 'S' THEN 'SEQUENCE SET ' ELSE 'TABLE DATA ' END || n.nspname || ' ' || c.relname,
  'the rows of ' || n.nspname || '.' || c.relname || ', which extension ' || e.extname || ' made'
FROM pg_catalog.pg_extension e, unnest(e.extconfig) AS t (oid)
JOIN pg_catalog.pg_class c ON c.oid = t.oid
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
WHERE NOT (
  pg_catalog.has_table_privilege(c.oid, CASE c.relkind WHEN 'S' THEN 'UPDATE' ELSE 'DELETE' END)
  AND (c.relkind = 'S' OR pg_catalog.has_table_privilege(c.oid, 'INSERT')))
