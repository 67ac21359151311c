-- Primary keys and exclusion constraints are no indexes to Prisma.
-- indnullsnotdistinct came with PostgreSQL 15: before, the name means the constant outside.
SELECT i.indrelid AS table_oid,
       i.indexrelid AS index_oid,
       ic.relname AS name,
       i.indisunique AS is_unique,
       am.amname AS method,
       i.indisunique AND i.nulls_not_distinct AS nulls_not_distinct,
       i.indisvalid AS valid,
       i.indpred IS NOT NULL AS partial,
       i.indnkeyatts AS keys,
       i.indkey AS columns,
       i.indclass AS operator_classes,
       i.indoption AS options
FROM (SELECT false AS indnullsnotdistinct) before_15
CROSS JOIN LATERAL (SELECT pg_index.*, indnullsnotdistinct AS nulls_not_distinct FROM pg_index) i
JOIN pg_class c ON c.oid = i.indrelid
JOIN pg_namespace n ON n.oid = c.relnamespace
JOIN pg_class ic ON ic.oid = i.indexrelid
JOIN pg_am am ON am.oid = ic.relam
WHERE n.nspname = ANY (?)
  AND c.relkind IN ('r', 'p')
  AND NOT c.relispartition
  AND NOT i.indisprimary
  AND NOT i.indisexclusion
