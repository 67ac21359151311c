-- Whether a write may be tried: where, and whether it would run anybody else's code.
SELECT n.nspname AS namespace,
       EXISTS (SELECT FROM pg_language l WHERE l.lanname = 'plpgsql' AND has_language_privilege(l.oid, 'USAGE')) AS plpgsql,
       EXISTS (SELECT
               FROM pg_event_trigger t
               WHERE t.evtenabled <> 'D'
                 AND t.evtevent IN ('ddl_command_start', 'ddl_command_end')
                 AND (t.evttags IS NULL OR 'CREATE DOMAIN' = ANY (t.evttags))) AS event_triggers
FROM pg_namespace n
WHERE n.nspname = ANY (?) OR n.nspname = 'public'
ORDER BY n.nspname = 'public', n.nspname
LIMIT 1
