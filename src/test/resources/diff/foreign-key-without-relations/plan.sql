-- foreign key public.Booking.Booking_venueId_fkey is not in the schema
--   access_exclusive_lock
ALTER TABLE "public"."Booking" DROP CONSTRAINT "Booking_venueId_fkey";
