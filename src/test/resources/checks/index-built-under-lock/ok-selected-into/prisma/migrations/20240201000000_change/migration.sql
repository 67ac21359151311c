SELECT "id", "email" INTO "Copy" FROM "User";
CREATE INDEX "Copy_email_idx" ON "Copy" ("email");
CREATE TABLE "Other" AS SELECT * FROM "User";
CREATE INDEX "Other_email_idx" ON "Other" ("email");
