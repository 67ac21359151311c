-- table app.Log is not in the schema
--   access_exclusive_lock
--   deletes_data
DROP TABLE "app"."Log";
-- table audit.Log is missing
CREATE TABLE "audit"."Log" (
    "id" integer NOT NULL,
    CONSTRAINT "Log_pkey" PRIMARY KEY ("id")
);
