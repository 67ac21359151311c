-- Who asks for an exclusive lock, and be it in a queue, makes everybody behind wait.
SELECT DISTINCT n.nspname AS schema, c.relname AS name
FROM pg_locks l
JOIN pg_class c ON c.oid = l.relation
JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE l.mode = 'AccessExclusiveLock'
  AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())
  AND c.relkind IN ('r', 'p')
  AND n.nspname = ANY (?)
ORDER BY 1, 2
