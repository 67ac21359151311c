-- namespace audit is missing
CREATE SCHEMA IF NOT EXISTS "audit";
-- table audit.Log is missing
CREATE TABLE "audit"."Log" (
    "id" integer NOT NULL,
    CONSTRAINT "Log_pkey" PRIMARY KEY ("id")
);
