ALTER TABLE "Tenant" RENAME COLUMN "id" TO "key";
