-- foreign key public.Booking.extra is not in the schema
--   access_exclusive_lock
ALTER TABLE "public"."Booking" DROP CONSTRAINT "extra";
