ALTER TABLE "Tenant" ADD COLUMN "phone" TEXT;
CREATE INDEX ON "Tenant" ("id");
