CREATE TYPE "Role" AS ENUM ('ADMIN', 'GUEST');
CREATE TABLE "Tenant" (
    "id" TEXT NOT NULL,
    "phone" TEXT NOT NULL,
    "role" "Role" NOT NULL,
    "fax" TEXT,
    CONSTRAINT "Tenant_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "Tenant_phone_idx" ON "Tenant"("phone");
