-- The server as this session has it. PostgreSQL manual, pg_stat_ssl: a session may always read its own row.
SELECT split_part(current_setting('server_version'), ' ', 1) AS version,
       current_setting('server_version_num')::int / 10000 AS major,
       pg_is_in_recovery() AS standby,
       COALESCE((SELECT s.version || ' ' || s.cipher FROM pg_stat_ssl s WHERE s.pid = pg_backend_pid() AND s.ssl), '') AS tls,
       quote_ident(current_database()) AS database,
       quote_ident(current_user) AS role,
       (SELECT count(*)
        FROM pg_class c
        JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema' AND c.relkind IN ('r', 'p', 'v', 'm', 'f')) AS relations,
       EXISTS (SELECT FROM pg_class c WHERE c.relname = '_prisma_migrations' AND c.relkind IN ('r', 'p')) AS deployed
