CREATE TYPE mood_t AS ENUM ('HAPPY', 'is sad');
CREATE TABLE "Person" (
  "id" INTEGER NOT NULL,
  "mood" mood_t NOT NULL DEFAULT 'is sad',
  CONSTRAINT "Person_pkey" PRIMARY KEY ("id")
);
