-- What removes everything that is in a database, but for the schemas and extensions in the parameter (schemas with an "s"
-- before their name, extensions with an "e") and what belongs to these extensions. What is not PostgreSQL's own has an oid
-- from 16384 on.
WITH kept AS (
    SELECT substr(name, 2) AS name, left(name, 1) = 'e' AS extension FROM unnest(?::text[]) AS name
),
kept_schema AS (
    SELECT n.oid, n.nspname FROM pg_namespace n JOIN kept k ON k.name = n.nspname AND NOT k.extension
),
member AS (
    SELECT classid, objid FROM pg_depend WHERE deptype = 'e'
),
removal AS (
    SELECT 1 AS step, format('DROP EXTENSION IF EXISTS %I CASCADE', extname) AS sql
    FROM pg_extension WHERE extname NOT IN (SELECT name FROM kept WHERE extension)
    UNION ALL
    SELECT 2, format('DROP EVENT TRIGGER IF EXISTS %I CASCADE', evtname)
    FROM pg_event_trigger t
    WHERE NOT EXISTS (SELECT FROM member m WHERE m.classid = 'pg_event_trigger'::regclass AND m.objid = t.oid)
    UNION ALL
    SELECT 2, format('DROP PUBLICATION IF EXISTS %I CASCADE', pubname) FROM pg_publication
    UNION ALL
    SELECT 3, format('DROP SCHEMA IF EXISTS %I CASCADE', nspname)
    FROM pg_namespace
    WHERE nspname !~ '^pg_' AND nspname <> 'information_schema' AND oid NOT IN (SELECT oid FROM kept_schema)
    UNION ALL
    SELECT 4, format('DROP %s IF EXISTS %I.%I CASCADE',
                     CASE c.relkind WHEN 'v' THEN 'VIEW' WHEN 'm' THEN 'MATERIALIZED VIEW' WHEN 'S' THEN 'SEQUENCE'
                                    WHEN 'f' THEN 'FOREIGN TABLE' WHEN 'c' THEN 'TYPE' ELSE 'TABLE' END,
                     s.nspname, c.relname)
    FROM pg_class c JOIN kept_schema s ON s.oid = c.relnamespace
    WHERE c.relkind IN ('r', 'p', 'v', 'm', 'S', 'f', 'c')
      AND NOT EXISTS (SELECT FROM member m WHERE m.classid = 'pg_class'::regclass AND m.objid = c.oid)
      AND NOT EXISTS (SELECT FROM pg_depend d
                      WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype IN ('i', 'a')
                        AND d.refclassid = 'pg_class'::regclass AND c.relkind = 'S')
    UNION ALL
    SELECT 5, format('DROP ROUTINE IF EXISTS %I.%I(%s) CASCADE', s.nspname, p.proname,
                     pg_get_function_identity_arguments(p.oid))
    FROM pg_proc p JOIN kept_schema s ON s.oid = p.pronamespace
    WHERE NOT EXISTS (SELECT FROM member m WHERE m.classid = 'pg_proc'::regclass AND m.objid = p.oid)
      AND NOT EXISTS (SELECT FROM pg_depend d
                      WHERE d.classid = 'pg_proc'::regclass AND d.objid = p.oid AND d.deptype = 'i')
    UNION ALL
    SELECT 6, format('DROP TYPE IF EXISTS %I.%I CASCADE', s.nspname, t.typname)
    FROM pg_type t JOIN kept_schema s ON s.oid = t.typnamespace
    WHERE t.typrelid = 0
      AND t.typtype IN ('b', 'd', 'e', 'r', 'p')
      AND NOT EXISTS (SELECT FROM pg_type e WHERE e.typarray = t.oid)
      AND NOT EXISTS (SELECT FROM member m WHERE m.classid = 'pg_type'::regclass AND m.objid = t.oid)
    UNION ALL
    SELECT 7, format('DROP COLLATION IF EXISTS %I.%I CASCADE', s.nspname, c.collname)
    FROM pg_collation c JOIN kept_schema s ON s.oid = c.collnamespace
    WHERE NOT EXISTS (SELECT FROM member m WHERE m.classid = 'pg_collation'::regclass AND m.objid = c.oid)
    UNION ALL
    SELECT 7, format('DROP TEXT SEARCH CONFIGURATION IF EXISTS %I.%I CASCADE', s.nspname, c.cfgname)
    FROM pg_ts_config c JOIN kept_schema s ON s.oid = c.cfgnamespace
    WHERE NOT EXISTS (SELECT FROM member m WHERE m.classid = 'pg_ts_config'::regclass AND m.objid = c.oid)
    UNION ALL
    SELECT 8, format('DROP TEXT SEARCH DICTIONARY IF EXISTS %I.%I CASCADE', s.nspname, d.dictname)
    FROM pg_ts_dict d JOIN kept_schema s ON s.oid = d.dictnamespace
    WHERE NOT EXISTS (SELECT FROM member m WHERE m.classid = 'pg_ts_dict'::regclass AND m.objid = d.oid)
    UNION ALL
    SELECT 8, format('DROP FOREIGN DATA WRAPPER IF EXISTS %I CASCADE', w.fdwname)
    FROM pg_foreign_data_wrapper w
    WHERE NOT EXISTS (SELECT FROM member m WHERE m.classid = 'pg_foreign_data_wrapper'::regclass AND m.objid = w.oid)
    UNION ALL
    SELECT 9, format('SELECT lo_unlink(%s)', oid) FROM pg_largeobject_metadata
)
SELECT sql FROM removal ORDER BY step, sql
