-- extension pg_trgm is missing
CREATE EXTENSION IF NOT EXISTS "pg_trgm";
