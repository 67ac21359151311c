CREATE EXTENSION btree_gist;
CREATE TABLE "Booking" (
  "room" INTEGER NOT NULL,
  "period" INT4RANGE NOT NULL,
  "note" TEXT NOT NULL,
  CONSTRAINT "Booking_pkey" PRIMARY KEY ("room", "period" WITHOUT OVERLAPS),
  CONSTRAINT "Booking_note_key" UNIQUE ("note", "period" WITHOUT OVERLAPS)
);
