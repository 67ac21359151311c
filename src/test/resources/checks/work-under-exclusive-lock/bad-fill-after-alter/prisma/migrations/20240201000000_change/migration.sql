ALTER TABLE "User" ADD COLUMN "status" TEXT;

UPDATE "User" SET "status" = 'new' WHERE "status" IS NULL;
