DO $$ BEGIN
  IF NOT EXISTS (SELECT 1 FROM pg_class WHERE relname = 'User_email_idx') THEN
    CREATE UNIQUE INDEX "User_email_idx" ON public."User" USING btree (lower("email"));
  END IF;
END $$;
