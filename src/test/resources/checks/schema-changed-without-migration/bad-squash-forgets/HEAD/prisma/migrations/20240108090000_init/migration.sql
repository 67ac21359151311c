CREATE TYPE "Role" AS ENUM ('ADMIN');
CREATE TABLE "Tenant" (
    "id" TEXT NOT NULL,
    "phone" TEXT,
    "role" "Role" NOT NULL,
    CONSTRAINT "Tenant_pkey" PRIMARY KEY ("id")
);
