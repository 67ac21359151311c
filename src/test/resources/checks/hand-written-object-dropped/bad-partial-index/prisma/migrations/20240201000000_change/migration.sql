-- DropIndex
DROP INDEX "User_active_idx";

-- AlterTable
ALTER TABLE "User" ADD COLUMN "name" TEXT;
