-- Statements that bring back, where nothing has been granted, who owns this database and the schemas in the parameter, who may use
-- them, what is said of them, and what is set for the database. A setting that is a list is kept as PostgreSQL quotes it.
WITH kept AS (
    SELECT oid, nspname, nspowner, coalesce(nspacl, acldefault('n', nspowner)) AS acl
    FROM pg_namespace WHERE nspname = ANY (?::text[])
),
this AS (
    SELECT *, coalesce(datacl, acldefault('d', datdba)) AS acl FROM pg_database WHERE datname = current_database()
),
setting AS (
    SELECT split_part(line, '=', 1) AS name, substr(line, strpos(line, '=') + 1) AS value
    FROM pg_db_role_setting s JOIN this ON this.oid = s.setdatabase, unnest(s.setconfig) AS line
    WHERE s.setrole = 0
)
SELECT sql FROM (
    SELECT 1 AS step, format('ALTER DATABASE %I OWNER TO %I', datname, pg_get_userbyid(datdba)) AS sql FROM this
    UNION ALL
    SELECT 2, format('ALTER SCHEMA %I OWNER TO %I', nspname, pg_get_userbyid(nspowner)) FROM kept
    UNION ALL
    SELECT 3, format('GRANT %s ON SCHEMA %I TO %s%s', privilege_type, nspname,
                     CASE grantee WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(grantee)) END,
                     CASE WHEN is_grantable THEN ' WITH GRANT OPTION' ELSE '' END)
    FROM kept, aclexplode(acl)
    UNION ALL
    SELECT 3, format('GRANT %s ON DATABASE %I TO %s%s', privilege_type, datname,
                     CASE grantee WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(grantee)) END,
                     CASE WHEN is_grantable THEN ' WITH GRANT OPTION' ELSE '' END)
    FROM this, aclexplode(acl)
    UNION ALL
    SELECT 4, format('COMMENT ON SCHEMA %I IS %L', nspname, obj_description(oid, 'pg_namespace')) FROM kept
    UNION ALL
    SELECT 4, format('COMMENT ON DATABASE %I IS %L', datname, shobj_description(oid, 'pg_database')) FROM this
    UNION ALL
    SELECT 5, format('ALTER DATABASE %I ALLOW_CONNECTIONS %s CONNECTION LIMIT %s IS_TEMPLATE %s', datname, datallowconn::text,
                     datconnlimit, datistemplate::text)
    FROM this
    UNION ALL
    SELECT 6, format('ALTER DATABASE %I SET %I TO %s', datname, name,
                     CASE WHEN name IN ('search_path', 'temp_tablespaces', 'local_preload_libraries', 'session_preload_libraries')
                          THEN value ELSE quote_literal(value) END)
    FROM setting, this
) statement
ORDER BY step, sql
