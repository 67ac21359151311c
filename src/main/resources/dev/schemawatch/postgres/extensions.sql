-- Of the whole database: an extension belongs to no namespace that is watched.
SELECT x.extname AS name, n.nspname AS schema, x.extversion AS version
FROM pg_extension x
JOIN pg_namespace n ON n.oid = x.extnamespace
