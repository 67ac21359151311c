-- "Tenant"
CREATE INDEX "Log_id_idx" ON "Log"("id");
UPDATE "Tenant" SET "id" = "id";
ALTER TABLE tenant ADD COLUMN phone TEXT;
ALTER TABLE other."Tenant" ADD COLUMN "phone" TEXT;
