ALTER TABLE "User" ADD COLUMN "name" TEXT;
UPDATE "User" SET "name" = '' WHERE "id" > '';
ALTER TABLE "User" ALTER COLUMN "name" SET NOT NULL;
