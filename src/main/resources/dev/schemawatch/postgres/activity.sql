-- How many rows of the catalog and of Prisma's history were ever written, from the server's counters, which takes it a tenth of
-- a millisecond however many tables there are. Nothing when it does not count, or replays what another server wrote.
-- Runs outside the guarded transaction, so that every name is qualified.
SELECT CASE
         WHEN pg_catalog.current_setting('track_counts') = 'on' AND NOT pg_catalog.pg_is_in_recovery()
         THEN pg_catalog.concat_ws(' ', pg_catalog.pg_postmaster_start_time(), d.oid, w.written)
       END AS mark
FROM pg_catalog.pg_database d
CROSS JOIN (
  SELECT pg_catalog.sum(
           pg_catalog.pg_stat_get_tuples_inserted(t.oid)
             OPERATOR(pg_catalog.+) pg_catalog.pg_stat_get_tuples_updated(t.oid)
             OPERATOR(pg_catalog.+) pg_catalog.pg_stat_get_tuples_deleted(t.oid)) AS written
  FROM pg_catalog.pg_class t
  WHERE t.relname OPERATOR(pg_catalog.=) ANY (ARRAY[
    'pg_am', 'pg_attrdef', 'pg_attribute', 'pg_class', 'pg_constraint', 'pg_depend', 'pg_enum', 'pg_extension', 'pg_index',
    'pg_namespace', 'pg_opclass', 'pg_type', '_prisma_migrations'])) w
WHERE d.datname OPERATOR(pg_catalog.=) pg_catalog.current_database()
