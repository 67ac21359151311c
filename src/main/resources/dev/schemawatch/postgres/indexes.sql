-- One row per key and per included column, in order. Primary keys and exclusion constraints are no indexes to Prisma.
-- indnullsnotdistinct came with PostgreSQL 15: read through JSON, it is absent before.
SELECT i.indrelid AS table_oid,
       i.indexrelid AS index_oid,
       ic.relname AS name,
       i.indisunique AS is_unique,
       am.amname AS method,
       coalesce(i.indisunique AND (to_jsonb(i) ->> 'indnullsnotdistinct')::boolean, false) AS nulls_not_distinct,
       i.indisvalid AS valid,
       i.indpred IS NOT NULL AS partial,
       k.position,
       k.position > i.indnkeyatts AS included,
       a.attname AS column_name,
       coalesce(k.options & 1, 0) = 1 AS descending,
       CASE WHEN NOT oc.opcdefault THEN oc.opcname END AS operator_class
FROM pg_index i
JOIN pg_class c ON c.oid = i.indrelid
JOIN pg_namespace n ON n.oid = c.relnamespace
JOIN pg_class ic ON ic.oid = i.indexrelid
JOIN pg_am am ON am.oid = ic.relam
CROSS JOIN LATERAL unnest(i.indkey::int2[], i.indclass::oid[], i.indoption::int2[])
  WITH ORDINALITY AS k (attnum, opclass, options, position)
LEFT JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.attnum AND k.attnum <> 0
LEFT JOIN pg_opclass oc ON oc.oid = k.opclass
WHERE n.nspname = ANY (?)
  AND c.relkind IN ('r', 'p')
  AND NOT c.relispartition
  AND NOT i.indisprimary
  AND NOT i.indisexclusion
ORDER BY ic.relname, i.indexrelid, k.position
