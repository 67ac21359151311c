-- Those that a key has only when somebody says so.
SELECT oc.oid, oc.opcname AS name
FROM pg_opclass oc
WHERE NOT oc.opcdefault
