CREATE TABLE "Tenant" (
    "id" TEXT NOT NULL,
    CONSTRAINT "Tenant_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "Log" (
    "id" INTEGER NOT NULL,
    CONSTRAINT "Log_pkey" PRIMARY KEY ("id")
);
