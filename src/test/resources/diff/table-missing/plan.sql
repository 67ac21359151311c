-- table public.Booking is missing
CREATE TABLE "public"."Booking" (
    "id" integer NOT NULL,
    "venueId" integer NOT NULL,
    CONSTRAINT "Booking_pkey" PRIMARY KEY ("id")
);
-- table public.Booking is missing
--   share_row_exclusive_lock
ALTER TABLE "public"."Booking" ADD CONSTRAINT "Booking_venueId_fkey" FOREIGN KEY ("venueId") REFERENCES "public"."Venue" ("id") ON DELETE RESTRICT ON UPDATE CASCADE;
