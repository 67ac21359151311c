-- Columns by number; by name only those of tables that are not read themselves.
SELECT k.conrelid AS table_oid,
       k.conname AS name,
       k.confrelid AS referenced_oid,
       rn.nspname AS referenced_schema,
       r.relname AS referenced_table,
       k.confdeltype AS on_delete,
       k.confupdtype AS on_update,
       array_to_string(k.conkey, ' ') AS columns,
       array_to_string(k.confkey, ' ') AS referenced_columns,
       CASE WHEN rn.nspname <> ALL (?) OR r.relispartition THEN (
         SELECT array_agg(a.attname::text ORDER BY u.position)
         FROM unnest(k.confkey) WITH ORDINALITY AS u (attnum, position)
         JOIN pg_attribute a ON a.attrelid = k.confrelid AND a.attnum = u.attnum
       ) END AS columns_elsewhere
FROM pg_constraint k
JOIN pg_namespace n ON n.oid = k.connamespace
JOIN pg_class r ON r.oid = k.confrelid
JOIN pg_namespace rn ON rn.oid = r.relnamespace
WHERE n.nspname = ANY (?)
  AND k.contype = 'f'
  AND k.conparentid = 0
