-- READ WRITE, since a role that is only read-only by default can lift that itself. The time-outs are for the worst case: the
-- write takes no lock that anybody waits for.
BEGIN TRANSACTION ISOLATION LEVEL READ COMMITTED READ WRITE;
SET LOCAL statement_timeout = '2s';
SET LOCAL lock_timeout = '100ms';
SET LOCAL idle_in_transaction_session_timeout = '2s';
SET LOCAL search_path = pg_catalog
