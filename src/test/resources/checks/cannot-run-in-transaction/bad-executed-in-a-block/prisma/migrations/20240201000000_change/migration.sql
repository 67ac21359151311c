DO $$ BEGIN EXECUTE 'CREATE INDEX CONCURRENTLY "User_email_idx" ON "User" ("email")'; END $$;
