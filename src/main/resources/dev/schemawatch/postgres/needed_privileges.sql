-- What a look needs beside the right to connect, and whether this role lacks it: for the migration history in these
-- namespaces; and of the catalog itself, which everybody may read, what somebody took from PUBLIC.
SELECT format('USAGE ON SCHEMA %I', n.nspname) AS privilege, NOT has_schema_privilege(n.oid, 'USAGE') AS missing, 1 AS rank
FROM pg_namespace n
WHERE n.nspname = ANY (?)
UNION ALL
SELECT format('SELECT ON %I.%I', n.nspname, c.relname), NOT has_table_privilege(c.oid, 'SELECT'), 2
FROM pg_class c
JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE n.nspname = ANY (?)
  AND c.relname = '_prisma_migrations'
  AND c.relkind IN ('r', 'p')
UNION ALL
SELECT format('SELECT ON pg_catalog.%I', c.relname), true, 3
FROM pg_class c
WHERE c.relnamespace = 'pg_catalog'::regnamespace
  AND c.relname IN ('pg_am', 'pg_attrdef', 'pg_attribute', 'pg_class', 'pg_constraint', 'pg_database', 'pg_depend', 'pg_enum',
                    'pg_extension', 'pg_index', 'pg_locks', 'pg_namespace', 'pg_opclass', 'pg_type')
  AND NOT has_table_privilege(c.oid, 'SELECT')
ORDER BY rank, privilege
