-- pg_get_expr that is given no relation reads the system caches only, which is enough for a default, since that cannot refer
-- to columns: it does not wait for a table that somebody is altering.
SELECT d.oid AS default_oid, d.adrelid AS table_oid, d.adnum AS number, pg_get_expr(d.adbin, 0) AS sql
FROM pg_attrdef d
WHERE d.adrelid IN (
    SELECT c.oid
    FROM pg_class c
    JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE n.nspname = ANY (?)
      AND c.relkind IN ('r', 'p')
      AND NOT c.relispartition)
  AND NOT EXISTS (
    SELECT FROM pg_attribute a WHERE a.attrelid = d.adrelid AND a.attnum = d.adnum AND a.attgenerated <> '')
