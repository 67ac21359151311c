CREATE TABLE "User" (
    "id" TEXT NOT NULL,
    "email" TEXT,

    CONSTRAINT "User_pkey" PRIMARY KEY ("id")
);

CREATE MATERIALIZED VIEW "Emails" AS SELECT "id", "email" FROM "User";

CREATE UNIQUE INDEX "Emails_id_idx" ON "Emails"("id");
