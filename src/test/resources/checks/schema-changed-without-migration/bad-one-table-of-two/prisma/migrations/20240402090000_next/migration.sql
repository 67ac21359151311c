ALTER TABLE "public"."Tenant" ADD COLUMN "phone" TEXT;
