-- A write that cannot last: it is one statement, and on every path that statement ends with an error, so PostgreSQL undoes it
-- even if nobody were there to roll back, in a transaction or out of one. A domain is rows of the catalog: unlike a table
-- it has no file that a crash of the server could leave behind.
DO $$
BEGIN
    EXECUTE format('CREATE DOMAIN %I.%I AS pg_catalog.int4',
                   current_setting('schemawatch.namespace'), 'schemawatch_probe_' || pg_backend_pid());
    RAISE EXCEPTION USING ERRCODE = 'SW000', MESSAGE = 'schemawatch doctor: this write is permitted, and undone';
END
$$
