-- The sequences that defaults depend on.
SELECT dep.objid AS default_oid, sn.nspname AS schema, sc.relname AS name
FROM pg_depend dep
JOIN pg_class sc ON sc.oid = dep.refobjid AND sc.relkind = 'S'
JOIN pg_namespace sn ON sn.oid = sc.relnamespace
WHERE dep.classid = 'pg_attrdef'::regclass
  AND dep.refclassid = 'pg_class'::regclass
