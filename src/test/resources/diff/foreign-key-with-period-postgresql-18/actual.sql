CREATE EXTENSION btree_gist;
CREATE TABLE "Room" (
  "id" INTEGER NOT NULL,
  "period" INT4RANGE NOT NULL,
  CONSTRAINT "Room_key" PRIMARY KEY ("id", "period" WITHOUT OVERLAPS)
);
CREATE TABLE "Booking" (
  "id" INTEGER NOT NULL,
  "room" INTEGER NOT NULL,
  "period" INT4RANGE NOT NULL,
  CONSTRAINT "Booking_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "Booking_room_fkey" FOREIGN KEY ("room", PERIOD "period") REFERENCES "Room" ("id", PERIOD "period")
);
