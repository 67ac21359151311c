-- foreign key public.Booking.Booking_venueId_fkey is missing
--   share_row_exclusive_lock
--   table_scan
--   fails_on_some_rows
ALTER TABLE "public"."Booking" ADD CONSTRAINT "Booking_venueId_fkey" FOREIGN KEY ("venueId") REFERENCES "public"."Venue" ("id") ON DELETE RESTRICT ON UPDATE CASCADE;
