CREATE EXTENSION IF NOT EXISTS pgcrypto;
CREATE INDEX "User_email_idx" ON "User" ("email");
DROP INDEX "User_email_idx";
