CREATE TABLE "User" (
  "id" INTEGER NOT NULL,
  "name" TEXT NOT NULL,
  "lower" TEXT GENERATED ALWAYS AS (lower("name")) VIRTUAL,
  CONSTRAINT "User_pkey" PRIMARY KEY ("id")
);
