CREATE FUNCTION "tenant"() RETURNS TEXT LANGUAGE sql STABLE AS $$ SELECT current_setting('app.tenant') $$;
ALTER TABLE "User" ADD COLUMN "tenant" TEXT DEFAULT "tenant"();
