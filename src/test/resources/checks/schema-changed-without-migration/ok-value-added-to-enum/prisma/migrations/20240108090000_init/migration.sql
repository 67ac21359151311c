CREATE TYPE "Role" AS ENUM ('ADMIN', 'USER');

CREATE TABLE "Tenant" (
    "id" TEXT NOT NULL,
    "role" "Role" NOT NULL,
    CONSTRAINT "Tenant_pkey" PRIMARY KEY ("id")
);
