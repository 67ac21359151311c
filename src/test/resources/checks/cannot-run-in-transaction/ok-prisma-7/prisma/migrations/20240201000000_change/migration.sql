CREATE INDEX CONCURRENTLY "User_email_idx" ON "User"("email");

CREATE INDEX CONCURRENTLY "User_id_email_idx" ON "User"("id", "email");
