-- What is in the database under which name: a letter for the catalog, and the number by which the row stays the same when the
-- object is renamed or altered. Indexes of exclusion constraints are told with these, and so are those of
-- keys WITHOUT OVERLAPS (PostgreSQL 18), which exclude as well.
SELECT 'n' || n.oid, 'SCHEMA', '', n.nspname, NULL
FROM pg_catalog.pg_namespace n WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
UNION ALL
SELECT 'e' || e.oid, 'EXTENSION', '', e.extname, NULL FROM pg_catalog.pg_extension e
UNION ALL
SELECT made.id, made.kind, n.nspname, made.owner, made.member
FROM (
    SELECT 'c' || c.oid AS id,
           CASE c.relkind WHEN 'S' THEN 'SEQUENCE' WHEN 'v' THEN 'VIEW' WHEN 'm' THEN 'VIEW' ELSE 'TABLE' END AS kind,
           c.relnamespace AS schema, c.relname AS owner, NULL::name AS member
    FROM pg_catalog.pg_class c WHERE c.relkind IN ('r', 'p', 'f', 'v', 'm', 'S')
    UNION ALL
    SELECT 't' || t.oid, 'TYPE', t.typnamespace, t.typname, NULL FROM pg_catalog.pg_type t WHERE t.typtype = 'e'
    UNION ALL
    SELECT 'a' || c.oid || '.' || a.attnum, 'COLUMN', c.relnamespace, c.relname, a.attname
    FROM pg_catalog.pg_attribute a JOIN pg_catalog.pg_class c ON c.oid = a.attrelid
    WHERE c.relkind IN ('r', 'p', 'f') AND a.attnum > 0 AND NOT a.attisdropped
    UNION ALL
    SELECT 'c' || x.oid,
           CASE WHEN i.indisprimary THEN 'PRIMARY_KEY' WHEN i.indisunique THEN 'UNIQUE' ELSE 'INDEX' END,
           c.relnamespace, c.relname, x.relname
    FROM pg_catalog.pg_index i
    JOIN pg_catalog.pg_class x ON x.oid = i.indexrelid
    JOIN pg_catalog.pg_class c ON c.oid = i.indrelid
    WHERE NOT i.indisexclusion
    UNION ALL
    SELECT 'k' || k.oid, CASE k.contype WHEN 'f' THEN 'FOREIGN_KEY' WHEN 'c' THEN 'CHECK' ELSE 'EXCLUDE' END,
           c.relnamespace, c.relname, k.conname
    FROM pg_catalog.pg_constraint k JOIN pg_catalog.pg_class c ON c.oid = k.conrelid
    WHERE k.contype IN ('f', 'c') OR k.conexclop IS NOT NULL
    UNION ALL
    SELECT 'g' || g.oid, 'TRIGGER', c.relnamespace, c.relname, g.tgname
    FROM pg_catalog.pg_trigger g JOIN pg_catalog.pg_class c ON c.oid = g.tgrelid WHERE NOT g.tgisinternal
    UNION ALL
    SELECT 'p' || p.oid, 'POLICY', c.relnamespace, c.relname, p.polname
    FROM pg_catalog.pg_policy p JOIN pg_catalog.pg_class c ON c.oid = p.polrelid
) made
JOIN pg_catalog.pg_namespace n ON n.oid = made.schema
WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
