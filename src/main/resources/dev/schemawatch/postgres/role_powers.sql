-- What the role of this session, or a role that it may become, can do beside reading: by kind, how many objects, and the
-- first of them. A superuser can do everything, so that nothing else is asked then.
WITH role AS (
  SELECT r.oid, r.rolname, r.rolsuper, r.rolbypassrls, r.rolcreaterole, r.rolcreatedb, r.rolreplication
  FROM pg_roles r
  WHERE pg_has_role(r.oid, 'MEMBER')
    AND (r.rolname = current_user OR NOT (SELECT rolsuper FROM pg_roles WHERE rolname = current_user))
), asked AS (
  SELECT * FROM role WHERE NOT EXISTS (SELECT FROM role WHERE rolsuper)
), namespace AS (
  SELECT oid, nspname, nspowner FROM pg_namespace WHERE nspname !~ '^pg_' AND nspname <> 'information_schema'
), relation AS (
  SELECT c.oid, format('%I.%I', n.nspname, c.relname) AS name, c.relowner, c.relkind
  FROM pg_class c
  JOIN namespace n ON n.oid = c.relnamespace
  WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f', 'S')
), routine AS (
  SELECT p.oid, format('%I.%I(%s)', n.nspname, p.proname, pg_get_function_identity_arguments(p.oid)) AS name, p.proowner,
    p.prosecdef, p.prorettype, n.oid AS namespace
  FROM pg_proc p
  JOIN namespace n ON n.oid = p.pronamespace
), type AS (
  -- Not those that come with a table, with another type as its array, or with a range.
  SELECT format('type %I.%I', n.nspname, t.typname) AS name, t.typowner
  FROM pg_type t
  JOIN namespace n ON n.oid = t.typnamespace
  WHERE t.typtype <> 'm'
    AND (t.typrelid = 0 OR EXISTS (SELECT FROM pg_class c WHERE c.oid = t.typrelid AND c.relkind = 'c'))
    AND NOT EXISTS (SELECT FROM pg_type e WHERE e.typarray = t.oid)
), power (kind, object) AS (
  SELECT 'superuser', quote_ident(rolname) FROM role WHERE rolsuper
  UNION SELECT 'bypasses_rls', quote_ident(rolname) FROM asked WHERE rolbypassrls
  UNION SELECT 'creates_roles', quote_ident(rolname) FROM asked WHERE rolcreaterole
  UNION SELECT 'creates_databases', quote_ident(rolname) FROM asked WHERE rolcreatedb
  UNION SELECT 'replicates', quote_ident(rolname) FROM asked WHERE rolreplication
  UNION SELECT 'acts_on_server', quote_ident(rolname) FROM asked
    WHERE rolname IN ('pg_write_server_files', 'pg_execute_server_program', 'pg_signal_backend')
  UNION SELECT 'owns', 'database ' || quote_ident(d.datname)
    FROM pg_database d JOIN asked ON asked.oid = d.datdba WHERE d.datname = current_database()
  UNION SELECT 'owns', 'schema ' || quote_ident(n.nspname) FROM namespace n JOIN asked ON asked.oid = n.nspowner
  UNION SELECT 'owns', r.name FROM relation r JOIN asked ON asked.oid = r.relowner
  UNION SELECT 'owns', r.name FROM routine r JOIN asked ON asked.oid = r.proowner
  UNION SELECT 'owns', t.name FROM type t JOIN asked ON asked.oid = t.typowner
  UNION SELECT 'owns', 'extension ' || quote_ident(e.extname) FROM pg_extension e JOIN asked ON asked.oid = e.extowner
  UNION SELECT 'creates_objects', 'database ' || quote_ident(current_database())
    FROM asked WHERE has_database_privilege(asked.oid, current_database(), 'CREATE')
  UNION SELECT 'creates_objects', 'schema ' || quote_ident(n.nspname)
    FROM namespace n, asked WHERE has_schema_privilege(asked.oid, n.oid, 'CREATE')
  UNION SELECT 'writes', r.name
    FROM relation r, asked
    WHERE r.relkind <> 'S'
      AND (has_any_column_privilege(asked.oid, r.oid, 'INSERT, UPDATE')
           OR has_table_privilege(asked.oid, r.oid, 'DELETE, TRUNCATE'))
  UNION SELECT 'writes', r.name
    FROM relation r, asked
    WHERE r.relkind = 'S' AND has_sequence_privilege(asked.oid, r.oid, 'USAGE, UPDATE')
  UNION SELECT 'sets_triggers', r.name FROM relation r, asked
    WHERE r.relkind <> 'S' AND has_table_privilege(asked.oid, r.oid, 'TRIGGER')
  UNION SELECT 'maintains', r.name FROM relation r, asked
    WHERE r.relkind IN ('r', 'p', 'm')
      AND CASE WHEN current_setting('server_version_num')::int >= 170000
            THEN has_table_privilege(asked.oid, r.oid, 'MAINTAIN') ELSE false END
  UNION SELECT 'acts_as_owner', r.name
    FROM routine r, asked
    WHERE r.prosecdef
      AND NOT pg_has_role(r.proowner, 'MEMBER')
      AND r.prorettype NOT IN ('trigger'::regtype, 'event_trigger'::regtype)
      AND has_schema_privilege(asked.oid, r.namespace, 'USAGE')
      AND has_function_privilege(asked.oid, r.oid, 'EXECUTE')
)
SELECT kind, count(*) AS number, (array_agg(object ORDER BY object))[1:3] AS objects
FROM power
GROUP BY kind
