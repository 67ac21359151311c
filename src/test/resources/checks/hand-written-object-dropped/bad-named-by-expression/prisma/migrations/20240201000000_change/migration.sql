-- AlterTable
ALTER TABLE "User" DROP COLUMN "name",
DROP COLUMN "end";
