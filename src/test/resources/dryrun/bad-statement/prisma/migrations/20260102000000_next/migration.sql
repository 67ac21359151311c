-- a café: the position counts characters, not bytes
CREATE INDEX "User_email_idx" ON "User" ("email");

ALTER TABLE "User"
    ADD COLUMN "name" TEXT,
    ADD COLUMN "age" INTEGR;

UPDATE "User" SET "name" = '';
