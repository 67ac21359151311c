-- What removes everything that is in a database, but for what is in the parameter (schemas with an "s" before their name,
-- extensions with an "e", default privileges with a "d" before their oid) and what belongs to these extensions. What is not PostgreSQL's own has an oid
-- from 16384 on.
WITH kept AS (
    SELECT substr(name, 2) AS name, left(name, 1) AS kind FROM unnest(?::text[]) AS name
),
kept_schema AS (
    SELECT n.oid, n.nspname FROM pg_namespace n JOIN kept k ON k.name = n.nspname AND k.kind = 's'
),
member AS (
    SELECT classid, objid FROM pg_depend WHERE deptype = 'e'
),
object_type (letter, acl_letter, objects) AS (
    VALUES ('r'::"char", 'r'::"char", 'TABLES'), ('S', 's', 'SEQUENCES'), ('f', 'f', 'ROUTINES'), ('T', 'T', 'TYPES'),
           ('n', 'n', 'SCHEMAS')
),
default_acl AS (
    SELECT * FROM pg_default_acl WHERE oid::text NOT IN (SELECT name FROM kept WHERE kind = 'd')
),
removal AS (
    SELECT 1 AS step, format('DROP EXTENSION IF EXISTS %I CASCADE', extname) AS sql
    FROM pg_extension WHERE extname NOT IN (SELECT name FROM kept WHERE kind = 'e')
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
    SELECT 7, format('DROP OPERATOR IF EXISTS %I.%s (%s, %s) CASCADE', s.nspname, o.oprname,
                     CASE o.oprleft WHEN 0 THEN 'NONE' ELSE o.oprleft::regtype::text END,
                     CASE o.oprright WHEN 0 THEN 'NONE' ELSE o.oprright::regtype::text END)
    FROM pg_operator o JOIN kept_schema s ON s.oid = o.oprnamespace
    WHERE NOT EXISTS (SELECT FROM member m WHERE m.classid = 'pg_operator'::regclass AND m.objid = o.oid)
    UNION ALL
    SELECT 6, format('DROP OPERATOR CLASS IF EXISTS %I.%I USING %I CASCADE', s.nspname, o.opcname,
                     (SELECT amname FROM pg_am WHERE pg_am.oid = o.opcmethod))
    FROM pg_opclass o JOIN kept_schema s ON s.oid = o.opcnamespace
    WHERE NOT EXISTS (SELECT FROM member m WHERE m.classid = 'pg_opclass'::regclass AND m.objid = o.oid)
    UNION ALL
    SELECT 7, format('DROP OPERATOR FAMILY IF EXISTS %I.%I USING %I CASCADE', s.nspname, o.opfname,
                     (SELECT amname FROM pg_am WHERE pg_am.oid = o.opfmethod))
    FROM pg_opfamily o JOIN kept_schema s ON s.oid = o.opfnamespace
    WHERE NOT EXISTS (SELECT FROM member m WHERE m.classid = 'pg_opfamily'::regclass AND m.objid = o.oid)
    UNION ALL
    SELECT 7, format('DROP CONVERSION IF EXISTS %I.%I CASCADE', s.nspname, c.conname)
    FROM pg_conversion c JOIN kept_schema s ON s.oid = c.connamespace
    WHERE NOT EXISTS (SELECT FROM member m WHERE m.classid = 'pg_conversion'::regclass AND m.objid = c.oid)
    UNION ALL
    SELECT 8, format('DROP TEXT SEARCH PARSER IF EXISTS %I.%I CASCADE', s.nspname, p.prsname)
    FROM pg_ts_parser p JOIN kept_schema s ON s.oid = p.prsnamespace
    WHERE NOT EXISTS (SELECT FROM member m WHERE m.classid = 'pg_ts_parser'::regclass AND m.objid = p.oid)
    UNION ALL
    SELECT 8, format('DROP TEXT SEARCH TEMPLATE IF EXISTS %I.%I CASCADE', s.nspname, t.tmplname)
    FROM pg_ts_template t JOIN kept_schema s ON s.oid = t.tmplnamespace
    WHERE NOT EXISTS (SELECT FROM member m WHERE m.classid = 'pg_ts_template'::regclass AND m.objid = t.oid)
    UNION ALL
    SELECT 7, format('DROP CAST IF EXISTS (%s AS %s) CASCADE', c.castsource::regtype, c.casttarget::regtype)
    FROM pg_cast c
    WHERE c.oid >= 16384 AND NOT EXISTS (SELECT FROM member m WHERE m.classid = 'pg_cast'::regclass AND m.objid = c.oid)
    UNION ALL
    SELECT 8, format('DROP TRANSFORM IF EXISTS FOR %s LANGUAGE %I CASCADE', t.trftype::regtype,
                     (SELECT lanname FROM pg_language WHERE pg_language.oid = t.trflang))
    FROM pg_transform t
    WHERE t.oid >= 16384 AND NOT EXISTS (SELECT FROM member m WHERE m.classid = 'pg_transform'::regclass AND m.objid = t.oid)
    UNION ALL
    SELECT 8, format('DROP LANGUAGE IF EXISTS %I CASCADE', l.lanname)
    FROM pg_language l
    WHERE l.oid >= 16384 AND NOT EXISTS (SELECT FROM member m WHERE m.classid = 'pg_language'::regclass AND m.objid = l.oid)
    UNION ALL
    SELECT 8, format('DROP ACCESS METHOD IF EXISTS %I CASCADE', a.amname)
    FROM pg_am a
    WHERE a.oid >= 16384 AND NOT EXISTS (SELECT FROM member m WHERE m.classid = 'pg_am'::regclass AND m.objid = a.oid)
    UNION ALL
    SELECT 7, format('DROP SERVER IF EXISTS %I CASCADE', f.srvname)
    FROM pg_foreign_server f
    WHERE f.oid >= 16384 AND NOT EXISTS (SELECT FROM member m WHERE m.classid = 'pg_foreign_server'::regclass AND m.objid = f.oid)
    UNION ALL
    SELECT 9, format('SELECT lo_unlink(%s)', oid) FROM pg_largeobject_metadata
    UNION ALL
    SELECT 10, format('ALTER DEFAULT PRIVILEGES FOR ROLE %I%s REVOKE ALL ON %s FROM %s', pg_get_userbyid(d.defaclrole),
                      ' IN SCHEMA ' || quote_ident(n.nspname), o.objects,
                      CASE a.grantee WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(a.grantee)) END)
    FROM default_acl d JOIN object_type o ON o.letter = d.defaclobjtype
    LEFT JOIN pg_namespace n ON n.oid = d.defaclnamespace, aclexplode(d.defaclacl) AS a
    UNION ALL
    SELECT 11, format('ALTER DEFAULT PRIVILEGES FOR ROLE %I GRANT %s ON %s TO %s', pg_get_userbyid(d.defaclrole),
                      a.privilege_type, o.objects,
                      CASE a.grantee WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(a.grantee)) END)
    FROM default_acl d JOIN object_type o ON o.letter = d.defaclobjtype,
         aclexplode(acldefault(o.acl_letter, d.defaclrole)) AS a
    WHERE d.defaclnamespace = 0
)
SELECT sql FROM removal ORDER BY step, sql
