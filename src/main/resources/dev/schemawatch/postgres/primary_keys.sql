-- A key WITHOUT OVERLAPS (PostgreSQL 18) is guarded by an exclusion, and is none to Prisma, like every exclusion constraint.
SELECT k.conrelid AS table_oid, k.conname AS name, array_to_string(k.conkey, ' ') AS columns
FROM pg_constraint k
JOIN pg_namespace n ON n.oid = k.connamespace
WHERE n.nspname = ANY (?)
  AND k.contype = 'p'
  AND k.conexclop IS NULL
