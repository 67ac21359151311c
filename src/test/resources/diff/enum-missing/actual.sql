CREATE TYPE "Mood" AS ENUM ('HAPPY', 'SAD');
CREATE TABLE "Person" (
  "id" INTEGER NOT NULL,
  "mood" "Mood" NOT NULL DEFAULT 'SAD',
  CONSTRAINT "Person_pkey" PRIMARY KEY ("id")
);
