CREATE UNIQUE INDEX CONCURRENTLY "User_0_email_key" ON "User_0" ("email", "id");
