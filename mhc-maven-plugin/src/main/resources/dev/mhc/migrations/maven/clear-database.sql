SET LOCAL lock_timeout = '60s';
SET LOCAL client_min_messages = warning;
SET LOCAL search_path = '';
DO $clear$
DECLARE
  statements text[];
  statement text;
BEGIN
  -- What an extension made stays with it, and what stands in no schema stays if it is of somebody else: kept-objects.sql
  -- lists that. A schema that has such things, and "public", which may belong to somebody else, are emptied; other
  -- schemas go.
  WITH kept AS (
    SELECT d.classid, d.objid FROM pg_catalog.pg_depend d WHERE d.deptype = 'e'
    UNION ALL
    SELECT 'pg_catalog.pg_proc'::regclass, t.evtfoid FROM pg_catalog.pg_event_trigger t
    WHERE NOT pg_catalog.pg_has_role(t.evtowner, 'USAGE')
  ), of_range AS (
    SELECT d.objid FROM pg_catalog.pg_depend d
    WHERE d.classid = 'pg_catalog.pg_proc'::regclass AND d.deptype = 'i'
  ), schema AS (
    SELECT n.oid, n.nspname AS name,
      n.nspname <> 'public'
        AND NOT EXISTS (SELECT FROM kept k WHERE k.classid = 'pg_catalog.pg_namespace'::regclass AND k.objid = n.oid)
        AND NOT EXISTS (SELECT FROM pg_catalog.pg_extension e WHERE e.extnamespace = n.oid)
        AND NOT EXISTS (SELECT FROM pg_catalog.pg_event_trigger t JOIN pg_catalog.pg_proc p ON p.oid = t.evtfoid
          WHERE p.pronamespace = n.oid AND NOT pg_catalog.pg_has_role(t.evtowner, 'USAGE')) AS goes
    FROM pg_catalog.pg_namespace n
    WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
  ), single AS (
    SELECT 1 AS place, 'pg_catalog.pg_event_trigger'::regclass AS classid, t.oid, t.evtowner AS owner,
      format('EVENT TRIGGER IF EXISTS %I', t.evtname) AS what
    FROM pg_catalog.pg_event_trigger t
    UNION ALL
    SELECT 1, 'pg_catalog.pg_publication'::regclass, p.oid, p.pubowner, format('PUBLICATION IF EXISTS %I', p.pubname)
    FROM pg_catalog.pg_publication p
    UNION ALL
    SELECT 7, 'pg_catalog.pg_foreign_server'::regclass, f.oid, f.srvowner, format('SERVER IF EXISTS %I', f.srvname)
    FROM pg_catalog.pg_foreign_server f
    UNION ALL
    SELECT 8, 'pg_catalog.pg_foreign_data_wrapper'::regclass, w.oid, w.fdwowner,
      format('FOREIGN DATA WRAPPER IF EXISTS %I', w.fdwname)
    FROM pg_catalog.pg_foreign_data_wrapper w
    UNION ALL
    SELECT 8, 'pg_catalog.pg_language'::regclass, l.oid, l.lanowner, format('LANGUAGE IF EXISTS %I', l.lanname)
    FROM pg_catalog.pg_language l WHERE l.oid >= 16384
    UNION ALL
    SELECT 7, 'pg_catalog.pg_cast'::regclass, c.oid,
      CASE WHEN pg_catalog.pg_has_role(s.typowner, 'USAGE') THEN s.typowner ELSE t.typowner END,
      format('CAST IF EXISTS (%s AS %s)', c.castsource::regtype, c.casttarget::regtype)
    FROM pg_catalog.pg_cast c
    JOIN pg_catalog.pg_type s ON s.oid = c.castsource
    JOIN pg_catalog.pg_type t ON t.oid = c.casttarget
    WHERE c.oid >= 16384
  ), member AS (
    SELECT 3 AS place, 'pg_catalog.pg_class'::regclass AS classid, c.oid, c.relnamespace AS namespace,
      format('%s IF EXISTS %s',
        CASE c.relkind WHEN 'v' THEN 'VIEW' WHEN 'm' THEN 'MATERIALIZED VIEW' WHEN 'f' THEN 'FOREIGN TABLE'
          WHEN 'S' THEN 'SEQUENCE' WHEN 'c' THEN 'TYPE' ELSE 'TABLE' END, c.oid::regclass) AS what
    FROM pg_catalog.pg_class c
    WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f', 'c')
      OR (c.relkind = 'S' AND NOT EXISTS (
        SELECT FROM pg_catalog.pg_depend d
        WHERE d.classid = 'pg_catalog.pg_class'::regclass AND d.objid = c.oid AND d.deptype IN ('a', 'i')))
    UNION ALL
    SELECT 4, 'pg_catalog.pg_type'::regclass, t.oid, t.typnamespace,
      format('%s IF EXISTS %s', CASE t.typtype WHEN 'd' THEN 'DOMAIN' ELSE 'TYPE' END, t.oid::regtype)
    FROM pg_catalog.pg_type t WHERE t.typtype IN ('d', 'e', 'r')
    UNION ALL
    SELECT 5, 'pg_catalog.pg_operator'::regclass, o.oid, o.oprnamespace,
      format('OPERATOR IF EXISTS %s', o.oid::regoperator)
    FROM pg_catalog.pg_operator o
    UNION ALL
    SELECT 5, 'pg_catalog.pg_opfamily'::regclass, f.oid, f.opfnamespace,
      format('OPERATOR FAMILY IF EXISTS %I.%I USING %I', n.nspname, f.opfname, a.amname)
    FROM pg_catalog.pg_opfamily f
    JOIN pg_catalog.pg_namespace n ON n.oid = f.opfnamespace
    JOIN pg_catalog.pg_am a ON a.oid = f.opfmethod
    UNION ALL
    SELECT 6, 'pg_catalog.pg_proc'::regclass, p.oid, p.pronamespace, format('ROUTINE IF EXISTS %s', p.oid::regprocedure)
    FROM pg_catalog.pg_proc p
    -- The functions of a range type go with it.
    WHERE p.oid NOT IN (SELECT i.objid FROM of_range i)
    UNION ALL
    SELECT 7, o.classid, o.oid, o.namespace, format('%s IF EXISTS %I.%I', o.kind, n.nspname, o.name)
    FROM (
      SELECT 'pg_catalog.pg_collation'::regclass AS classid, oid, collnamespace AS namespace, 'COLLATION' AS kind,
        collname AS name FROM pg_catalog.pg_collation
      UNION ALL
      SELECT 'pg_catalog.pg_conversion'::regclass, oid, connamespace, 'CONVERSION', conname FROM pg_catalog.pg_conversion
      UNION ALL
      SELECT 'pg_catalog.pg_statistic_ext'::regclass, oid, stxnamespace, 'STATISTICS', stxname
      FROM pg_catalog.pg_statistic_ext
      UNION ALL
      SELECT 'pg_catalog.pg_ts_config'::regclass, oid, cfgnamespace, 'TEXT SEARCH CONFIGURATION', cfgname
      FROM pg_catalog.pg_ts_config
      UNION ALL
      SELECT 'pg_catalog.pg_ts_dict'::regclass, oid, dictnamespace, 'TEXT SEARCH DICTIONARY', dictname
      FROM pg_catalog.pg_ts_dict
      UNION ALL
      SELECT 'pg_catalog.pg_ts_parser'::regclass, oid, prsnamespace, 'TEXT SEARCH PARSER', prsname
      FROM pg_catalog.pg_ts_parser
      UNION ALL
      SELECT 'pg_catalog.pg_ts_template'::regclass, oid, tmplnamespace, 'TEXT SEARCH TEMPLATE', tmplname
      FROM pg_catalog.pg_ts_template
    ) o JOIN pg_catalog.pg_namespace n ON n.oid = o.namespace
  ), dropped AS (
    SELECT s.place, s.what FROM single s
    WHERE pg_catalog.pg_has_role(s.owner, 'USAGE')
      AND NOT EXISTS (SELECT FROM kept k WHERE k.classid = s.classid AND k.objid = s.oid)
    UNION ALL
    SELECT 2, format('SCHEMA IF EXISTS %I', s.name) FROM schema s WHERE s.goes
    UNION ALL
    SELECT m.place, m.what FROM member m JOIN schema s ON s.oid = m.namespace AND NOT s.goes
    WHERE NOT EXISTS (SELECT FROM kept k WHERE k.classid = m.classid AND k.objid = m.oid)
  ), revoked AS (
    SELECT format('REVOKE ALL ON SCHEMA %I FROM %s CASCADE', n.nspname,
      CASE a.grantee WHEN 0 THEN 'PUBLIC' ELSE a.grantee::regrole::text END) AS what, 1 AS place, n.oid
    FROM pg_catalog.pg_namespace n JOIN schema s ON s.oid = n.oid AND NOT s.goes,
      pg_catalog.aclexplode(n.nspacl) a
    WHERE pg_catalog.pg_has_role(n.nspowner, 'USAGE')
    UNION
    SELECT format('GRANT %s ON SCHEMA %I TO %s%s', a.privilege_type, n.nspname,
      CASE a.grantee WHEN 0 THEN 'PUBLIC' WHEN a.grantor THEN n.nspowner::regrole::text
        ELSE a.grantee::regrole::text END,
      CASE WHEN a.is_grantable AND a.grantee <> a.grantor THEN ' WITH GRANT OPTION' ELSE '' END), 2, n.oid
    FROM pg_catalog.pg_namespace n JOIN schema s ON s.oid = n.oid AND NOT s.goes,
      pg_catalog.aclexplode(coalesce(
        (SELECT i.initprivs FROM pg_catalog.pg_init_privs i
         WHERE i.classoid = 'pg_catalog.pg_namespace'::regclass AND i.objoid = n.oid),
        pg_catalog.acldefault('n', n.nspowner))) a
    WHERE n.nspacl IS NOT NULL AND pg_catalog.pg_has_role(n.nspowner, 'USAGE')
  ), by_default AS (
    SELECT d.oid, d.defaclobjtype AS kind, d.defaclrole AS owner, d.defaclacl AS acl, d.defaclnamespace = 0 AS everywhere,
      format('ALTER DEFAULT PRIVILEGES FOR ROLE %s', d.defaclrole::regrole)
        || CASE WHEN n.oid IS NULL THEN '' ELSE format(' IN SCHEMA %I', n.nspname) END AS what,
      CASE d.defaclobjtype WHEN 'r' THEN 'TABLES' WHEN 'S' THEN 'SEQUENCES' WHEN 'f' THEN 'FUNCTIONS'
        WHEN 'T' THEN 'TYPES' WHEN 'n' THEN 'SCHEMAS' ELSE 'LARGE OBJECTS' END AS objects
    FROM pg_catalog.pg_default_acl d
    LEFT JOIN pg_catalog.pg_namespace n ON n.oid = d.defaclnamespace
    LEFT JOIN schema s ON s.oid = d.defaclnamespace
    WHERE pg_catalog.pg_has_role(d.defaclrole, 'USAGE') AND s.goes IS NOT TRUE
  ), undefaulted AS (
    SELECT format('%s REVOKE ALL ON %s FROM %s', d.what, d.objects,
      CASE a.grantee WHEN 0 THEN 'PUBLIC' ELSE a.grantee::regrole::text END) AS what, 1 AS place, d.oid
    FROM by_default d, pg_catalog.aclexplode(d.acl) a
    UNION
    SELECT format('%s GRANT %s ON %s TO %s', d.what, a.privilege_type, d.objects,
      CASE a.grantee WHEN 0 THEN 'PUBLIC' ELSE a.grantee::regrole::text END), 2, d.oid
    FROM by_default d,
      pg_catalog.aclexplode(pg_catalog.acldefault(CASE d.kind WHEN 'S' THEN 's' ELSE d.kind END, d.owner)) a
    WHERE d.everywhere
  ), remarked AS (
    SELECT format('COMMENT ON SCHEMA %I IS %L', n.nspname,
      CASE n.nspname WHEN 'public' THEN 'standard public schema' END) AS what
    FROM pg_catalog.pg_namespace n JOIN schema s ON s.oid = n.oid AND NOT s.goes
    WHERE pg_catalog.pg_has_role(n.nspowner, 'USAGE')
      AND NOT EXISTS (SELECT FROM kept k WHERE k.classid = 'pg_catalog.pg_namespace'::regclass AND k.objid = n.oid)
  ), emptied AS (
    SELECT format('DELETE FROM %s %s', c.oid::regclass, t.condition) AS what
    FROM pg_catalog.pg_extension e, unnest(e.extconfig, e.extcondition) AS t (oid, condition)
    JOIN pg_catalog.pg_class c ON c.oid = t.oid
    WHERE c.relkind IN ('r', 'p') AND pg_catalog.has_table_privilege(c.oid, 'DELETE')
      AND pg_catalog.has_table_privilege(c.oid, 'INSERT')
  ), unlinked AS (
    SELECT format('SELECT pg_catalog.lo_unlink(%s)', m.oid) AS what FROM pg_catalog.pg_largeobject_metadata m
  ), all_of_it AS (
    SELECT 1 AS turn, place, what, 0::oid AS oid FROM (SELECT place, 'DROP ' || what || ' CASCADE' AS what FROM dropped) d
    UNION ALL SELECT 2, place, what, oid FROM revoked
    UNION ALL SELECT 2, place, what, oid FROM undefaulted
    UNION ALL SELECT 3, 0, what, 0 FROM remarked
    UNION ALL SELECT 3, 0, what, 0 FROM emptied
    UNION ALL SELECT 3, 0, what, 0 FROM unlinked
  )
  SELECT array_agg(a.what ORDER BY a.turn, a.place, a.oid, a.what) INTO statements FROM all_of_it a;
  FOREACH statement IN ARRAY coalesce(statements, '{}') LOOP
    EXECUTE statement;
  END LOOP;
END
$clear$;
