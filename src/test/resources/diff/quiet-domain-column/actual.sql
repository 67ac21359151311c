CREATE DOMAIN positive AS INTEGER CHECK (VALUE > 0);

CREATE TABLE "Venue" (
  "id" SERIAL NOT NULL,
  "name" TEXT NOT NULL,
  "seats" positive NOT NULL DEFAULT 1,
  CONSTRAINT "Venue_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "Venue_name_key" ON "Venue" ("name");
CREATE INDEX "Venue_seats_idx" ON "Venue" ("seats");
