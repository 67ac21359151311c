CREATE TABLE "booking"."Tenant" (
    "id" TEXT NOT NULL,
    CONSTRAINT "Tenant_pkey" PRIMARY KEY ("id")
);
