SELECT pg_catalog.set_config('search_path', '', false);
CREATE INDEX "User_email_idx" ON public."User" ("email");
