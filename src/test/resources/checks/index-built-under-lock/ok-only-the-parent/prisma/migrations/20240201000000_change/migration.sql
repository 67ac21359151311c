CREATE INDEX "User_email_idx" ON ONLY "User" ("email");
