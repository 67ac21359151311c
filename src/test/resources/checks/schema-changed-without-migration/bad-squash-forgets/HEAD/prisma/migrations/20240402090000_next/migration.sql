ALTER TYPE "Role" ADD VALUE 'GUEST';
ALTER TABLE "Tenant" ALTER COLUMN "phone" SET NOT NULL, ADD COLUMN "fax" TEXT;
CREATE INDEX "Tenant_phone_idx" ON "Tenant"("phone");
