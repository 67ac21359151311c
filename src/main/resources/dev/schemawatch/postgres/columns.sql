-- format_type reads the system caches only. So does pg_get_expr when it is given no relation, which is enough for a
-- default, since that cannot refer to columns: neither waits for a table that somebody is altering.
-- A domain stands for the type below it, as in Prisma's eyes.
-- A default is the next value of a sequence when it is one call of nextval and depends on one sequence. OFFSET 0 keeps
-- PostgreSQL from printing each default twice, and CASE from looking for a sequence behind the others.
SELECT a.attrelid AS table_oid,
       a.attname AS name,
       NOT a.attnotnull AS nullable,
       e.oid IS NOT NULL AS list,
       CASE WHEN tn.nspname = 'pg_catalog' THEN '' ELSE tn.nspname END AS type_schema,
       CASE WHEN tn.nspname = 'pg_catalog' THEN format_type(t.oid, NULL) ELSE t.typname END AS type_name,
       CASE WHEN m.typmod >= 0
         THEN substring(format_type(t.oid, m.typmod) FROM '\(([^()]*)\)[^()]*$') END AS modifiers,
       a.attidentity AS identity,
       a.attgenerated <> '' AS generated,
       x.sql AS default_sql,
       CASE WHEN x.sql LIKE 'nextval(%::regclass)' THEN (
         SELECT ARRAY[sn.nspname, sc.relname]::text[]
         FROM pg_depend dep
         JOIN pg_class sc ON sc.oid = dep.refobjid AND sc.relkind = 'S'
         JOIN pg_namespace sn ON sn.oid = sc.relnamespace
         WHERE dep.classid = 'pg_attrdef'::regclass AND dep.objid = d.oid AND dep.refclassid = 'pg_class'::regclass
         LIMIT 1
       ) END AS sequence
FROM pg_attribute a
JOIN pg_class c ON c.oid = a.attrelid
JOIN pg_namespace n ON n.oid = c.relnamespace
JOIN pg_type ct ON ct.oid = a.atttypid
LEFT JOIN pg_type e ON e.oid = ct.typelem AND e.typarray = ct.oid
JOIN pg_type dt ON dt.oid = coalesce(e.oid, ct.oid)
CROSS JOIN LATERAL (SELECT CASE WHEN dt.typtype = 'd' THEN dt.typtypmod ELSE a.atttypmod END AS typmod) m
JOIN pg_type t ON t.oid = CASE WHEN dt.typtype = 'd' THEN dt.typbasetype ELSE dt.oid END
JOIN pg_namespace tn ON tn.oid = t.typnamespace
LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
CROSS JOIN LATERAL (SELECT CASE WHEN a.attgenerated = '' THEN pg_get_expr(d.adbin, 0) END AS sql OFFSET 0) x
WHERE n.nspname = ANY (?)
  AND c.relkind IN ('r', 'p')
  AND NOT c.relispartition
  AND a.attnum > 0
  AND NOT a.attisdropped
ORDER BY a.attrelid, a.attnum
