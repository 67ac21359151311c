-- AlterTable
ALTER TABLE "User" DROP COLUMN "email",
ADD COLUMN "emailAddress" TEXT;
