ALTER TABLE "Tenant" ADD COLUMN "landingPageConfig" JSONB;
