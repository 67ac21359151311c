CREATE MATERIALIZED VIEW "emails" AS SELECT "email" FROM "User";
CREATE UNIQUE INDEX "emails_key" ON "emails"("email");
