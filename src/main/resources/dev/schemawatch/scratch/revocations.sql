-- Statements that take from everybody what they may do with the schemas in the parameter.
SELECT format('REVOKE ALL ON SCHEMA %I FROM %s CASCADE', nspname,
              CASE grantee WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(grantee)) END)
FROM pg_namespace, aclexplode(coalesce(nspacl, acldefault('n', nspowner)))
WHERE nspname = ANY (?::text[])
GROUP BY nspname, grantee
ORDER BY 1
