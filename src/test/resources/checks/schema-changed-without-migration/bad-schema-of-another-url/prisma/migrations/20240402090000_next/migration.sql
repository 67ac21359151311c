ALTER TABLE "booking"."Tenant" ADD COLUMN "phone" TEXT;
