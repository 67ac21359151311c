-- Statements that bring back, where nothing has been granted, who owns this database and the schemas in the parameter, who may use
-- these schemas, and what is said of them.
WITH kept AS (
    SELECT oid, nspname, nspowner, coalesce(nspacl, acldefault('n', nspowner)) AS acl
    FROM pg_namespace WHERE nspname = ANY (?::text[])
)
SELECT sql FROM (
    SELECT 1 AS step, format('ALTER DATABASE %I OWNER TO %I', datname, pg_get_userbyid(datdba)) AS sql
    FROM pg_database WHERE datname = current_database()
    UNION ALL
    SELECT 2, format('ALTER SCHEMA %I OWNER TO %I', nspname, pg_get_userbyid(nspowner)) FROM kept
    UNION ALL
    SELECT 3, format('GRANT %s ON SCHEMA %I TO %s%s', privilege_type, nspname,
                     CASE grantee WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(grantee)) END,
                     CASE WHEN is_grantable THEN ' WITH GRANT OPTION' ELSE '' END)
    FROM kept, aclexplode(acl)
    UNION ALL
    SELECT 4, format('COMMENT ON SCHEMA %I IS %L', nspname, obj_description(oid, 'pg_namespace')) FROM kept
) statement
ORDER BY step, sql
