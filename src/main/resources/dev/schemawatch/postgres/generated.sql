-- The formulas of computed columns. They refer to columns, so that PostgreSQL locks the table to print them.
SELECT a.attrelid AS table_oid, a.attname AS name, pg_get_expr(d.adbin, d.adrelid) AS sql
FROM pg_attribute a
JOIN pg_class c ON c.oid = a.attrelid
JOIN pg_namespace n ON n.oid = c.relnamespace
JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
WHERE n.nspname = ANY (?)
  AND c.relkind IN ('r', 'p')
  AND NOT c.relispartition
  AND a.attgenerated <> ''
  AND NOT a.attisdropped
