-- Who asks for an exclusive lock, and be it in a queue, makes everybody behind wait.
SELECT DISTINCT l.relation AS oid
FROM pg_locks l
WHERE l.mode = 'AccessExclusiveLock'
  AND l.relation IS NOT NULL
  AND l.database = (SELECT d.oid FROM pg_database d WHERE d.datname = current_database())
