-- The rows alone, in no order: what costs the server something for each of them is asked for once per type, or only where a
-- column has it. Nothing here waits for a table that somebody is altering.
SELECT a.attrelid AS table_oid,
       a.attnum AS number,
       a.attname AS name,
       a.atttypid AS type_oid,
       a.atttypmod AS type_modifier,
       NOT a.attnotnull AS nullable,
       a.attidentity AS identity,
       a.attgenerated <> '' AS generated
FROM pg_attribute a
WHERE a.attrelid IN (
    SELECT c.oid
    FROM pg_class c
    JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE n.nspname = ANY (?)
      AND c.relkind IN ('r', 'p')
      AND NOT c.relispartition)
  AND a.attnum > 0
  AND NOT a.attisdropped
