DROP INDEX "Tenant_phone_idx";
