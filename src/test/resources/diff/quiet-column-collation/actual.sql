CREATE TYPE "Mood" AS ENUM ('HAPPY', 'SAD');
CREATE TABLE "Sample" (
  "id" INTEGER NOT NULL,
  "text" VARCHAR(40) NOT NULL,
  "amount" DECIMAL(10,2) NOT NULL,
  "at" TIMESTAMP(3) NOT NULL,
  "note" TEXT NOT NULL,
  "mood" "Mood" NOT NULL,
  "geo" point,
  "tags" TEXT[],
  CONSTRAINT "Sample_pkey" PRIMARY KEY ("id")
);

ALTER TABLE "Sample" ALTER COLUMN "note" TYPE TEXT COLLATE "C";
