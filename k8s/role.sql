-- The role that Schemawatch needs on a database that it watches: it can read the catalog and the migration history, and
-- nothing else. Run as the database's owner, with psql -v database=… -v password=… -f role.sql
--
-- The catalog (pg_catalog) is readable to everybody who may connect; no table of the application is.
CREATE ROLE schemawatch LOGIN NOINHERIT CONNECTION LIMIT 2 PASSWORD :'password';
ALTER ROLE schemawatch SET default_transaction_read_only = on;
GRANT CONNECT ON DATABASE :"database" TO schemawatch;

-- For the verdict on migrations (pending, edited, failed …). Another schema than public: name it here.
GRANT USAGE ON SCHEMA public TO schemawatch;
GRANT SELECT ON public."_prisma_migrations" TO schemawatch;
