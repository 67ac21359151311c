CREATE MATERIALIZED VIEW "emails" AS SELECT "email" FROM "User";
CREATE INDEX "emails_idx" ON "emails"("email");
