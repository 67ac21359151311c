CREATE TYPE "Mood" AS ENUM ('SAD', 'HAPPY');
CREATE TABLE "Person" (
  "id" INTEGER NOT NULL,
  "mood" "Mood" NOT NULL DEFAULT 'SAD',
  CONSTRAINT "Person_pkey" PRIMARY KEY ("id")
);
