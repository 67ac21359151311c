-- AlterTable
ALTER TABLE "User" DROP COLUMN "email",
ADD COLUMN "birthday" DATE,
ADD COLUMN "street" TEXT;
