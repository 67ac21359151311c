-- Which migration a row of the catalog is from: the transaction that wrote the row (xmin) ran before the one in which Prisma's
-- row of the migration was completed, and after that of the migration before. A column's row is written anew when its type,
-- its default or NOT NULL changes; of a table, a view or a sequence that of its type stays as it is, and so does that of its
-- relation where it has none.
WITH made AS (
    SELECT 'TABLE' AS kind, c.relnamespace AS schema, c.relname AS owner, NULL::name AS member, t.xmin
    FROM pg_class c JOIN pg_type t ON t.oid = c.reltype WHERE c.relkind IN ('r', 'p', 'f')
    UNION ALL
    SELECT 'VIEW', c.relnamespace, c.relname, NULL, t.xmin
    FROM pg_class c JOIN pg_type t ON t.oid = c.reltype WHERE c.relkind IN ('v', 'm')
    UNION ALL
    SELECT 'SEQUENCE', c.relnamespace, c.relname, NULL, c.xmin FROM pg_class c WHERE c.relkind = 'S'
    UNION ALL
    SELECT 'ENUM', t.typnamespace, t.typname, NULL, t.xmin FROM pg_type t WHERE t.typtype = 'e'
    UNION ALL
    SELECT 'COLUMN', c.relnamespace, c.relname, a.attname, a.xmin
    FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
    WHERE c.relkind IN ('r', 'p', 'f') AND a.attnum > 0 AND NOT a.attisdropped
    UNION ALL
    SELECT CASE WHEN i.indisprimary THEN 'PRIMARY_KEY' ELSE 'INDEX' END, c.relnamespace, c.relname, x.relname, i.xmin
    FROM pg_index i JOIN pg_class x ON x.oid = i.indexrelid JOIN pg_class c ON c.oid = i.indrelid
    UNION ALL
    SELECT 'FOREIGN_KEY', c.relnamespace, c.relname, k.conname, k.xmin
    FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid WHERE k.contype = 'f'
)
SELECT made.kind, n.nspname, made.owner, made.member,
       (SELECT m.migration_name FROM "_prisma_migrations" m
        WHERE m.xmin::text::bigint >= made.xmin::text::bigint ORDER BY m.xmin::text::bigint LIMIT 1)
FROM made JOIN pg_namespace n ON n.oid = made.schema
WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
