-- The formulas in the indexes of these tables; position 0 is the predicate. They refer to columns, so that PostgreSQL locks
-- the table to print them.
SELECT i.indexrelid AS index_oid, 0 AS position, pg_get_expr(i.indpred, i.indrelid) AS sql
FROM pg_index i
WHERE i.indrelid = ANY (?::oid[])
  AND i.indpred IS NOT NULL
UNION ALL
SELECT i.indexrelid, k.position, pg_get_indexdef(i.indexrelid, k.position::int, false)
FROM pg_index i
CROSS JOIN LATERAL unnest(i.indkey::int2[]) WITH ORDINALITY AS k (attnum, position)
WHERE i.indrelid = ANY (?::oid[])
  AND i.indexprs IS NOT NULL
  AND k.attnum = 0
