-- Statements that take from everybody what they may do with this database and the schemas in the parameter, and from the database what
-- is set for it.
SELECT format('REVOKE ALL ON SCHEMA %I FROM %s CASCADE', nspname,
              CASE grantee WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(grantee)) END)
FROM pg_namespace, aclexplode(coalesce(nspacl, acldefault('n', nspowner)))
WHERE nspname = ANY (?::text[])
GROUP BY nspname, grantee
UNION ALL
SELECT format('REVOKE ALL ON DATABASE %I FROM %s CASCADE', datname,
              CASE grantee WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(grantee)) END)
FROM pg_database, aclexplode(coalesce(datacl, acldefault('d', datdba)))
WHERE datname = current_database()
GROUP BY datname, grantee
UNION ALL
SELECT format('ALTER DATABASE %I RESET ALL', current_database())
ORDER BY 1
