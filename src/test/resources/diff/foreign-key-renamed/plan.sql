-- foreign key public.Booking.Booking_venueId_fkey: name is fk_1, expected is Booking_venueId_fkey
ALTER TABLE "public"."Booking" RENAME CONSTRAINT "fk_1" TO "Booking_venueId_fkey";
