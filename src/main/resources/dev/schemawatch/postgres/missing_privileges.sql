-- The GRANTs without which a look stays incomplete: for the migration history in these namespaces, and for the catalog
-- itself where somebody took it from PUBLIC.
SELECT format('GRANT USAGE ON SCHEMA %I TO %I;', n.nspname, current_user) AS statement, 1 AS rank
FROM pg_namespace n
WHERE n.nspname = ANY (?) AND NOT has_schema_privilege(n.oid, 'USAGE')
UNION ALL
SELECT format('GRANT SELECT ON %I.%I TO %I;', n.nspname, c.relname, current_user), 2
FROM pg_class c
JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE n.nspname = ANY (?)
  AND c.relname = '_prisma_migrations'
  AND c.relkind IN ('r', 'p')
  AND NOT has_table_privilege(c.oid, 'SELECT')
UNION ALL
SELECT format('GRANT SELECT ON pg_catalog.%I TO %I;', c.relname, current_user), 3
FROM pg_class c
WHERE c.relnamespace = 'pg_catalog'::regnamespace
  AND c.relname IN ('pg_am', 'pg_attrdef', 'pg_attribute', 'pg_class', 'pg_constraint', 'pg_database', 'pg_depend', 'pg_enum',
                    'pg_extension', 'pg_index', 'pg_locks', 'pg_namespace', 'pg_opclass', 'pg_type')
  AND NOT has_table_privilege(c.oid, 'SELECT')
ORDER BY rank, statement
