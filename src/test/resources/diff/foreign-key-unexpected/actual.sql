CREATE TABLE "Venue" (
  "id" SERIAL NOT NULL,
  "name" TEXT NOT NULL,
  "seats" INTEGER NOT NULL DEFAULT 1,
  CONSTRAINT "Venue_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "Venue_name_key" ON "Venue" ("name");
CREATE INDEX "Venue_seats_idx" ON "Venue" ("seats");

CREATE TABLE "Booking" (
  "id" INTEGER NOT NULL,
  "venueId" INTEGER NOT NULL,
  CONSTRAINT "Booking_pkey" PRIMARY KEY ("id")
);
ALTER TABLE "Booking" ADD CONSTRAINT "Booking_venueId_fkey"
  FOREIGN KEY ("venueId") REFERENCES "Venue" ("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Booking" ADD CONSTRAINT "extra" FOREIGN KEY ("id") REFERENCES "Venue" ("id");
