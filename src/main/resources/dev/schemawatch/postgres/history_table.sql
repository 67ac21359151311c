-- The table's name, quoted, and whether this role may read it.
SELECT format('%I.%I', n.nspname, c.relname) AS name,
       has_schema_privilege(n.oid, 'USAGE') AND has_table_privilege(c.oid, 'SELECT') AS readable
FROM pg_class c
JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE n.nspname = ANY (?)
  AND c.relname = '_prisma_migrations'
  AND c.relkind IN ('r', 'p')
