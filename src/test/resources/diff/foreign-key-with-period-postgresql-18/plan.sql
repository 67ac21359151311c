-- foreign key public.Booking.Booking_room_fkey is not in the schema
--   access_exclusive_lock
ALTER TABLE "public"."Booking" DROP CONSTRAINT "Booking_room_fkey";
