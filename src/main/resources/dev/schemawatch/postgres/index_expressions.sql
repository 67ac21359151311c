-- Position 0 is the predicate. These refer to columns, so that PostgreSQL locks the table to print them.
SELECT i.indexrelid AS index_oid, 0 AS position, pg_get_expr(i.indpred, i.indrelid) AS sql
FROM pg_index i
JOIN pg_class c ON c.oid = i.indrelid
JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE n.nspname = ANY (?)
  AND c.relkind IN ('r', 'p')
  AND NOT c.relispartition
  AND NOT i.indisexclusion
  AND i.indpred IS NOT NULL
UNION ALL
SELECT i.indexrelid, k.position, pg_get_indexdef(i.indexrelid, k.position::int, false)
FROM pg_index i
JOIN pg_class c ON c.oid = i.indrelid
JOIN pg_namespace n ON n.oid = c.relnamespace
CROSS JOIN LATERAL unnest(i.indkey::int2[]) WITH ORDINALITY AS k (attnum, position)
WHERE n.nspname = ANY (?)
  AND c.relkind IN ('r', 'p')
  AND NOT c.relispartition
  AND NOT i.indisexclusion
  AND i.indexprs IS NOT NULL
  AND k.attnum = 0
