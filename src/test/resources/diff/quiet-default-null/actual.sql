CREATE TABLE "Venue" (
  "id" SERIAL NOT NULL,
  "name" TEXT NOT NULL,
  "seats" INTEGER NOT NULL DEFAULT 1,
  CONSTRAINT "Venue_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "Venue_name_key" ON "Venue" ("name");
CREATE INDEX "Venue_seats_idx" ON "Venue" ("seats");

ALTER TABLE "Venue" ADD COLUMN "nick" VARCHAR(9) DEFAULT NULL::VARCHAR(9);
