-- What begin.sql asked for, as the server understood it.
SELECT split_part(current_setting('server_version'), ' ', 1) AS version,
       current_setting('transaction_read_only') = 'on'
         AND current_setting('transaction_isolation') = 'repeatable read'
         AND current_setting('statement_timeout') = '3s'
         AND current_setting('lock_timeout') = '250ms'
         AND current_setting('search_path') = 'pg_catalog' AS guarded
