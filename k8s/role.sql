-- The role that Schemawatch needs on a database that it watches: it can read the catalog and the migration history, and
-- nothing else. Run as the database's owner, in that database: psql -d … -v password=… -f role.sql
-- It can be run again: to change the password, and once the first migration has made the history.
--
-- The catalog (pg_catalog) is readable to everybody who may connect; no table of the application is.
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'schemawatch') THEN
    CREATE ROLE schemawatch;
  END IF;
END
$$;
ALTER ROLE schemawatch LOGIN NOINHERIT CONNECTION LIMIT 2 PASSWORD :'password';
ALTER ROLE schemawatch SET default_transaction_read_only = on;
GRANT CONNECT ON DATABASE :"DBNAME" TO schemawatch;

-- For the verdict on migrations (pending, edited, failed …). Another schema than public: name it here.
GRANT USAGE ON SCHEMA public TO schemawatch;
DO $$
BEGIN
  IF to_regclass('public._prisma_migrations') IS NULL THEN
    RAISE NOTICE 'there is no migration history yet: run this again once the first migration has been applied';
  ELSE
    GRANT SELECT ON public._prisma_migrations TO schemawatch;
  END IF;
END
$$;
