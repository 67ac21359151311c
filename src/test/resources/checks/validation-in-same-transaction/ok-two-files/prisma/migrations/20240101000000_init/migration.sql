CREATE TABLE "User" (
    "id" TEXT NOT NULL,
    "email" TEXT,

    CONSTRAINT "User_pkey" PRIMARY KEY ("id")
);

ALTER TABLE "User" ADD CONSTRAINT "has_at" CHECK ("email" LIKE '%@%') NOT VALID;
