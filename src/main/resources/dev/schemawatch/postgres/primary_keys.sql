SELECT k.conrelid AS table_oid, k.conname AS name, array_to_string(k.conkey, ' ') AS columns
FROM pg_constraint k
JOIN pg_namespace n ON n.oid = k.connamespace
WHERE n.nspname = ANY (?)
  AND k.contype = 'p'
