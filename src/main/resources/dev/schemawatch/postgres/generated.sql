-- The formulas of computed columns of these tables. They refer to columns, so that PostgreSQL locks the table to print them.
SELECT a.attrelid AS table_oid, a.attname AS name, pg_get_expr(d.adbin, d.adrelid) AS sql
FROM pg_attribute a
JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
WHERE a.attrelid = ANY (?::oid[])
  AND a.attgenerated <> ''
  AND NOT a.attisdropped
